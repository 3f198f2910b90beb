import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { importJWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventKey } from '@/lib/auth/event-key';
import type { Session } from '@/lib/auth/session';
import { accountExportSchema } from '@/lib/contract/account';
import { passDetailSchema } from '@/lib/contract/passes';
import { refusalSchema } from '@/lib/contract/refusals';
import { listRefusals } from '@/lib/store/refusals';
import { brandEvents } from '@/lib/store/schema';
import { get, newTraveller, openTestApp, post, type TestApp } from '@/lib/testing/app';
import { booked, cancel, errorOf, traveller } from '@/lib/testing/journey';
import { POST as erase } from './account/erase/route';
import { GET as exportAccount } from './account/export/route';
import { POST as tell } from './passes/[passId]/refusals/route';
import { GET as getPass } from './passes/[passId]/route';
import { POST as issuePass } from './passes/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const FULL = { resourceId: 'N00001', reason: 'full', words: 'Come back at three, they said.' };
const eventsOf = ({ clientUserId }: Session) =>
  app.store.db.select().from(brandEvents).where(eq(brandEvents.clientUserId, clientUserId));
const kept = (as: Session) => listRefusals(app.store.db, as);

describe('POST /api/passes/[passId]/refusals', () => {
  it('keeps where, when and why, takes no visit and asks the vendor nothing', async () => {
    const { as, pass } = await traveller();
    await app.control.addFault({ operation: '*', mode: 'fail', status: 503, times: 99 });
    const reply = await post(tell, { as, params: { passId: pass.passId }, body: FULL });
    expect(reply.status).toBe(201);
    expect(refusalSchema.parse(reply.body)).toMatchObject({
      refusalId: expect.stringMatching(/^rf_/),
      passId: pass.passId,
      bookingId: null,
      resourceId: 'N00001',
      placeName: 'DragonPass Lounge',
      hub: 'MAN',
      terminal: expect.any(String),
      happenedAt: expect.stringMatching(/^2026-11-22T12:0/),
      reason: 'full',
      words: FULL.words,
    });
    await app.control.clearFaults();
    const after = passDetailSchema.parse((await get(getPass, { as, params: { passId: pass.passId } })).body);
    expect(after).toMatchObject({ status: 'active', code: pass.code, visits: pass.visits });
  });

  it('leaves the brand a signed event about its customer, with no code in it', async () => {
    const { as, pass } = await traveller();
    const quoted = { ...FULL, words: `${FULL.words} It was ${pass.code?.match(/.{4}/g)?.join(' ')}.` };
    const { body } = await post(tell, { as, params: { passId: pass.passId }, body: quoted });
    const events = await eventsOf(as);
    expect(events).toMatchObject([{ brandId: 'layover', type: 'door.refused', deliveredAt: null }]);
    const [{ id = '', token = '' } = {}] = events;
    const { publicJwk } = await eventKey();
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK(publicJwk), {
      algorithms: ['EdDSA'],
      audience: 'layover',
      subject: as.clientUserId,
      currentDate: new Date(app.runtime.clock()),
    });
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: publicJwk.kid, typ: 'brand-event+jwt' });
    expect(payload).toMatchObject({
      jti: id,
      type: 'door.refused',
      data: { refusalId: body.refusalId, passId: pass.passId, offerId: 'lounge-pair', reason: 'full', hub: 'MAN' },
    });
    expect(pass.code).toMatch(/^\d{16}$/);
    expect(JSON.stringify(payload).replaceAll(' ', '')).not.toContain(pass.code);
    const { publicJwk: other } = await eventKey('another secret of thirty-two characters');
    await expect(jwtVerify(token, await importJWK(other))).rejects.toThrow();
  });

  it('takes the place of a booking from the booking', async () => {
    const { as, pass, booking } = await booked();
    const body = { bookingId: booking.bookingId, reason: 'not-recognised' };
    const reply = await post(tell, { as, params: { passId: pass.passId }, body });
    const { bookingId, resourceId, resourceName: placeName } = booking;
    expect(reply).toMatchObject({ status: 201, body: { bookingId, resourceId, placeName, words: '' } });
  });

  it('takes a place in the traveller’s own words, and a time that is past', async () => {
    const { as, pass } = await traveller();
    const body = { placeName: ' The lounge at gate 9 ', reason: 'other', happenedAt: '2026-11-22T12:30:00+01:00' };
    const reply = await post(tell, { as, params: { passId: pass.passId }, body });
    expect(reply).toMatchObject({
      status: 201,
      body: { placeName: 'The lounge at gate 9', resourceId: null, happenedAt: '2026-11-22T11:30:00.000Z' },
    });
  });

  it('sent again with its key is kept and told once, and answered the same', async () => {
    const { as, pass } = await traveller();
    const key = randomUUID();
    const send = () => post(tell, { as, key, params: { passId: pass.passId }, body: FULL });
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(second.body).toEqual(first.body);
    expect(third.body).toEqual(first.body);
    expect(await kept(as)).toHaveLength(1);
    expect(await eventsOf(as)).toHaveLength(1);
    const otherwise = await post(tell, {
      as,
      key,
      params: { passId: pass.passId },
      body: { ...FULL, reason: 'closed' },
    });
    expect(errorOf(otherwise).code).toBe('idempotency_conflict');
  });

  it('about somebody else’s pass or booking looks like a missing one, and keeps nothing', async () => {
    const theirs = await booked();
    const mine = await traveller();
    const missing = `ps_${'0'.repeat(22)}`;
    for (const passId of [theirs.pass.passId, missing]) {
      const reply = await post(tell, { as: mine.as, params: { passId }, body: FULL });
      expect(reply.status).toBe(404);
      expect(errorOf(reply)).toMatchObject({ code: 'not_found' });
    }
    const body = { bookingId: theirs.booking.bookingId, reason: 'full' };
    expect((await post(tell, { as: mine.as, params: { passId: mine.pass.passId }, body })).status).toBe(404);
    expect(await kept(mine.as)).toEqual([]);
    expect(await kept(theirs.as)).toEqual([]);
  });

  it('refuses a booking that is not of this pass', async () => {
    const first = await booked();
    const issued = await post(issuePass, { as: first.as, body: { offerId: 'lounge-single' } });
    const body = { bookingId: first.booking.bookingId, reason: 'full' };
    expect((await post(tell, { as: first.as, params: { passId: String(issued.body.passId) }, body })).status).toBe(404);
  });

  it.each([
    ['without a reason', { resourceId: 'N00001' }, { reason: 'unknown_value' }],
    ['with a reason nobody knows', { ...FULL, reason: 'rude' }, { reason: 'unknown_value' }],
    ['without a place', { reason: 'full' }, { placeName: 'bad_format' }],
    ['at a place nobody knows', { ...FULL, resourceId: 'N99999' }, { resourceId: 'unknown_value' }],
    ['with a place of control characters', { reason: 'full', placeName: 'a\u0000b' }, { placeName: 'bad_format' }],
    ['with endless words', { ...FULL, words: 'x'.repeat(501) }, { words: 'too_long' }],
    ['that is yet to happen', { ...FULL, happenedAt: '2026-11-22T13:00:00Z' }, { happenedAt: 'too_large' }],
    ['of long ago', { ...FULL, happenedAt: '2026-10-01T00:00:00Z' }, { happenedAt: 'too_small' }],
    ['at no time', { ...FULL, happenedAt: 'just now' }, { happenedAt: 'bad_format' }],
  ])('refuses one %s', async (_what, body, fields) => {
    const { as, pass } = await traveller();
    const reply = await post(tell, { as, params: { passId: pass.passId }, body });
    expect(reply.status).toBe(400);
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_request', fields });
    expect(await kept(as)).toEqual([]);
  });

  it('refuses a stranger, another origin and a write without a key', async () => {
    const { as, pass } = await traveller();
    const params = { passId: pass.passId };
    expect((await post(tell, { params, body: FULL })).status).toBe(401);
    expect((await post(tell, { as, params, body: FULL, key: null })).status).toBe(400);
    const elsewhere = await post(tell, { as, params, body: FULL, headers: { origin: 'https://evil.example' } });
    expect(elsewhere.status).toBeGreaterThanOrEqual(400);
    expect((await post(tell, { as: newTraveller(), params, body: FULL })).status).toBe(404);
    expect(await kept(as)).toEqual([]);
  });
});

describe('what was told', () => {
  it('is in the export of its traveller and of nobody else', async () => {
    const { as, pass } = await traveller();
    await post(tell, { as, params: { passId: pass.passId }, body: FULL });
    const { refusals } = accountExportSchema.parse((await get(exportAccount, { as })).body);
    expect(refusals).toMatchObject([{ passId: pass.passId, reason: 'full', words: FULL.words }]);
    const other = await traveller();
    expect(accountExportSchema.parse((await get(exportAccount, { as: other.as })).body).refusals).toEqual([]);
  });

  it('goes when the account is erased, and so does the event', async () => {
    const { as, pass, booking } = await booked();
    await cancel(as, booking.bookingId);
    await post(tell, { as, params: { passId: pass.passId }, body: FULL });
    expect(await eventsOf(as)).toHaveLength(1);
    expect((await post(erase, { as })).status).toBe(200);
    expect(await kept(as)).toEqual([]);
    expect(await eventsOf(as)).toEqual([]);
  });
});
