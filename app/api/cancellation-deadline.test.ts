import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setRuntime } from '@/lib/server/runtime';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { booked, bookingOf, cancel, errorOf, visitsOf } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterEach(() => setRuntime(app.runtime));
afterAll(() => app.close());

/** Our clock stands; the vendor's, which has the same limit, is a minute before it. */
async function at(limit: string, differenceMs: number): Promise<void> {
  const limitMs = Date.parse(limit);
  await app.control.setClock({ now: new Date(limitMs - 60_000).toISOString() });
  setRuntime({ ...app.runtime, clock: () => limitMs + differenceMs });
}

describe.each([
  ['on an ordinary day', '2026-11-22T12:00:00Z', '2026-11-25T10:30', '2026-11-24T10:30:00Z'],
  ['through the night that loses an hour', '2027-03-20T12:00:00Z', '2027-03-28T12:00', '2027-03-27T11:00:00Z'],
  ['through the night that repeats an hour', '2027-10-20T12:00:00Z', '2027-10-31T12:00', '2027-10-30T12:00:00Z'],
])('a cancellation 24 hours ahead in Manchester, %s,', (_, now, visitAt, limit) => {
  it.each([
    ['a second before the limit', -1_000],
    ['exactly at the limit', 0],
  ])('%s is allowed and gives the visit back', async (__, differenceMs) => {
    await app.control.setClock({ now });
    const { as, pass, booking } = await booked('lounge-pair', { at: visitAt });
    expect(Date.parse(booking.cancellation.until ?? '')).toBe(Date.parse(limit));
    await at(limit, differenceMs);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ cancellation: { allowed: 'allowed' } });
    expect(await cancel(as, booking.bookingId)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });

  it('a second after the limit is refused, asks the vendor nothing, and leaves the voucher', async () => {
    await app.control.setClock({ now });
    const { as, booking } = await booked('lounge-pair', { at: visitAt });
    await at(limit, 1_000);
    await app.control.resetCalls();
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('too_late_to_cancel');
    expect((await app.control.calls()).byOperation).not.toHaveProperty('cancel');
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', vouchers: booking.vouchers });
  });
});
