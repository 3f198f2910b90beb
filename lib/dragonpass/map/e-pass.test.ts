import { expect, it } from 'vitest';
import { E_PASS_V1, E_PASS_V2 } from '../samples/messages';
import { ePassSchema } from '../wire/e-pass';
import { ePassOf } from './e-pass';

const pass = (changes: Record<string, unknown>, extra: Record<string, unknown> = {}) =>
  ePassOf(ePassSchema.parse({ ...E_PASS_V1, ...changes, extra: { ...E_PASS_V1.extra, ...extra } }));

it('reads the documented pass of v1', () => {
  expect(pass({})).toEqual({
    ePassId: '1788000066668888',
    orderId: 'DP00000000000001',
    module: 1,
    clientUserId: '3EF5D065-76F8-4D3E-801A-B329D15F461A',
    firstName: 'DragonPass',
    lastName: 'DragonPass',
    activatesAt: null,
    expiresAt: '2028-12-31T23:59:59.000Z',
    cancelledAt: null,
    isCancelled: false,
    totalVisits: 1,
    usedVisits: 0,
    resourceIds: [],
  });
});

it('reads what v2 names otherwise: the scope, the beginning, and where the user stands', () => {
  const { clientUserId, ...others } = E_PASS_V2;
  const read = ePassOf(ePassSchema.parse({ ...others, extra: { ...E_PASS_V2.extra, clientUserId } }));
  expect(read).toMatchObject({ resourceIds: ['N00001'], activatesAt: '2025-01-01T00:00:00.000Z', clientUserId });
});

it.each([
  [{ status: 1 }, false],
  [{ status: '3' }, true],
  [{ status: 3 }, true],
  [{ status: 1, orderCancelledDate: '2025-01-01T00:00:00+00:00' }, true],
  [{ status: 7, orderCancelledDate: '' }, false],
])('reads %j as cancelled: %j', (changes, isCancelled) => {
  expect(pass(changes).isCancelled).toBe(isCancelled);
});

it('reads the numbers of visits also where they are text', () => {
  expect(pass({}, { availableUsages: '5', usedUsages: '2' })).toMatchObject({ totalVisits: 5, usedVisits: 2 });
});

it.each([
  ['without its id', { extra: { ...E_PASS_V1.extra, ePassId: null } }],
  ['whose id is a number too large to be exact', { extra: { ...E_PASS_V1.extra, ePassId: 17880000666688880000 } }],
  ['without visits', { extra: { ...E_PASS_V1.extra, availableUsages: null } }],
  ['without the visits used', { extra: { ...E_PASS_V1.extra, usedUsages: undefined } }],
  ['without an end', { extra: { ...E_PASS_V1.extra, expirationDate: 'soon' } }],
  ['of a module we do not offer', { module: 7 }],
])('refuses a pass %s', (_, changes) => {
  expect(ePassSchema.safeParse({ ...E_PASS_V1, ...changes }).success).toBe(false);
});
