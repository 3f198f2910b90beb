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
