import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as calendarOf } from '@/app/api/bookings/[bookingId]/calendar/route';
import type { Session } from '@/lib/auth/session';
import { bookingSchema } from '@/lib/contract/bookings';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { download, newTraveller, openTestApp, type TestApp } from '@/lib/testing/app';
import { readCalendar } from '@/lib/testing/calendar-file';
import { book, booked, bookingOf, cancel, held, traveller } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const ask = (as: Session | undefined, bookingId: string, headers: Record<string, string> = {}) =>
  download(calendarOf, { ...(as && { as }), params: { bookingId }, headers });

/** The one entry of a file, as another program reads it. */
async function entryOf(response: Response) {
  const { method, event } = readCalendar(await response.text());
  return { method, ...event };
}

describe('GET /api/bookings/[bookingId]/calendar', () => {
  it('answers a file of the booking for its owner’s calendar, kept by nobody and without the code', async () => {
    const { as, pass, booking } = await booked();
    const response = await ask(as, booking.bookingId);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="visit-2026-11-25.ics"');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const text = (await response.clone().text()).replaceAll('\r\n ', '');
    for (const secret of [booking.vouchers[0]?.code, pass.code, pass.passId, 'Lovelace']) {
      expect(secret).toBeTruthy();
      expect(text).not.toContain(secret);
    }
    const entry = await entryOf(response);
    expect(entry).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', summary: booking.resourceName });
    expect(entry.start.toISOString()).toBe(new Date(booking.startsAt).toISOString());
  });

  it('answers the same entry with METHOD:CANCEL once the booking is cancelled', async () => {
    const { as, booking } = await booked();
    const before = await entryOf(await ask(as, booking.bookingId));
    await cancel(as, booking.bookingId);
    const response = await ask(as, booking.bookingId);
    expect(response.headers.get('Content-Type')).toContain('method=CANCEL');
    const after = await entryOf(response);
    expect(after).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: before.uid });
    expect(Number(after.sequence)).toBeGreaterThan(Number(before.sequence));
  });

  it('calls a visit tentative that its place has yet to confirm', async () => {
    const { as, booking } = await booked('lounge-pair', { resourceId: SAMPLE_RESOURCES.pendingLounge });
    expect(await entryOf(await ask(as, booking.bookingId))).toMatchObject({ method: 'PUBLISH', status: 'TENTATIVE' });
  });

  it('has nothing to answer while nobody knows whether it was booked', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
    await app.control.addFault({ operation: 'epass.orders', mode: 'fail', times: 100 });
    const reply = await book(as, holdId);
    expect(reply.status).toBe(202);
    const { bookingId } = bookingSchema.parse(reply.body);
    expect((await bookingOf(as, bookingId)).status).toBe('checking');
    expect((await ask(as, bookingId)).status).toBe(404);
  });

  it('answers somebody else’s booking exactly like a missing one, and nobody without a session', async () => {
    const { booking } = await booked();
    const stranger = newTraveller();
    const bodies = await Promise.all(
      [booking.bookingId, 'bk_0000000000000000'].map(async (id) => {
        const response = await ask(stranger, id);
        expect(response.status).toBe(404);
        const { error } = await response.json();
        return { ...error, requestId: '' };
      }),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    expect((await ask(undefined, booking.bookingId)).status).toBe(401);
  });

  it('leads a person whose booking has no file back to its page', async () => {
    const response = await ask(newTraveller(), 'bk_0000000000000000', { 'sec-fetch-mode': 'navigate' });
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/bookings/bk_0000000000000000');
  });
});
