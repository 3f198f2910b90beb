import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from './test-client';

let box: TestSandbox;
beforeAll(async () => {
  box = await openSandbox();
});
beforeEach(() => box.control.reset());
afterAll(() => box.close());

/** A Thursday, well after the cancellation window of 24 hours. */
const AT = '2026-11-26T10:30';
const open = (resourceId = 'N00001', at = AT, capacity = 20) => box.control.setSlot({ resourceId, at, capacity });
const usages = async (): Promise<number> => (await box.control.passes())[0]?.usedUsages ?? -1;

async function booked(adults = 2, resourceId = 'N00001', at = AT) {
  await open(resourceId, at);
  const module = resourceId.startsWith('C') ? 2 : 1;
  const pass = await box.issue(module === 2 ? { module, path: 'fastTrack' } : {});
  const asked = await box.ask(pass.ePassId, resourceId, at, adults);
  const order = await box.book(pass.ePassId, asked.text('prebookingToken'), module);
  return { ...pass, order, orderId: order.text('orderId'), passOrderId: pass.orderId };
}

describe('passes', () => {
  it('issues a pass in the form of the vendor, and finds it by pass id and by order id', async () => {
    const { reply, ePassId, orderId } = await box.issue();
    expect(ePassId).toMatch(/^1788\d{12}$/);
    expect(orderId).toMatch(/^DP\d{14}$/);
    expect(reply.body).toMatchObject({
      code: 0,
      data: {
        status: 1,
        module: 1,
        category: 1,
        orderCancelledDate: null,
        usageDate: null,
        extra: {
          availableUsages: 4,
          usedUsages: 0,
          allowedResources: { resourceId: [] },
          expirationDate: '2027-12-31T23:59:59+00:00',
        },
      },
    });
    expect(reply.at('extra', 'ePassStatus')).toBeUndefined();
    const byPass = await box.post('/v1/orders/ePasses/search', { ePassId });
    const byOrder = await box.post('/v1/orders/ePasses/search', { orderId });
    expect(byPass.body).toEqual(reply.body);
    expect(byOrder.body).toEqual(reply.body);
    const v2 = await box.post('/v2/orders/ePasses/search', { ePassId });
    expect(v2.at('extra')).toMatchObject({ ePassStatus: 1, allowedResources: { resourceIds: [] } });
  });

  it('binds a client user to one name', async () => {
    await box.issue();
    expect((await box.issue()).reply.status).toBe(200);
    const other = await box.post('/v1/orders/lounges/ePasses', {
      module: 1,
      clientUserId: 'traveller-1',
      extra: { firstName: 'Grace', lastName: 'Hopper', expirationDate: '2027-01-01T00:00:00Z', availableUsages: 1 },
    });
    expect([other.status, other.code]).toEqual([400, 40010]);
  });

  it('refuses a module that is not the path’s, a past expiry, no usages and the scope key of the other version', async () => {
    const body = (changes: object, extra: object = {}) => ({
      module: 1,
      clientUserId: 'x',
      extra: { firstName: 'A', lastName: 'B', expirationDate: '2027-01-01T00:00:00Z', availableUsages: 1, ...extra },
      ...changes,
    });
    const bad = [
      body({ module: 2 }),
      body({}, { expirationDate: '2026-11-22T11:59:59Z' }),
      body({}, { availableUsages: 0 }),
      body({}, { firstName: ' ' }),
      body({}, { allowedResources: { resourceIds: ['N00001'] } }),
      body({}, { allowedResources: { resourceId: ['C00001'] } }),
    ];
    for (const one of bad)
      expect((await box.post('/v1/orders/lounges/ePasses', one)).code, JSON.stringify(one)).toBe(40000);
    expect((await box.control.state()).counts.passes).toBe(0);
  });

  it('keeps a v2 pass closed before its activation', async () => {
    const issued = await box.post('/v2/orders/lounges/ePasses', {
      module: 1,
      clientUserId: 'later',
      extra: {
        firstName: 'A',
        lastName: 'B',
        activationDate: '2026-11-27T00:00:00+01:00',
        expirationDate: '2027-01-01T00:00:00Z',
        availableUsages: 1,
        allowedResources: { resourceIds: ['N00001'] },
      },
    });
    expect(issued.at('extra')).toMatchObject({ ePassStatus: 0, activationDate: '2026-11-26T23:00:00+00:00' });
    const ePassId = issued.text('extra', 'ePassId');
    await open();
    expect((await box.ask(ePassId, 'N00001', AT)).code).toBe(40901);
    await open('N00001', '2026-11-28T10:30');
    expect((await box.ask(ePassId, 'N00001', '2026-11-28T10:30')).at('available')).toBe(true);
  });

  it('belongs to one program', async () => {
    const { ePassId } = await box.issue();
    const headers = { 'X-Program-ID': 'sandbox-meridian' };
    expect((await box.post('/v1/orders/ePasses/search', { ePassId }, { headers })).code).toBe(40400);
  });

  it('can be given back unused, and not with a use, an open prebooking, or twice', async () => {
    const unused = await box.issue();
    const given = await box.patch('/v1/orders', { orderId: unused.orderId, status: 3 });
    expect([given.at('status'), given.at('orderCancelledDate')]).toEqual([3, '2026-11-22T12:00:00+00:00']);
    expect((await box.patch('/v1/orders', { orderId: unused.orderId, status: 3 })).code).toBe(40921);
    const { passOrderId, orderId } = await booked();
    expect((await box.patch('/v1/orders', { orderId: passOrderId, status: 3 })).code).toBe(40921);
    await box.patch('/v1/orders', { orderId, status: 3 });
    expect((await box.patch('/v1/orders', { orderId: passOrderId, status: 3 })).status).toBe(200);
  });
});

describe('availability', () => {
  it('holds the place for a pass, and frees the earlier hold when the same pass asks again', async () => {
    await open('N00001', AT, 2);
    await open('N00001', '2026-11-26T11:00', 2);
    const [mine, other] = [await box.issue(), await box.issue({ user: 'traveller-2' })];
    const first = await box.ask(mine.ePassId, 'N00001', AT, 2);
    expect(first.at('validUntil')).toBe(Date.parse('2026-11-22T12:10:00Z') / 1000);
    expect(first.text('prebookingToken')).toMatch(/^[0-9a-f]{32}$/);
    expect((await box.ask(other.ePassId, 'N00001', AT)).body).toEqual({ code: 0, data: { available: false } });
    await box.ask(mine.ePassId, 'N00001', '2026-11-26T11:00', 2);
    expect((await box.ask(other.ePassId, 'N00001', AT)).at('available')).toBe(true);
    expect((await box.book(mine.ePassId, first.text('prebookingToken'))).code).toBe(40911);
  });

  it('holds nothing when no pass is named', async () => {
    await open('N00001', AT, 1);
    expect((await box.ask(null, 'N00001', AT)).at('available')).toBe(true);
    expect((await box.ask(null, 'N00001', AT)).at('available')).toBe(true);
    expect((await box.control.state()).counts.holds).toBe(0);
  });

  it('lets a hold go after ten minutes', async () => {
    await open('N00001', AT, 1);
    const [mine, other] = [await box.issue(), await box.issue({ user: 'traveller-2' })];
    const held = await box.ask(mine.ePassId, 'N00001', AT);
    await box.control.setClock({ advanceMs: 10 * 60_000 });
    expect((await box.book(mine.ePassId, held.text('prebookingToken'))).code).toBe(40911);
    expect((await box.ask(other.ePassId, 'N00001', AT)).at('available')).toBe(true);
  });

  it('has nothing off the grid, outside the hours, under an hour ahead, in the past or beyond sixty days', async () => {
    const { ePassId } = await box.issue();
    const nothing = [
      '2026-11-26T10:31',
      '2026-11-26T22:00',
      '2026-11-26T04:30',
      '2026-11-22T12:30',
      '2026-11-21T10:30',
      '2027-01-22T10:30',
    ];
    for (const at of nothing) {
      await open('N00001', at);
      expect((await box.ask(ePassId, 'N00001', at)).body, at).toEqual({ code: 0, data: { available: false } });
    }
    for (const at of ['2026-11-22T13:00', '2026-11-26T05:00', '2026-11-26T21:30', '2027-01-21T10:30']) {
      await open('N00001', at);
      expect((await box.ask(ePassId, 'N00001', at)).at('available'), at).toBe(true);
    }
  });

  it('answers the same about the same slot, with some of them full', async () => {
    const times = Array.from(
      { length: 34 },
      (_, slot) => `2026-12-01T${String(5 + Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`,
    );
    const answers = async () => {
      const all: unknown[] = [];
      for (const at of times) all.push((await box.ask(null, 'N00001', at)).at('available'));
      return all;
    };
    const first = await answers();
    expect(await answers()).toEqual(first);
    expect(first.filter((available) => available === false).length).toBeGreaterThan(0);
    expect(first.filter((available) => available === true).length).toBeGreaterThan(20);
  });

  it('minds scope, module, usages, party size, and places without prebooking', async () => {
    await open();
    const scoped = await box.issue({ scope: ['N00002'] });
    expect((await box.ask(scoped.ePassId, 'N00001', AT)).code).toBe(40904);
    const lane = await box.issue({ module: 2, path: 'fastTrack' });
    expect((await box.ask(lane.ePassId, 'N00001', AT)).code).toBe(40904);
    const { ePassId } = await box.issue({ usages: 2 });
    expect((await box.ask(ePassId, 'N00001', AT, 2, 1)).code).toBe(40903);
    expect((await box.ask(ePassId, 'N00001', AT, 5, 2)).code).toBe(40000);
    expect((await box.ask(ePassId, 'N00001', AT, 0, 0)).code).toBe(40000);
    expect((await box.ask(ePassId, 'N00003', '2026-11-26T21:00')).code).toBe(40000);
    expect((await box.ask(ePassId, 'N99999', AT)).code).toBe(40400);
    expect((await box.ask('1788000000000000', 'N00001', AT)).code).toBe(40400);
    expect((await box.ask(ePassId, 'N00001', '2026-11-26T10:30+00:00')).code).toBe(40000);
  });

  it('names a price where the place has one', async () => {
    await open('N00002');
    await open();
    expect((await box.ask(null, 'N00002', AT)).at('price')).toEqual({
      dynamicPrice: true,
      currency: 'GBP',
      adultRate: '32.00',
      childRate: '19.50',
    });
    expect((await box.ask(null, 'N00001', AT)).at('price')).toBeUndefined();
  });
});

describe('prebookings', () => {
  it('answers in the form of the vendor: one lounge voucher for the party, surplus data null, usages taken', async () => {
    const { order, ePassId, orderId } = await booked(3);
    expect(order.body).toMatchObject({
      code: 0,
      data: {
        status: 1,
        module: 1,
        category: 2,
        ePassId,
        orderCreatedDate: '2026-11-22T12:00:00+00:00',
        orderCancelledDate: null,
        extra: {
          prebookingDate: AT,
          usageDate: null,
          usedUsages: 3,
          resourceId: 'N00001',
          iata: 'MAN',
          terminal: 'Terminal 1',
          vouchersList: [{ voucher: expect.stringMatching(/^\d{12}$/), voucherType: 1 }],
          prebookingRequiredInfo: {
            email: 'ada@example.com',
            phoneNumber: null,
            callingCode: null,
            transportNumber: 'EK001',
          },
        },
      },
    });
    expect(await usages()).toBe(3);
    expect((await box.post('/v1/orders/ePasses/details', { orderId })).body).toEqual(order.body);
    expect((await box.post('/v2/orders/ePasses/details', { orderId })).at('extra', 'clientUserId')).toBe('traveller-1');
  });

  it('gives one Fast Track voucher a passenger', async () => {
    const { order } = await booked(3, 'C00001');
    expect(order.at('extra', 'vouchersList')).toHaveLength(3);
  });

  it('spends a token once, for the pass and module it was given to', async () => {
    await open();
    const [mine, other] = [await box.issue(), await box.issue({ user: 'traveller-2' })];
    const token = (await box.ask(mine.ePassId, 'N00001', AT)).text('prebookingToken');
    expect((await box.book(other.ePassId, token)).code).toBe(40911);
    expect((await box.book(mine.ePassId, token, 2)).code).toBe(40911);
    expect((await box.book(mine.ePassId, token)).status).toBe(200);
    expect((await box.book(mine.ePassId, token)).code).toBe(40911);
    expect(await usages()).toBe(1);
  });

  it('refuses an order without the information the place needs, and keeps the hold', async () => {
    await open();
    const { ePassId } = await box.issue();
    const prebookingToken = (await box.ask(ePassId, 'N00001', AT)).text('prebookingToken');
    const bare = {
      module: 1,
      ePassId,
      extra: { prebookingToken, prebookingRequiredInfo: { firstName: 'Ada', lastName: 'L', email: ' ' } },
    };
    const refused = await box.post('/v1/orders/lounges/ePasses/prebooking', bare);
    expect([refused.code, refused.message]).toEqual([40020, expect.stringContaining('email, transportNumber')]);
    expect((await box.book(ePassId, prebookingToken)).status).toBe(200);
  });

  it('refuses with 40910 when the slot is lost between asking and ordering', async () => {
    await open();
    const { ePassId } = await box.issue();
    const token = (await box.ask(ePassId, 'N00001', AT)).text('prebookingToken');
    await open('N00001', AT, 0);
    expect((await box.book(ePassId, token)).code).toBe(40910);
    expect(await usages()).toBe(0);
  });

  it('gives the first answer again for the same request id, and refuses the id for another request', async () => {
    await open();
    const { ePassId } = await box.issue();
    const token = (await box.ask(ePassId, 'N00001', AT)).text('prebookingToken');
    const requestId = randomUUID();
    const first = await box.book(ePassId, token, 1, { requestId });
    const again = await box.book(ePassId, token, 1, { requestId });
    expect(again.body).toEqual(first.body);
    expect((await box.control.orders()).length).toBe(1);
    const other = await box.book(ePassId, 'another', 1, { requestId });
    expect([other.status, other.code]).toEqual([409, 40940]);
    await box.control.setClock({ advanceMs: 24 * 3_600_000 });
    expect((await box.book(ePassId, token, 1, { requestId })).code).toBe(40911);
  });

  it('stays pending without a voucher where the place confirms later, until it is confirmed or declined', async () => {
    const { order, orderId } = await booked(2, 'N00130');
    expect([order.at('status'), order.at('extra', 'vouchersList')]).toEqual([0, []]);
    await box.control.confirm(orderId);
    const confirmed = await box.post('/v1/orders/ePasses/details', { orderId });
    expect([confirmed.at('status'), confirmed.text('extra', 'vouchersList', 0, 'voucher')]).toEqual([
      1,
      expect.stringMatching(/^\d{12}$/),
    ]);
    await box.control.reset();
    const second = await booked(2, 'N00130');
    await box.control.decline(second.orderId);
    expect((await box.post('/v1/orders/ePasses/details', { orderId: second.orderId })).at('status')).toBe(3);
    expect(await usages()).toBe(0);
  });

  it('lists the orders of a pass newest first, page by page', async () => {
    const { ePassId, orderId } = await booked(1);
    const walkIn = await box.control.redeem({ ePassId, resourceId: 'N00012', adults: 1 });
    const page = await box.post('/v1/orders/ePasses', { ePassId, pageSize: 1, pageNumber: 1 });
    expect([page.at('pagination'), page.at('orders', 0, 'orderId')]).toEqual([
      { pageSize: 1, pageNumber: 1, totalNumber: 2 },
      walkIn.orderId,
    ]);
    expect((await box.post('/v1/orders/ePasses', { ePassId, category: 2 })).at('orders', 0, 'orderId')).toBe(orderId);
    expect((await box.post('/v1/orders/ePasses', { ePassId, pageSize: 101 })).code).toBe(40000);
  });
});

describe('cancelling', () => {
  it('gives the usages back once, and frees the slot', async () => {
    const { orderId } = await booked(2);
    const cancelled = await box.patch('/v1/orders', { orderId, status: 3 });
    expect([cancelled.at('status'), cancelled.at('orderCancelledDate')]).toEqual([3, '2026-11-22T12:00:00+00:00']);
    expect(await usages()).toBe(0);
    expect((await box.patch('/v1/orders', { orderId, status: 3 })).code).toBe(40921);
    expect(await usages()).toBe(0);
  });

  it('is possible up to the very instant the window closes, and changes nothing after it', async () => {
    const { orderId } = await booked(2);
    await box.control.setClock({ now: '2026-11-25T10:31:00Z' });
    expect((await box.patch('/v1/orders', { orderId, status: 3 })).code).toBe(40920);
    expect(await usages()).toBe(2);
    await box.control.setClock({ now: '2026-11-25T10:30:00Z' });
    expect((await box.patch('/v1/orders', { orderId, status: 3 })).status).toBe(200);
  });

  it('counts elapsed hours through the night the clocks go forward', async () => {
    await box.control.setClock({ now: '2027-03-20T12:00:00Z' });
    // 10:30 in summer time is 09:30 UTC; 24 hours earlier the clock on the wall said 09:30, in winter time.
    const { orderId } = await booked(1, 'N00001', '2027-03-28T10:30');
    await box.control.setClock({ now: '2027-03-27T09:31:00Z' });
    expect((await box.patch('/v1/orders', { orderId, status: 3 })).code).toBe(40920);
    await box.control.setClock({ now: '2027-03-27T09:30:00Z' });
    expect((await box.patch('/v1/orders', { orderId, status: 3 })).status).toBe(200);
  });

  it('has no slot in the hour that the clocks skip', async () => {
    await box.control.setClock({ now: '2027-03-20T12:00:00Z' });
    await open('N00201', '2027-03-28T01:30');
    await open('N00201', '2027-03-28T02:30');
    expect((await box.ask(null, 'N00201', '2027-03-28T01:30')).at('available')).toBe(false);
    expect((await box.ask(null, 'N00201', '2027-03-28T02:30')).at('available')).toBe(true);
  });

  it('is refused where the place never allows it, and for used orders', async () => {
    const never = await booked(1, 'N00201');
    expect((await box.patch('/v1/orders', { orderId: never.orderId, status: 3 })).code).toBe(40921);
    const walkIn = await box.control.redeem({ ePassId: never.ePassId });
    expect((await box.patch('/v1/orders', { orderId: walkIn.orderId, status: 3 })).code).toBe(40921);
    expect((await box.patch('/v1/orders', { orderId: 'DP99999999999999', status: 3 })).code).toBe(40400);
    expect((await box.patch('/v1/orders', { orderId: never.orderId, status: 2 })).code).toBe(40000);
  });
});

describe('at the venue', () => {
  it('deducts a walk-in at once, and gives it back when staff reverse it', async () => {
    const { ePassId } = await box.issue({ usages: 2 });
    const order = await box.control.redeem({ ePassId, resourceId: 'N00001', adults: 1, children: 1 });
    expect([order.category, order.status, order.usedAtLocal]).toEqual([1, 2, '2026-11-22T12:00:00']);
    expect(await usages()).toBe(2);
    await expect(box.control.redeem({ ePassId })).rejects.toThrow(/usages/);
    await box.control.reverse(order.orderId);
    expect(await usages()).toBe(0);
    await expect(box.control.reverse(order.orderId)).rejects.toThrow(/used/);
  });

  it('takes a voucher from one hour before to three hours after the booked time, once', async () => {
    const { order } = await booked(2);
    const voucher = order.text('extra', 'vouchersList', 0, 'voucher');
    const scanAt = async (now: string) => {
      await box.control.setClock({ now });
      return box.control.redeem({ voucher });
    };
    await expect(scanAt('2026-11-26T09:29:00Z')).rejects.toThrow(/1 hour before/);
    await expect(scanAt('2026-11-26T13:31:00Z')).rejects.toThrow(/3 hours after/);
    expect((await scanAt('2026-11-26T09:30:00Z')).status).toBe(2);
    await expect(scanAt('2026-11-26T10:30:00Z')).rejects.toThrow(/used/);
    expect(await usages()).toBe(2);
  });
});
