import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { DragonPassError, type RejectionReason } from '@/lib/dragonpass/errors';
import { setRuntime } from '@/lib/server/runtime';
import { listBookings } from '@/lib/store/bookings';
import { get, openTestApp, type TestApp } from '@/lib/testing/app';
import { ask, book, bookingOf, errorOf, held, traveller, VISIT_AT, visitsOf } from '@/lib/testing/journey';
import { GET as listHandler } from './bookings/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterEach(() => setRuntime(app.runtime));
afterAll(() => app.close());

/** A vendor that refuses every prebooking so. */
function refusing(reason: RejectionReason): void {
  const { dragonpassFor } = app.runtime;
  const error = new DragonPassError({
    kind: 'rejected',
    operation: 'prebook',
    outcomeUnknown: false,
    status: 409,
    reason,
  });
  setRuntime({
    ...app.runtime,
    dragonpassFor: (brand) => ({ ...dragonpassFor(brand), prebook: () => Promise.reject(error) }),
  });
}

const rowsOf = ({ brandId, clientUserId }: Session) => listBookings(app.store.db, { brandId, clientUserId });

describe('a prebooking that the vendor refuses', () => {
  it.each<[RejectionReason, number, string, Record<string, string> | undefined]>([
    ['slot-unavailable', 409, 'no_availability', undefined],
    ['place-closed', 409, 'no_availability', undefined],
    ['not-prebookable', 409, 'no_availability', { resourceId: 'not_prebookable' }],
    ['not-found', 409, 'no_availability', undefined],
    ['token-expired', 409, 'hold_expired', undefined],
    ['pass-expired', 403, 'not_entitled', { passId: 'pass_not_usable' }],
    ['pass-cancelled', 403, 'not_entitled', { passId: 'pass_not_usable' }],
    ['no-visits-left', 403, 'not_entitled', { passId: 'not_enough_visits' }],
    ['place-not-allowed', 403, 'not_entitled', { passId: 'pass_not_valid_here' }],
    ['party-too-large', 400, 'invalid_request', { adults: 'party_too_large' }],
    ['duplicate', 409, 'already_booked', undefined],
    ['request-reused', 502, 'vendor_unexpected', undefined],
    ['other', 502, 'vendor_unexpected', undefined],
  ])('for %s is answered %d %s, is kept as refused, and takes no visit', async (reason, status, code, fields) => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    refusing(reason);
    const reply = await book(as, holdId);
    expect([reply.status, errorOf(reply).code, errorOf(reply).fields]).toEqual([status, code, fields]);
    expect(await rowsOf(as)).toMatchObject([{ status: 'refused', refusal: code, vouchers: [] }]);
    setRuntime(app.runtime);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });

  it.each<[RejectionReason, Record<string, string>]>([
    ['name-conflict', { holder: 'name_conflict' }],
    ['missing-info', { details: 'required' }],
  ])('for %s, which can be mended, keeps the hold and shows nothing of the attempt', async (reason, fields) => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    refusing(reason);
    expect(errorOf(await book(as, holdId))).toMatchObject({ code: 'invalid_request', fields });
    expect((await get(listHandler, { as })).body.bookings).toEqual([]);
    setRuntime(app.runtime);
    expect((await book(as, holdId)).status).toBe(201);
  });

  it('is not told as refused while nobody can look whether it was made before, and is once somebody can', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    refusing('slot-unavailable');
    await app.control.addFault({ operation: 'epass.orders', mode: 'fail', status: 503, times: 3 });
    const reply = await book(as, holdId);
    expect(reply).toMatchObject({ status: 202, body: { status: 'checking' } });
    setRuntime(app.runtime);
    await app.control.clearFaults();
    await app.advance(2_000);
    const settled = await bookingOf(as, String(reply.body.bookingId));
    expect(settled).toMatchObject({ status: 'refused', refusal: 'no_availability' });
  });
});

describe('a time that is asked about', () => {
  it('with fewer visits than we knew of is refused for the pass, which is read again', async () => {
    const { as, pass } = await traveller();
    await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001', adults: 2 });
    expect(errorOf(await ask(as, { passId: pass.passId }))).toMatchObject({
      code: 'not_entitled',
      fields: { passId: 'not_enough_visits' },
    });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ used: 2, left: 0 });
  });

  it('at a place that has shrunk its parties says so', async () => {
    const { as, pass } = await traveller();
    await held(as, { passId: pass.passId, at: '2026-11-26T10:30' });
    await app.control.patchResource('N00001', { maxPassengerPerOrder: 1 });
    const reply = await ask(as, { passId: pass.passId, at: VISIT_AT, adults: 2 });
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_request', fields: { adults: 'party_too_large' } });
  });
});
