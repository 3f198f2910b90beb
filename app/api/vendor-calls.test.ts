import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import type { Caller } from '@/lib/server/caller';
import { passesForPlace } from '@/lib/server/passes-for-place';
import { candidateTimesOf, getResource } from '@/lib/server/resources';
import { openTestApp, post, type TestApp } from '@/lib/testing/app';
import { book, booked, bookingOf, cancel, held, traveller, visitsOf } from '@/lib/testing/journey';
import { POST as issuePass } from './passes/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

function callerOf(session: Session): Caller {
  const brand = brands().find(({ id }) => id === session.brandId);
  if (!brand) throw new Error('the brand is missing');
  return { brand, session, requestId: 'test' };
}

/** Calls of the vendor since the last reset, but for the token, which serves everybody for an hour. */
async function calls(): Promise<Record<string, number>> {
  const { token: _token, ...byOperation } = (await app.control.calls()).byOperation;
  return byOperation;
}

/** What the page of prebooking reads before it is shown. */
async function openPage(as: Session, resourceId: string): Promise<void> {
  const caller = callerOf(as);
  const place = await getResource(caller, resourceId);
  await passesForPlace(caller, place);
  await candidateTimesOf(caller, resourceId, '2026-11-25');
}

it.each([
  ['a lounge', SAMPLE_RESOURCES.lounge, 'lounge-pair'],
  ['a Fast Track lane', SAMPLE_RESOURCES.fastTrack, 'fast-track-pair'],
])(
  'Booking %s takes three vendor calls, from opening the page to the voucher, however many passes there are',
  async (_, resourceId, offerId) => {
    const { as, pass } = await traveller(offerId);
    await post(issuePass, { as, body: { offerId: 'lounge-single' } });
    await getResource(callerOf(as), resourceId);
    // The passes were last read a while ago, and the traveller takes time over every step.
    await app.advance(60_000);
    await app.control.resetCalls();
    await openPage(as, resourceId);
    await app.advance(60_000);
    const holdId = await held(as, { passId: pass.passId, resourceId, at: '2026-11-25T12:00' });
    await app.advance(60_000);
    const { status, body } = await book(as, holdId);
    expect(status).toBe(201);
    expect(await bookingOf(as, String(body.bookingId))).toMatchObject({ status: 'confirmed' });
    expect(await calls()).toEqual({ 'epass.search': 1, availability: 1, prebook: 1 });
  },
);

it('A cancellation takes two vendor calls, the second of which reads the visits afresh', async () => {
  const { as, pass, booking } = await booked();
  await app.advance(3_600_000);
  await app.control.resetCalls();
  const { status, body } = await cancel(as, booking.bookingId);
  expect(status).toBe(200);
  expect(body, 'told with the answer, so that nobody has to ask for them').toMatchObject({
    passVisits: { total: 2, left: 2 },
  });
  expect(await calls()).toEqual({ cancel: 1, 'epass.search': 1 });
  expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
});
