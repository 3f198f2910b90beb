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
