import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { booked, bookingOf, cancel, errorOf, visitsOf } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

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

  it.each([
    ['a second before the limit is allowed', '2026-11-24T10:29:50Z', 200],
    ['just after the limit is refused', '2026-11-24T10:30:01Z', 409],
  ])('%s', async (_, now, status) => {
    const { as, booking } = await booked();
    await app.control.setClock({ now });
    const reply = await cancel(as, booking.bookingId);
    expect(reply.status).toBe(status);
    expect(await ordersOf(as)).toMatchObject([{ status: status === 200 ? 3 : 1 }]);
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
