import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import type { OrderStatus } from '@/lib/domain/order';
import { DragonPassError } from '@/lib/dragonpass/errors';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { setRuntime } from '@/lib/server/runtime';
import { openTestApp, post, type TestApp } from '@/lib/testing/app';
import { booked, bookingOf, cancel, errorOf, visitsOf } from '@/lib/testing/journey';
import { POST as cancelHandler } from './bookings/[bookingId]/cancel/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

afterEach(() => setRuntime(app.runtime));

function layover() {
  const brand = brands().find(({ id }) => id === 'layover');
  if (!brand) throw new Error('the brand is missing');
  return brand;
}

const cancelAtVendor = (orderId: string) =>
  app.runtime.dragonpassFor(layover()).cancelOrder({ orderId, requestId: randomUUID() });

/** A vendor that has every order in this status, and cancels none. */
function vendorHas(status: OrderStatus): void {
  const { dragonpassFor } = app.runtime;
  const refusal = new DragonPassError({
    kind: 'rejected',
    operation: 'cancel',
    outcomeUnknown: false,
    reason: 'not-cancellable',
  });
  setRuntime({
    ...app.runtime,
    dragonpassFor: (brand) => {
      const real = dragonpassFor(brand);
      return {
        ...real,
        cancelOrder: () => Promise.reject(refusal),
        getOrder: async (question) => ({ ...(await real.getOrder(question)), status }),
      };
    },
  });
}

const ordersOf = (as: Session) => app.control.orders(as.clientUserId);

describe('POST /api/bookings/[bookingId]/cancel', () => {
  it('gives the booking and its visit back, once', async () => {
    const { as, pass, booking } = await booked();
    const key = randomUUID();
    const reply = await cancel(as, booking.bookingId, key);
    expect(reply).toMatchObject({ status: 200, body: { status: 'cancelled', isCancelling: false, vouchers: [] } });
    expect((await cancel(as, booking.bookingId, key)).body).toEqual(reply.body);
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('already_cancelled');
    expect(await visitsOf(as, pass.passId)).toEqual({ total: 2, used: 0, reserved: 0, reversed: 0, left: 2 });
    expect(await ordersOf(as)).toMatchObject([{ status: 3 }]);
  });

  it('from two devices at once asks the vendor once', async () => {
    const { as, pass, booking } = await booked();
    await app.control.resetCalls();
    await Promise.all([cancel(as, booking.bookingId), cancel(as, booking.bookingId)]);
    expect((await app.control.calls()).byOperation).toMatchObject({ cancel: 1 });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ left: 2 });
  });

  it('refused by a vendor whose clock is ahead of ours leaves the booking and its voucher', async () => {
    const { as, booking } = await booked();
    const { dragonpassFor } = app.runtime;
    const late = new DragonPassError({
      kind: 'rejected',
      operation: 'cancel',
      outcomeUnknown: false,
      reason: 'too-late-to-cancel',
    });
    setRuntime({
      ...app.runtime,
      dragonpassFor: (brand) => ({ ...dragonpassFor(brand), cancelOrder: () => Promise.reject(late) }),
    });
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('too_late_to_cancel');
    setRuntime(app.runtime);
    const shown = await bookingOf(as, booking.bookingId);
    expect(shown).toMatchObject({ status: 'confirmed', isCancelling: false, vouchers: booking.vouchers });
    expect(shown.cancelFailedAt).not.toBeNull();
  });

  it('is judged by the server’s clock: a device that sends its own is not listened to', async () => {
    const { as, booking } = await booked();
    await app.control.setClock({ now: '2026-11-24T10:30:01Z' });
    const yesterday = { headers: { date: 'Mon, 23 Nov 2026 10:30:00 GMT' }, body: { now: '2026-11-23T10:30:00Z' } };
    const reply = await post(cancelHandler, { as, params: { bookingId: booking.bookingId }, ...yesterday });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('too_late_to_cancel');
  });

  it('of a booking that was scanned meanwhile changes nothing and shows it as used', async () => {
    const { as, pass, booking } = await booked('lounge-pair', { resourceId: SAMPLE_RESOURCES.lounge });
    // Staff let them in early, before the limit.
    vendorHas('used');
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('too_late_to_cancel');
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'used', vouchers: [], isCancelling: false });
    setRuntime(app.runtime);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ left: 1 });
  });

  it('of a booking that staff have cancelled meanwhile is that one cancellation', async () => {
    const { as, pass, booking } = await booked();
    const [order] = await ordersOf(as);
    await app.control.setClock({ now: '2026-11-24T10:00:00Z' });
    await cancelAtVendor(order?.orderId ?? '');
    expect(await cancel(as, booking.bookingId)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });

  it('of a place that never takes bookings back asks the vendor nothing', async () => {
    const { as, booking } = await booked('lounge-pair', { resourceId: SAMPLE_RESOURCES.neverCancellable });
    await app.control.resetCalls();
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('too_late_to_cancel');
    expect((await app.control.calls()).byOperation).not.toHaveProperty('cancel');
  });

  it('whose answer is lost is told from the order at once', async () => {
    const { as, booking } = await booked();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'after' });
    expect(await cancel(as, booking.bookingId)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  });

  it('with an unknown outcome keeps the booking and its voucher, and is sent again by itself a minute later', async () => {
    const { as, pass, booking } = await booked();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'before' });
    const reply = await cancel(as, booking.bookingId);
    expect(reply).toMatchObject({ status: 202, body: { status: 'confirmed', isCancelling: true } });
    expect(reply.body.vouchers).toEqual(booking.vouchers);
    await app.advance(30_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ isCancelling: true });
    await app.advance(31_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'cancelled', isCancelling: false });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ left: 2 });
  });

  it('that did not arrive in time is told as tried in vain, and the booking stands', async () => {
    const { as, booking } = await booked();
    await app.control.setClock({ now: '2026-11-24T10:29:30Z' });
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'before' });
    await cancel(as, booking.bookingId);
    await app.control.resetCalls();
    await app.advance(61_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({
      status: 'confirmed',
      isCancelling: false,
      vouchers: booking.vouchers,
      cancelFailedAt: expect.stringMatching(/^2026-11-24T10:29:3/),
      cancellation: { allowed: 'too-late' },
    });
    expect((await app.control.calls()).byOperation).not.toHaveProperty('cancel');
  });

  it('while the vendor is down changes nothing and can be tried again with the same key', async () => {
    const { as, booking } = await booked();
    const key = randomUUID();
    await app.control.addFault({ operation: 'cancel', mode: 'rate-limit', times: 3, ms: 60_000 });
    expect((await cancel(as, booking.bookingId, key)).status).toBe(503);
    await app.control.clearFaults();
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', isCancelling: false });
    expect((await cancel(as, booking.bookingId, key)).status).toBe(200);
  });
});
