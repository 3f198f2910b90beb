import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import { settleAll } from '@/lib/server/runner';
import { get, openTestApp, type TestApp } from '@/lib/testing/app';
import { book, booked, bookingOf, errorOf, held, traveller, visitsOf } from '@/lib/testing/journey';
import { GET as listBookings } from './bookings/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

function layover() {
  const brand = brands().find(({ id }) => id === 'layover');
  if (!brand) throw new Error('the brand is missing');
  return brand;
}
const ordersOf = (as: Session) => app.control.orders(as.clientUserId);

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
  it('no longer knows the hold of is refused, keeps no visit, and is shown as refused', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    // Somebody asks for the pass elsewhere, which ends the hold at the vendor without our knowing.
    await app.runtime.dragonpassFor(layover()).checkAvailability({
      ePassId: pass.code ?? '',
      module: 1,
      resourceId: 'N00001',
      at: '2026-11-26T10:30',
      adults: 1,
      children: 0,
      requestId: randomUUID(),
    });
    const reply = await book(as, holdId);
    expect(reply.status).toBe(409);
    expect(errorOf(reply).code).toMatch(/^(hold_expired|no_availability)$/);
    expect(errorOf(await book(as, holdId)).code).toBe('hold_expired');
    expect((await get(listBookings, { as })).body.bookings).toMatchObject([{ status: 'refused', vouchers: [] }]);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
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

  it('never got keeps the attempt under its id for whoever was told of it, and off the list', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'prebook', mode: 'rate-limit', ms: 60_000 });
    expect((await book(as, holdId)).status).toBe(503);
    const rows = await app.store.db.query.bookings.findMany({ where: (row, { eq }) => eq(row.passId, pass.passId) });
    const [attempt] = rows.map(({ id }) => id);
    expect(await bookingOf(as, String(attempt))).toMatchObject({ status: 'refused', refusal: 'not_made' });
    expect((await get(listBookings, { as })).body.bookings).toEqual([]);
    const made = await book(as, holdId);
    expect(made.status).toBe(201);
    expect((await get(listBookings, { as })).body.bookings).toMatchObject([{ bookingId: made.body.bookingId }]);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });
});
