import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DETAILS, openSandbox, type TestSandbox } from './test-client';

let box: TestSandbox;
beforeAll(async () => {
  box = await openSandbox();
});
beforeEach(() => box.control.reset());
afterAll(() => box.close());

const register = (changes: object = {}) =>
  box.post('/v1/memberships', {
    clientUserId: 'member-1',
    firstName: 'Ada',
    lastName: 'Lovelace',
    expirationDate: '2027-12-31T23:59:59+00:00',
    ...changes,
  });
const setStatus = (membershipId: string, status: number, expirationDate?: string) =>
  box.post('/v1/memberships/update', { membershipId, status, expirationDate });
const lounge = async (membershipId: string) =>
  (await box.post('/v1/entitlements/search', { membershipId })).at(
    'entitlements',
    'moduleExclusiveEntitlements',
    0,
    'details',
  );

it('registers a membership with the entitlements of the program, and finds it again', async () => {
  const reply = await register();
  const membershipId = reply.text('membershipId');
  expect(membershipId).toMatch(/^8888\d{12}$/);
  expect(reply.at('entitlements', 'moduleExclusiveEntitlements', 0)).toEqual({
    module: 1,
    details: {
      cardholderExclusiveEntitlements: 4,
      guestsExclusiveEntitlements: 2,
      sharedEntitlements: 2,
      allowedGuestsPerUsage: 2,
      maxGuestsNextUse: 2,
    },
  });
  expect((await box.post('/v1/memberships/search', { membershipId })).body).toEqual(reply.body);
  expect((await box.post('/v1/memberships/search', { clientUserId: 'member-1' })).body).toEqual(reply.body);
  expect((await register({ firstName: 'Grace' })).code).toBe(40010);
});

it('lets a status change only as the matrix says', async () => {
  const id = (await register()).text('membershipId');
  expect((await setStatus(id, 0)).code).toBe(40930);
  expect((await setStatus(id, 9)).code).toBe(40930);
  expect((await setStatus(id, 2)).at('status')).toBe(2);
  expect((await setStatus(id, 0)).at('status')).toBe(0);
  expect((await setStatus(id, 1)).at('status')).toBe(1);
  expect((await setStatus(id, 3)).at('status')).toBe(3);
  for (const status of [0, 1, 2, 9]) expect((await setStatus(id, status)).code).toBe(40930);
});

it('expires by itself, and comes back only with a new expiry', async () => {
  const id = (await register({ expirationDate: '2026-12-01T00:00:00Z' })).text('membershipId');
  await box.control.setClock({ now: '2026-12-02T00:00:00Z' });
  expect((await box.post('/v1/memberships/search', { membershipId: id })).at('status')).toBe(9);
  expect((await setStatus(id, 1)).code).toBe(40930);
  expect((await setStatus(id, 1, '2027-06-01T00:00:00Z')).at('status')).toBe(1);
});

it('gives a dynamic code that opens the door for a minute', async () => {
  const id = (await register()).text('membershipId');
  const code = await box.post('/v1/memberships/qrCodes', { membershipId: id });
  expect(code.at('validUntil')).toBe(Date.parse('2026-11-22T12:01:00Z') / 1000);
  await box.control.redeem({ membershipId: code.text('qrCode'), adults: 3 });
  expect(await lounge(id)).toMatchObject({
    cardholderExclusiveEntitlements: 3,
    guestsExclusiveEntitlements: 0,
    maxGuestsNextUse: 2,
  });
  await box.control.setClock({ advanceMs: 60_000 });
  await expect(box.control.redeem({ membershipId: code.text('qrCode') })).rejects.toThrow(/run out/);
  await setStatus(id, 2);
  expect((await box.post('/v1/memberships/qrCodes', { membershipId: id })).code).toBe(40902);
});

it('takes exclusive entitlements before shared ones for a prebooking, and returns each to its pot', async () => {
  const id = (await register()).text('membershipId');
  await box.post('/v1/entitlements/update', {
    membershipId: id,
    module: 1,
    details: { guestsExclusiveEntitlements: 1 },
  });
  const before = await lounge(id);
  await box.control.setSlot({ resourceId: 'N00001', at: '2026-11-26T10:30', capacity: 9 });
  const ask = { membershipId: id, module: 1, resourceId: 'N00001', prebookingDate: '2026-11-26T10:30', childCount: 0 };
  const tooMany = await box.post('/v1/resources/prebookings/availability', { ...ask, adultCount: 4 });
  expect(tooMany.code).toBe(40903);
  const held = await box.post('/v1/resources/prebookings/availability', { ...ask, adultCount: 3 });
  const order = await box.post('/v1/orders/lounges/memberships/prebooking', {
    module: 1,
    membershipId: id,
    extra: { prebookingToken: held.text('prebookingToken'), prebookingRequiredInfo: DETAILS },
  });
  expect(order.at('membershipId')).toBe(id);
  expect(await lounge(id)).toMatchObject({
    cardholderExclusiveEntitlements: 3,
    guestsExclusiveEntitlements: 0,
    sharedEntitlements: 1,
  });
  await box.patch('/v1/orders', { orderId: order.text('orderId'), status: 3 });
  expect(await lounge(id)).toEqual(before);
  expect((await box.post('/v1/orders/memberships', { membershipId: id })).at('orders', 0, 'status')).toBe(3);
});

it('plays the venue through the simulations of v2', async () => {
  const { ePassId } = await box.issue({ usages: 2 });
  const used = await box.post('/v2/simulations/lounges/redemptions', { dpId: ePassId, adultCount: 2, childCount: 0 });
  expect(used.at('message')).toBe('Order Created');
  expect((await box.control.orders())[0]).toMatchObject({ resourceId: 'N00012', status: 2, usedUsages: 2 });
  const transactionId = used.text('transactionId');
  const cancelled = await box.post('/v2/simulations/lounges/cancellation', { dpId: ePassId, transactionId });
  expect(cancelled.at('message')).toBe('Order Cancelled');
  expect((await box.control.passes())[0]?.usedUsages).toBe(0);
});
