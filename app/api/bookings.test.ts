import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import { activitySchema } from '@/lib/contract/activity';
import { bookingSchema } from '@/lib/contract/bookings';
import { errorBodySchema } from '@/lib/contract/errors';
import { passDetailSchema } from '@/lib/contract/passes';
import { availabilitySchema } from '@/lib/contract/resources';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { settleAll } from '@/lib/server/runner';
import { get, newTraveller, openTestApp, post, type Reply, type TestApp } from '@/lib/testing/app';
import { GET as listActivity } from './activity/route';
import { POST as cancelBooking } from './bookings/[bookingId]/cancel/route';
import { GET as getBooking } from './bookings/[bookingId]/route';
import { GET as listBookings, POST as prebook } from './bookings/route';
import { GET as getPass } from './passes/[passId]/route';
import { POST as issuePass } from './passes/route';
import { POST as askAvailability } from './resources/[resourceId]/availability/route';

/** A Wednesday morning, three days ahead. */
const AT = '2026-11-25T10:30';
const DETAILS = { email: 'ada@example.com', transportNumber: 'ba 1394' };
const HOUR_MS = 3_600_000;

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const errorOf = (reply: Reply) => errorBodySchema.parse(reply.body).error;

async function traveller(offerId = 'lounge-pair') {
  const as = newTraveller();
  const reply = await post(issuePass, { as, body: { offerId } });
  return { as, pass: passDetailSchema.parse(reply.body) };
}
type Ask = { passId?: string; at?: string; adults?: number; children?: number; resourceId?: string };
function ask(as: Session | undefined, { resourceId = 'N00001', ...body }: Ask) {
  const params = { resourceId };
  return post(askAvailability, { ...(as && { as }), params, body: { at: AT, adults: 1, children: 0, ...body } });
}
async function held(as: Session, about: Ask): Promise<string> {
  const { holdId } = availabilitySchema.parse((await ask(as, about)).body);
  if (!holdId) throw new Error('nothing was held');
  return holdId;
}
const book = (as: Session, holdId: string, more: { key?: string; details?: Record<string, string> } = {}) =>
  post(prebook, { as, body: { holdId, details: more.details ?? DETAILS }, ...(more.key && { key: more.key }) });
async function booked(offerId?: string, about: Ask = {}) {
  const { as, pass } = await traveller(offerId);
  const reply = await book(as, await held(as, { passId: pass.passId, ...about }));
  expect(reply.status).toBe(201);
  return { as, pass, booking: bookingSchema.parse(reply.body) };
}
const bookingOf = async (as: Session, bookingId: string) =>
  bookingSchema.parse((await get(getBooking, { as, params: { bookingId } })).body);
const cancel = (as: Session, bookingId: string, key: string = randomUUID()) =>
  post(cancelBooking, { as, params: { bookingId }, key });
const visitsOf = async (as: Session, passId: string) =>
  passDetailSchema.parse((await get(getPass, { as, params: { passId } })).body).visits;
const ordersOf = (as: Session) => app.control.orders(as.clientUserId);

describe('POST /api/resources/[resourceId]/availability', () => {
  it('without a pass is information, for anybody, and holds nothing', async () => {
    expect((await ask(undefined, {})).body).toEqual({ available: true, alternatives: [] });
    expect((await app.control.state()).counts.holds).toBe(0);
  });

  it('with a pass holds the place, and gives up what the pass held before', async () => {
    const { as, pass } = await traveller();
    const first = await held(as, { passId: pass.passId });
    const { body } = await ask(as, { passId: pass.passId, at: '2026-11-25T12:00' });
    expect(body).toMatchObject({ available: true, heldUntil: expect.stringMatching(/^2026-11-22T12:10:0\d\+00:00$/) });
    expect((await app.control.state()).counts.holds).toBe(1);
    expect(errorOf(await book(as, first)).code).toBe('hold_expired');
    expect(await ordersOf(as)).toEqual([]);
  });

  it('never tells the vendor’s token or the pass', async () => {
    const { as, pass } = await traveller();
    const { body } = await ask(as, { passId: pass.passId });
    expect(Object.keys(body).sort()).toEqual(['alternatives', 'available', 'heldUntil', 'holdId']);
  });

  it('offers the nearest free times when the wanted one is taken', async () => {
    const { as, pass } = await traveller();
    for (const at of [AT, '2026-11-25T11:00']) {
      await app.control.setSlot({ resourceId: 'N00001', at, capacity: 0 });
    }
    await app.control.setSlot({ resourceId: 'N00001', at: '2026-11-25T10:00', capacity: 5 });
    const { available, holdId, alternatives } = availabilitySchema.parse((await ask(as, { passId: pass.passId })).body);
    expect([available, holdId]).toEqual([false, undefined]);
    expect(alternatives[0]).toEqual({ at: '2026-11-25T10:00', startsAt: '2026-11-25T10:00:00+00:00' });
    expect(alternatives.map(({ at }) => at)).not.toContain('2026-11-25T11:00');
  });

  it('asks the vendor nothing about a time at which the place is closed', async () => {
    const { as, pass } = await traveller();
    await app.control.resetCalls();
    const { body } = await ask(as, { passId: pass.passId, at: '2026-11-25T23:00' });
    expect(body).toMatchObject({ available: false });
    expect(body.alternatives).not.toEqual([]);
  });

  it.each([
    ['in the past', { at: '2026-11-22T10:30' }, { at: 'time_not_offered' }],
    ['off the grid', { at: '2026-11-25T10:31' }, { at: 'time_not_offered' }],
    ['beyond the horizon', { at: '2027-06-01T10:30' }, { at: 'time_not_offered' }],
    ['that no calendar has', { at: '2026-02-30T10:30' }, { at: expect.any(String) }],
    ['for nobody', { adults: 0 }, { adults: 'too_small' }],
    ['for more than the place takes', { adults: 7 }, { adults: 'party_too_large' }],
  ])('refuses a visit %s', async (_, about, fields) => {
    const reply = await ask(undefined, about);
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_request', fields });
  });

  it('refuses a pass with too few visits, of another kind, of another place, or of somebody else', async () => {
    const { as, pass } = await traveller();
    const few = await ask(as, { passId: pass.passId, adults: 2, children: 1 });
    expect(errorOf(few)).toMatchObject({ code: 'not_entitled', fields: { passId: 'not_enough_visits' } });
    const lane = await ask(as, { passId: pass.passId, resourceId: SAMPLE_RESOURCES.fastTrack });
    expect(errorOf(lane).fields).toEqual({ passId: 'pass_not_valid_here' });
    const scoped = await traveller('manchester-lounge');
    const elsewhere = await ask(scoped.as, { passId: scoped.pass.passId, resourceId: 'N00002' });
    expect(errorOf(elsewhere).fields).toEqual({ passId: 'pass_not_valid_here' });
    expect((await ask(newTraveller(), { passId: pass.passId })).status).toBe(404);
    expect((await ask(undefined, { passId: pass.passId })).status).toBe(401);
  });

  it('says that a place takes no bookings', async () => {
    for (const resourceId of [SAMPLE_RESOURCES.walkInOnlyLounge, SAMPLE_RESOURCES.setMeal]) {
      expect(errorOf(await ask(undefined, { resourceId })).fields).toEqual({ resourceId: 'not_prebookable' });
    }
  });

  it.each([
    ['is down', { mode: 'fail', status: 503 } as const, 'vendor_unavailable'],
    ['talks nonsense', { mode: 'garbage' } as const, 'vendor_unexpected'],
    ['hangs', { mode: 'stall' } as const, 'vendor_unavailable'],
  ])('is our failure when the vendor %s', async (_, fault, code) => {
    const { as, pass } = await traveller();
    await app.control.addFault({ operation: 'availability', times: 20, ...fault });
    expect(errorOf(await ask(as, { passId: pass.passId })).code).toBe(code);
  });
});

describe('POST /api/bookings', () => {
  it('books what is held: voucher, deadline, visits reserved', async () => {
    const { as, pass, booking } = await booked();
    expect(booking).toMatchObject({
      status: 'confirmed',
      at: AT,
      startsAt: '2026-11-25T10:30:00+00:00',
      timeZone: 'Europe/London',
      party: { adults: 1, children: 0 },
      vouchers: [{ code: expect.stringMatching(/^\d{12}$/), kind: 'qr' }],
      cancellation: { kind: 'free-until', until: '2026-11-24T10:30:00+00:00', allowed: 'allowed' },
    });
    expect(await visitsOf(as, pass.passId)).toEqual({ total: 2, used: 0, reserved: 1, left: 1 });
    expect(await ordersOf(as)).toHaveLength(1);
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

describe('a lost answer to a prebooking', () => {
  it.each([
    ['cut off', { mode: 'reset' } as const],
    ['unreadable', { mode: 'garbage' } as const],
    ['an error page', { mode: 'fail', status: 502 } as const],
    ['never finished', { mode: 'stall' } as const],
  ])('that was %s is "checking", and settles to the one booking that was made', async (_, fault) => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'prebook', when: 'after', ...fault });
    const key = randomUUID();
    const reply = await book(as, holdId, { key });
    expect(reply).toMatchObject({ status: 202, body: { status: 'checking', vouchers: [] } });
    const again = await book(as, holdId, { key });
    expect(again.body.bookingId).toBe(reply.body.bookingId);
    await app.advance(2_000);
    const settled = await bookingOf(as, String(reply.body.bookingId));
    expect(settled).toMatchObject({ status: 'confirmed', vouchers: [{ kind: 'qr' }] });
    expect(await ordersOf(as)).toHaveLength(1);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });

  it('is settled by the runner as well, without anybody looking', async () => {
    const { as, pass } = await traveller();
    await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
    await book(as, await held(as, { passId: pass.passId }));
    await settleAll(app.runtime, brands());
    const rows = await app.store.db.query.bookings.findMany({ where: (row, { eq }) => eq(row.passId, pass.passId) });
    expect(rows).toMatchObject([{ status: 'confirmed' }]);
  });

  it('to a call that never arrived is refused a minute after the hold has ended, not before', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'prebook', when: 'before', mode: 'reset' });
    const reply = await book(as, holdId);
    const bookingId = String(reply.body.bookingId);
    expect(reply.body.status).toBe('checking');
    await app.advance(10.5 * 60_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'checking' });
    await app.advance(60_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'refused', refusal: 'not_made' });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });

  it('is never mistaken for another booking of the same pass', async () => {
    const { as, pass } = await booked('manchester-lounge');
    const holdId = await held(as, { passId: pass.passId, at: '2026-11-26T10:30' });
    await app.control.addFault({ operation: 'prebook', when: 'before', mode: 'reset' });
    const reply = await book(as, holdId);
    await app.advance(2_000);
    expect(await bookingOf(as, String(reply.body.bookingId))).toMatchObject({ status: 'checking', vouchers: [] });
  });
});

describe('a prebooking that the vendor', () => {
  it('refuses for want of room keeps nothing and says so', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.setSlot({ resourceId: 'N00001', at: AT, capacity: 0 });
    await app.control.addFault({ operation: 'prebook', mode: 'fail', status: 409 });
    expect((await book(as, holdId)).status).toBe(502);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ left: 2 });
  });

  it('turns away for too many calls leaves the hold, so that the same key books a moment later', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    const key = randomUUID();
    await app.control.addFault({ operation: 'prebook', mode: 'rate-limit', times: 3, ms: 60_000 });
    expect((await book(as, holdId, { key })).status).toBe(503);
    await app.control.clearFaults();
    expect((await book(as, holdId, { key })).status).toBe(201);
    expect(await ordersOf(as)).toHaveLength(1);
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
    expect(await visitsOf(as, pass.passId)).toEqual({ total: 2, used: 0, reserved: 0, left: 2 });
  });
});

describe('POST /api/bookings/[bookingId]/cancel', () => {
  it('gives the booking and its visit back, once', async () => {
    const { as, pass, booking } = await booked();
    const key = randomUUID();
    const reply = await cancel(as, booking.bookingId, key);
    expect(reply).toMatchObject({ status: 200, body: { status: 'cancelled', isCancelling: false, vouchers: [] } });
    expect((await cancel(as, booking.bookingId, key)).body).toEqual(reply.body);
    expect(errorOf(await cancel(as, booking.bookingId)).code).toBe('already_cancelled');
    expect(await visitsOf(as, pass.passId)).toEqual({ total: 2, used: 0, reserved: 0, left: 2 });
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

  it('with an unknown outcome keeps the booking and its voucher, and can be tried again a minute later', async () => {
    const { as, pass, booking } = await booked();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'before' });
    const reply = await cancel(as, booking.bookingId);
    expect(reply).toMatchObject({ status: 202, body: { status: 'confirmed', isCancelling: true } });
    expect(reply.body.vouchers).toEqual(booking.vouchers);
    await app.advance(30_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ isCancelling: true });
    await app.advance(31_000);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', isCancelling: false });
    expect((await cancel(as, booking.bookingId)).body).toMatchObject({ status: 'cancelled' });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ left: 2 });
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

describe('GET /api/activity', () => {
  const activityOf = async (as: Session, query = '') =>
    activitySchema.parse((await get(listActivity, { as, query })).body);

  it('lists walk-ins, reversals, bookings and cancellations, newest first', async () => {
    const { as, pass, booking } = await booked();
    await app.advance(HOUR_MS);
    const walkIn = await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001' });
    await app.advance(HOUR_MS);
    await app.control.reverse(walkIn.orderId);
    await app.advance(HOUR_MS);
    await cancel(as, booking.bookingId);
    const { usages } = await activityOf(as);
    expect(usages.map(({ kind, visits }) => [kind, visits])).toEqual([
      ['cancellation', -1],
      ['reversal', -1],
      ['visit', 1],
      ['booking', 1],
    ]);
    expect(JSON.stringify(usages)).not.toContain(walkIn.orderId);
  });

  it('is paged, without gaps or repeats', async () => {
    const { as, booking } = await booked();
    await app.advance(HOUR_MS);
    await cancel(as, booking.bookingId);
    const first = await activityOf(as, '?limit=1');
    const second = await activityOf(as, `?limit=1&cursor=${first.nextCursor}`);
    expect([first.usages[0]?.kind, second.usages[0]?.kind, second.nextCursor]).toEqual([
      'cancellation',
      'booking',
      null,
    ]);
    expect((await get(listActivity, { as, query: '?cursor=nonsense' })).status).toBe(400);
  });

  it('falls back to our own bookings, saying how old that is, when the vendor is down', async () => {
    const { as, booking } = await booked();
    await app.advance(HOUR_MS);
    await app.control.addFault({ operation: '*', mode: 'garbage', times: 20 });
    const { usages, asOf } = await activityOf(as);
    expect(usages).toMatchObject([{ bookingId: booking.bookingId }]);
    expect(Date.parse(asOf)).toBeLessThan(app.runtime.clock() - HOUR_MS / 2);
  });

  it('is nobody else’s', async () => {
    await booked();
    expect((await activityOf(newTraveller())).usages).toEqual([]);
    expect((await get(listActivity)).status).toBe(401);
  });
});
