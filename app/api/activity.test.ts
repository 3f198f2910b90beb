import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { activitySchema } from '@/lib/contract/activity';
import { get, newTraveller, openTestApp, type TestApp } from '@/lib/testing/app';
import { booked, cancel, HOUR_MS } from '@/lib/testing/journey';
import { GET as listActivity } from './activity/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

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
