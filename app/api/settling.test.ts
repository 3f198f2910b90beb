import { and, eq } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { settleAll } from '@/lib/server/runner';
import { setRuntime } from '@/lib/server/runtime';
import { brandEvents } from '@/lib/store/schema';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { book, booked, bookingOf, cancel, HOUR_MS, held, traveller, visitsOf } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterEach(() => setRuntime(app.runtime));
afterAll(() => app.close());

const settle = () => settleAll(app.runtime, brands());

/** What the brand's staff were told about this traveller. */
async function toldOf({ clientUserId }: Session) {
  const isTheirs = and(eq(brandEvents.clientUserId, clientUserId), eq(brandEvents.brandId, 'layover'));
  const rows = await app.store.db.select().from(brandEvents).where(isTheirs);
  return rows.map(({ type, token }) => ({ type, data: decodeJwt<{ data: Record<string, unknown> }>(token).data }));
}

/** The vendor, but for some calls that answer otherwise. */
function vendorWith(changes: (real: DragonPassClient) => Partial<DragonPassClient>): void {
  const { dragonpassFor } = app.runtime;
  setRuntime({
    ...app.runtime,
    dragonpassFor: (brand) => ({ ...dragonpassFor(brand), ...changes(dragonpassFor(brand)) }),
  });
}

/** A traveller with a booking that nobody knows the outcome of; `after`: the vendor made it. */
async function unknown(when: 'before' | 'after') {
  const { as, pass } = await traveller();
  const holdId = await held(as, { passId: pass.passId });
  await app.control.addFault({ operation: 'prebook', when, mode: 'reset' });
  const { body } = await book(as, holdId);
  expect(body).toMatchObject({ status: 'checking', flaggedAt: null });
  return { as, pass, bookingId: String(body.bookingId) };
}

describe('a booking that is still unknown after an hour', () => {
  it('is told to the brand’s staff once, without a code, and is still looked up until it is found', async () => {
    const { as, bookingId } = await unknown('after');
    vendorWith(() => ({ listOrders: () => Promise.reject(new TypeError('down')) }));
    await app.advance(HOUR_MS - 5_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'checking', flaggedAt: null });
    await app.advance(6_000);
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ flaggedAt: expect.stringMatching(/^2026-11-22T13:00:0/) });
    await settle();
    await bookingOf(as, bookingId);
    const told = await toldOf(as);
    expect(told).toMatchObject([
      { type: 'booking.unsettled', data: { bookingId, reason: 'unsettled', status: 'checking', orderId: null } },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/ada@example|Lovelace|\d{12}/);
    setRuntime(app.runtime);
    await app.advance(2 * HOUR_MS);
    await settle();
    const found = await bookingOf(as, bookingId);
    expect(found).toMatchObject({ status: 'confirmed', vouchers: [{ kind: 'qr' }], flaggedAt: null });
  });

  it('is told when its cancellation is what nobody knows', async () => {
    const { as, booking } = await booked();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'before' });
    vendorWith(() => ({ getOrder: () => Promise.reject(new TypeError('down')) }));
    expect((await cancel(as, booking.bookingId)).status).toBe(202);
    await app.advance(HOUR_MS);
    await settle();
    expect(await toldOf(as)).toMatchObject([{ data: { bookingId: booking.bookingId, isCancelling: true } }]);
    setRuntime(app.runtime);
    await app.advance(61_000);
    await settle();
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'cancelled', flaggedAt: null });
  });
});

describe('a booking that its place has yet to confirm', () => {
  async function pending() {
    const { as, pass, booking } = await booked('lounge-pair', {
      resourceId: SAMPLE_RESOURCES.pendingLounge,
      at: '2026-12-02T10:30',
    });
    expect(booking).toMatchObject({ status: 'pending', vouchers: [], sequence: 0 });
    const [order] = await app.control.orders(as.clientUserId);
    return { as, pass, bookingId: booking.bookingId, orderId: order?.orderId ?? '' };
  }

  it('stays pending for days, is told to staff once after one, and is confirmed when it is', async () => {
    const { as, bookingId, orderId } = await pending();
    await app.advance(24 * HOUR_MS - 60_000);
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'pending', flaggedAt: null });
    for (let day = 0; day < 3; day += 1) {
      await app.advance(24 * HOUR_MS);
      await settle();
    }
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'pending', flaggedAt: expect.any(String) });
    expect(await toldOf(as)).toMatchObject([{ type: 'booking.pending_long', data: { bookingId, orderId } }]);
    await app.control.confirm(orderId);
    await app.advance(HOUR_MS);
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'confirmed', flaggedAt: null, sequence: 1 });
  });

  it('is refused when the place declines it, not cancelled, and its visit comes back', async () => {
    const { as, pass, bookingId, orderId } = await pending();
    await app.control.decline(orderId);
    await settle();
    const declined = { status: 'refused', refusal: 'declined', isCancelling: false, cancelledAt: null, sequence: 1 };
    expect(await bookingOf(as, bookingId)).toMatchObject(declined);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });

  it('is cancelled, not refused, when it was the traveller who asked, also if the answer was lost', async () => {
    const { as, bookingId } = await pending();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'after' });
    expect((await cancel(as, bookingId)).body).toMatchObject({ status: 'cancelled', refusal: null });
  });
});

describe('a status that nobody knows', () => {
  it('changes nothing about a booking', async () => {
    const { as, booking } = await booked();
    vendorWith((real) => ({
      getOrder: async (question) => ({ ...(await real.getOrder(question)), status: 'unknown' }),
    }));
    await app.advance(2 * HOUR_MS);
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', vouchers: booking.vouchers });
  });

  it('of a new booking is "checking", which no end of its hold turns into a refusal', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    vendorWith((real) => ({
      prebook: async (question) => ({ ...(await real.prebook(question)), status: 'unknown' }),
      getOrder: async (question) => ({ ...(await real.getOrder(question)), status: 'unknown' }),
    }));
    const { status, body } = await book(as, holdId);
    expect([status, body.status]).toEqual([202, 'checking']);
    await app.advance(2 * HOUR_MS);
    expect(await bookingOf(as, String(body.bookingId))).toMatchObject({
      status: 'checking',
      flaggedAt: expect.any(String),
    });
  });
});

describe('that a booking was never made is only concluded', () => {
  it.each<[string, (real: DragonPassClient) => Partial<DragonPassClient>]>([
    ['cannot be read', () => ({ listOrders: () => Promise.reject(new TypeError('nonsense')) })],
    [
      'holds an order that cannot be read',
      (real) => ({ getOrder: ({ orderId }) => real.getOrder({ orderId: `${orderId}0` }) }),
    ],
  ])('from a list that can be read whole, not when it %s', async (_, changes) => {
    const { as, bookingId } = await unknown('after');
    vendorWith(changes);
    await app.advance(HOUR_MS);
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'checking' });
    setRuntime(app.runtime);
    await app.advance(HOUR_MS);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'confirmed' });
  });

  it('when nobody can say whose an order is that was made since, not before', async () => {
    const { as, pass, bookingId } = await unknown('before');
    const holdId = await held(as, { passId: pass.passId, at: '2026-11-26T10:30' });
    await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
    const other = String((await book(as, holdId)).body.bookingId);
    await app.advance(HOUR_MS);
    await settle();
    await settle();
    expect(await bookingOf(as, other)).toMatchObject({ status: 'confirmed' });
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'refused', refusal: 'not_made' });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });

  it('until an order turns up after all', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    let answer: () => void = () => undefined;
    const isLate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vendorWith((real) => ({
      prebook: async (question) => {
        await isLate;
        return real.prebook(question);
      },
    }));
    const reply = book(as, holdId);
    const rowOf = () =>
      app.store.db.query.bookings.findFirst({ where: (row, { eq: is }) => is(row.passId, pass.passId) });
    await expect.poll(rowOf).toMatchObject({ status: 'checking' });
    await app.control.setClock({ advanceMs: 12 * 60_000 });
    await settle();
    expect(await rowOf()).toMatchObject({ status: 'refused', refusal: 'not_made' });
    await app.control.setClock({ advanceMs: -12 * 60_000 });
    answer();
    expect(await reply).toMatchObject({ status: 201, body: { status: 'confirmed', refusal: null } });
  });
});

describe('a call that arrives twice at a vendor that remembers no ids', () => {
  it('makes one booking, which is told although the second arrival was refused', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'prebook', mode: 'duplicate', forgets: true });
    const reply = await book(as, holdId);
    expect(reply).toMatchObject({ status: 201, body: { status: 'confirmed', vouchers: [{ kind: 'qr' }] } });
    expect(await app.control.orders(as.clientUserId)).toHaveLength(1);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });

  it('cancels a booking once', async () => {
    const { as, pass, booking } = await booked();
    await app.control.addFault({ operation: 'cancel', mode: 'duplicate', forgets: true });
    expect(await cancel(as, booking.bookingId)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });
});
