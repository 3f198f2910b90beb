import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { accountExportSchema } from '@/lib/contract/account';
import { findBooking, updateBooking } from '@/lib/store/bookings';
import { claimIdempotencyKey } from '@/lib/store/idempotency';
import { insertPass, listPasses as passRows } from '@/lib/store/passes';
import { get, openTestApp, post, type TestApp } from '@/lib/testing/app';
import { book, booked, cancel, errorOf, held, traveller } from '@/lib/testing/journey';
import { newPassRow } from '@/lib/testing/store-rows';
import { POST as erase } from './account/erase/route';
import { GET as exportAccount } from './account/export/route';
import { GET as listBookings } from './bookings/route';
import { GET as listOffers } from './offers/route';
import { GET as getPass } from './passes/[passId]/route';
import { POST as issuePass, GET as listPasses } from './passes/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

async function leftOf(as: Session, offerId: string): Promise<unknown> {
  const offers = (await get(listOffers, { as })).body.offers as { offerId: string; left: number }[];
  return offers.find((offer) => offer.offerId === offerId)?.left;
}

describe('GET /api/account/export', () => {
  it('is a file with what is kept of the traveller, and with no code or voucher', async () => {
    const { as, pass, booking } = await booked();
    const reply = await get(exportAccount, { as });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="layover-data.json"');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const kept = accountExportSchema.parse(reply.body);
    expect(kept.traveller).toMatchObject({ customerNumber: as.clientUserId, firstName: 'Ada', email: as.email });
    expect(kept.passes).toMatchObject([{ passId: pass.passId, offerId: 'lounge-pair' }]);
    expect(kept.bookings).toMatchObject([{ bookingId: booking.bookingId, status: 'confirmed' }]);
    const secrets = [pass.code ?? '', ...booking.vouchers.map(({ code }) => code)];
    expect(secrets.length).toBeGreaterThan(1);
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(JSON.stringify(reply.body)).not.toContain(secret);
    }
  });

  it("has nothing of another traveller's", async () => {
    await booked();
    const { as, pass } = await traveller();
    const kept = accountExportSchema.parse((await get(exportAccount, { as })).body);
    expect(kept.passes.map(({ passId }) => passId)).toEqual([pass.passId]);
    expect(kept.bookings).toEqual([]);
  });
});

describe('POST /api/account/erase', () => {
  it('signs out and leaves no pass or booking, also at the next sign-in', async () => {
    const { as, pass, booking } = await booked();
    await cancel(as, booking.bookingId);
    const reply = await post(erase, { as });
    expect(reply).toMatchObject({ status: 200, body: { erased: true } });
    expect(reply.headers.get('set-cookie')).toMatch(/^layover-session=; .*Max-Age=0/);
    expect((await get(listPasses, { as })).body).toEqual({ passes: [] });
    expect((await get(listBookings, { as })).body).toEqual({ bookings: [] });
    expect((await get(getPass, { as, params: { passId: pass.passId } })).status).toBe(404);
  });

  it('gives no more of an offer than there was', async () => {
    const { as } = await traveller();
    for (let left = await leftOf(as, 'lounge-pair'); left !== 0; left = await leftOf(as, 'lounge-pair')) {
      expect((await post(issuePass, { as, body: { offerId: 'lounge-pair' } })).status).toBe(201);
    }
    await post(erase, { as });
    expect(await leftOf(as, 'lounge-pair')).toBe(0);
    const reply = await post(issuePass, { as, body: { offerId: 'lounge-pair' } });
    expect(errorOf(reply)).toMatchObject({ code: 'not_entitled', fields: { offerId: 'offer_used_up' } });
  });

  it.each(['confirmed', 'pending', 'checking'] as const)(
    'is refused while a %s booking is ahead, and nothing is removed',
    async (status) => {
      const { as, pass, booking } = await booked();
      await updateBooking(app.store.db, booking.bookingId, ['confirmed'], { status });
      const reply = await post(erase, { as });
      expect(reply.status).toBe(409);
      expect(reply.headers.get('set-cookie')).toBeNull();
      expect(errorOf(reply)).toMatchObject({ code: 'already_booked', fields: { bookings: 'open_bookings' } });
      expect((await passRows(app.store.db, as)).map(({ id }) => id)).toEqual([pass.passId]);
      expect(await findBooking(app.store.db, as, booking.bookingId)).not.toBeNull();
    },
  );

  it('takes a booking whose time has passed with it', async () => {
    const { as, booking } = await booked();
    await app.advance(4 * 24 * 3_600_000);
    expect((await post(erase, { as })).status).toBe(200);
    expect(await findBooking(app.store.db, as, booking.bookingId)).toBeNull();
  });

  it('leaves other travellers alone, and the same id under another brand', async () => {
    const { as } = await traveller();
    const other = await booked();
    const elsewhere = { brandId: 'meridian', clientUserId: as.clientUserId };
    await insertPass(app.store.db, elsewhere, newPassRow());
    await post(erase, { as });
    expect(await passRows(app.store.db, other.as)).toHaveLength(1);
    expect(await findBooking(app.store.db, other.as, other.booking.bookingId)).not.toBeNull();
    expect(await passRows(app.store.db, elsewhere)).toHaveLength(1);
  });

  it('sent again because its answer was lost, signs out again and leaves no key behind', async () => {
    const { as } = await traveller();
    const key = randomUUID();
    await post(erase, { as, key });
    const repeat = await post(erase, { as, key });
    expect(repeat.status).toBe(200);
    expect(repeat.headers.get('set-cookie')).toContain('Max-Age=0');
    const claim = await claimIdempotencyKey(app.store.db, as, key, 'other', null, app.runtime.clock());
    expect(claim).toEqual({ state: 'new' });
  });

  it('ends the holds, so that nothing is booked with one afterwards', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await post(erase, { as });
    expect((await book(as, holdId)).status).toBe(404);
    expect((await get(listBookings, { as })).body).toEqual({ bookings: [] });
  });
});
