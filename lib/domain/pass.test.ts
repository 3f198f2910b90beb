import { describe, expect, it } from 'vitest';
import { coversResource, type EPass, passStatus, visitsOf } from './pass';

const NOW = Date.parse('2026-06-10T12:00:00Z');
const pass = (change: Partial<EPass>): EPass => ({
  ePassId: '1788000066668888',
  orderId: 'DP00000000000001',
  module: 1,
  clientUserId: 'u1',
  firstName: 'Ada',
  lastName: 'O’Brien',
  activatesAt: null,
  expiresAt: '2026-12-31T23:59:59Z',
  cancelledAt: null,
  isCancelled: false,
  totalVisits: 2,
  usedVisits: 0,
  resourceIds: [],
  ...change,
});

describe('visits of a pass', () => {
  it.each([
    ['untouched', 2, 0, 0, { total: 2, used: 0, reserved: 0, left: 2 }],
    ['one walked in', 2, 1, 0, { total: 2, used: 1, reserved: 0, left: 1 }],
    ['one booked', 2, 1, 1, { total: 2, used: 0, reserved: 1, left: 1 }],
    ['one used and one booked', 2, 2, 1, { total: 2, used: 1, reserved: 1, left: 0 }],
    ['a booking the vendor has not counted yet', 2, 0, 1, { total: 2, used: 0, reserved: 0, left: 2 }],
    ['more used than granted', 2, 3, 0, { total: 2, used: 2, reserved: 0, left: 0 }],
  ])('%s', (_, totalVisits, usedVisits, reserved, expected) => {
    expect(visitsOf({ totalVisits, usedVisits }, reserved)).toEqual(expected);
  });
});

describe('status of a pass', () => {
  const statusOf = (change: Partial<EPass>) => passStatus(pass(change), visitsOf(pass(change), 0), NOW);

  it.each([
    ['active', {}],
    ['used-up', { usedVisits: 2 }],
    ['expired', { expiresAt: '2026-06-10T12:00:00Z' }],
    ['active', { expiresAt: '2026-06-10T12:00:01Z' }],
    ['expired', { expiresAt: '2026-06-01T00:00:00Z', usedVisits: 2 }],
    ['cancelled', { isCancelled: true, expiresAt: '2026-06-01T00:00:00Z' }],
    ['not-yet-active', { activatesAt: '2026-06-11T00:00:00Z' }],
    ['active', { activatesAt: '2026-06-10T12:00:00Z' }],
  ] as const)('%s for %o', (status, change) => {
    expect(statusOf(change)).toBe(status);
  });
});

describe('scope of a pass', () => {
  it('an empty list is every place of its module, and only of its module', () => {
    expect(coversResource(pass({}), { module: 1, resourceId: 'N00001' })).toBe(true);
    expect(coversResource(pass({}), { module: 2, resourceId: 'C00001' })).toBe(false);
  });

  it('a list is those places only', () => {
    const scoped = pass({ resourceIds: ['N00002'] });
    expect(coversResource(scoped, { module: 1, resourceId: 'N00002' })).toBe(true);
    expect(coversResource(scoped, { module: 1, resourceId: 'N00001' })).toBe(false);
  });
});
