import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { setRuntime } from '@/lib/server/runtime';
import { get, newTraveller, openTestApp, post, type TestApp } from '@/lib/testing/app';
import {
  book,
  booked,
  bookingOf,
  cancel,
  errorOf,
  HOUR_MS,
  held,
  traveller,
  VISIT_AT,
  visitsOf,
} from '@/lib/testing/journey';
import { GET as getBooking } from './bookings/[bookingId]/route';
import { GET as listBookings, POST as prebook } from './bookings/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const ordersOf = (as: Session) => app.control.orders(as.clientUserId);

describe('POST /api/bookings', () => {
  it('books what is held: voucher, deadline, visits reserved', async () => {
    const { as, pass, booking } = await booked();
    expect(booking).toMatchObject({
      status: 'confirmed',
      at: VISIT_AT,
      startsAt: '2026-11-25T10:30:00+00:00',
      timeZone: 'Europe/London',
      party: { adults: 1, children: 0 },
      vouchers: [{ code: expect.stringMatching(/^\d{12}$/), kind: 'qr' }],
      cancellation: { kind: 'free-until', until: '2026-11-24T10:30:00+00:00', allowed: 'allowed' },
    });
    expect(await visitsOf(as, pass.passId)).toEqual({ total: 2, used: 0, reserved: 1, reversed: 0, left: 1 });
    expect(await ordersOf(as)).toHaveLength(1);
  });

  it('counts its visit also while the pass cannot be read, and no longer when it is given back', async () => {
    const { as, pass } = await traveller();
    const reply = await book(as, await held(as, { passId: pass.passId }));
    const { dragonpassFor } = app.runtime;
    const getEPass = () => Promise.reject(new TypeError('down'));
    setRuntime({ ...app.runtime, dragonpassFor: (brand) => ({ ...dragonpassFor(brand), getEPass }) });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ total: 2, reserved: 1, left: 1 });
    await cancel(as, String(reply.body.bookingId));
    expect(await visitsOf(as, pass.passId)).toMatchObject({ total: 2, reserved: 0, left: 2 });
    setRuntime(app.runtime);
  });

  it('keeps no personal details', async () => {
    await booked();
    const rows = await app.store.db.query.bookings.findMany();
    expect(JSON.stringify(rows)).not.toMatch(/ada@example|1394/);
  });

  it('tells every field that is missing or wrong, and can be sent again', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    const reply = await book(as, holdId, { details: { email: 'ada', transportNumber: '' } });
    expect(errorOf(reply)).toMatchObject({
      code: 'invalid_request',
      fields: { 'details.email': 'email_form', 'details.transportNumber': 'required' },
    });
    expect((await book(as, holdId)).status).toBe(201);
  });

  it('one key or two, one hold makes one booking', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    const key = randomUUID();
    const replies = await Promise.all([book(as, holdId, { key }), book(as, holdId, { key }), book(as, holdId)]);
    const again = await book(as, holdId, { key });
    const ids = new Set([...replies, again].map((reply) => reply.body.bookingId));
    expect(ids.size).toBe(1);
    expect(await ordersOf(as)).toHaveLength(1);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ left: 1 });
  });

  it('does not book the same visit twice', async () => {
    const { as, pass } = await booked();
    const holdId = await held(as, { passId: pass.passId });
    expect(errorOf(await book(as, holdId)).code).toBe('already_booked');
    expect(await ordersOf(as)).toHaveLength(1);
  });

  it('refuses a hold that has run out, is somebody else’s, or never was', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    expect((await book(newTraveller(), holdId)).status).toBe(404);
    expect((await book(as, `hd_${'0'.repeat(22)}`)).status).toBe(404);
    expect((await post(prebook, { body: { holdId, details: {} } })).status).toBe(401);
    expect((await post(prebook, { as, body: { holdId: 'x', details: {} } })).status).toBe(400);
    await app.advance(11 * 60_000);
    expect(errorOf(await book(as, holdId)).code).toBe('hold_expired');
    expect(await ordersOf(as)).toEqual([]);
  });

  it('shows a booking the place has yet to confirm without a voucher, and with one when it has', async () => {
    const { as, booking } = await booked('lounge-pair', { resourceId: SAMPLE_RESOURCES.pendingLounge });
    expect(booking).toMatchObject({ status: 'pending', vouchers: [] });
    const [order] = await ordersOf(as);
    await app.control.confirm(order?.orderId ?? '');
    await app.advance(6_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', vouchers: [{ kind: 'qr' }] });
  });
});

describe('GET /api/bookings', () => {
  it('shows the traveller’s own, and somebody else’s like a missing one', async () => {
    const { as, booking } = await booked();
    expect((await get(listBookings, { as })).body.bookings).toMatchObject([{ bookingId: booking.bookingId }]);
    const other = newTraveller();
    expect((await get(listBookings, { as: other })).body.bookings).toEqual([]);
    const params = { bookingId: booking.bookingId };
    const theirs = await get(getBooking, { as: other, params });
    const missing = await get(getBooking, { as: other, params: { bookingId: `bk_${'0'.repeat(22)}` } });
    expect([theirs.status, missing.status]).toEqual([404, 404]);
    expect({ ...errorOf(theirs), requestId: '' }).toEqual({ ...errorOf(missing), requestId: '' });
    expect((await cancel(other, booking.bookingId)).status).toBe(404);
    expect((await get(getBooking, { params })).status).toBe(401);
    expect((await get(listBookings)).status).toBe(401);
  });

  it.each([
    ['is down', { mode: 'fail', status: 503 } as const],
    ['talks nonsense', { mode: 'garbage' } as const],
  ])('shows it as last known when the vendor %s', async (_, fault) => {
    const { as, booking } = await booked();
    await app.advance(2 * HOUR_MS);
    await app.control.addFault({ operation: '*', times: 40, ...fault });
    expect(await bookingOf(as, booking.bookingId)).toEqual(booking);
  });

  it('shows that it was used, and that staff took that back', async () => {
    const { as, pass, booking } = await booked();
    await app.control.setClock({ now: '2026-11-25T10:00:00Z' });
    const order = await app.control.redeem({ voucher: booking.vouchers[0]?.code ?? '' });
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'used', vouchers: [] });
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('too_late_to_cancel');
    await app.control.reverse(order.orderId);
    await app.advance(61_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'cancelled' });
    const visits = { total: 2, used: 0, reserved: 0, reversed: 1, left: 2 };
    await expect.poll(() => visitsOf(as, pass.passId)).toEqual(visits);
  });
});
