import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { download, get, newTraveller } from '@/lib/testing/app';
import { booked, cancel, errorOf, traveller } from '@/lib/testing/journey';
import { openWalletApp, type WalletApp } from '@/lib/testing/wallet-app';
import { GET as bookingForApple } from './bookings/[bookingId]/wallet/apple/route';
import { GET as bookingForGoogle } from './bookings/[bookingId]/wallet/google/route';
import { GET as passForApple } from './passes/[passId]/wallet/apple/route';
import { GET as passForGoogle } from './passes/[passId]/wallet/google/route';

let app: WalletApp;
beforeAll(async () => {
  app = await openWalletApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

describe('a wallet', () => {
  const handlers = [
    ['Apple', 'pass', passForApple],
    ['Google', 'pass', passForGoogle],
    ['Apple', 'booking', bookingForApple],
    ['Google', 'booking', bookingForGoogle],
  ] as const;

  it.each(handlers)('of %s gets nobody else’s %s, which looks like a missing one', async (_, what, handler) => {
    const { booking, pass } = await booked();
    const as = newTraveller();
    const paramsOf = (passId: string, bookingId: string): Record<string, string> =>
      what === 'pass' ? { passId } : { bookingId };
    const theirs = await get(handler, { as, params: paramsOf(pass.passId, booking.bookingId) });
    const missing = await get(handler, { as, params: paramsOf(`ps_${'0'.repeat(22)}`, `bk_${'0'.repeat(22)}`) });
    expect(theirs.status).toBe(404);
    expect({ ...errorOf(theirs), requestId: '' }).toEqual({ ...errorOf(missing), requestId: '' });
    expect((await get(handler, { params: paramsOf(pass.passId, booking.bookingId) })).status).toBe(401);
    expect(app.google.objects.size).toBe(0);
  });

  it.each(handlers)('of %s is not offered for a %s by a brand without keys', async (_, what, handler) => {
    const { booking, pass } = await booked();
    const as = newTraveller({ brandId: 'meridian' });
    const params: Record<string, string> = what === 'pass' ? { passId: pass.passId } : { bookingId: booking.bookingId };
    const reply = await get(handler, { as, params, origin: 'http://meridian.localhost:3000' });
    expect(errorOf(reply).code).toBe('not_found');
  });

  it.each(handlers)('of %s takes no %s that opens no door', async (_, what, handler) => {
    const { as, booking, pass } = await booked('lounge-single');
    const params: Record<string, string> = what === 'pass' ? { passId: pass.passId } : { bookingId: booking.bookingId };
    // The pass has no visit left beside the booked one; the booking ends with its cancellation.
    if (what === 'booking') await cancel(as, booking.bookingId);
    expect(errorOf(await get(handler, { as, params })).code).toBe('not_entitled');
    expect(app.google.objects.size).toBe(0);
  });

  it.each(handlers)(
    'link of %s that a person follows in vain leads to the page of the %s',
    async (_, what, handler) => {
      const { booking, pass } = await booked();
      const isPass = what === 'pass';
      const params: Record<string, string> = isPass ? { passId: pass.passId } : { bookingId: booking.bookingId };
      const headers = { 'sec-fetch-mode': 'navigate' };
      for (const as of [undefined, newTraveller()]) {
        const answer = await download(handler, { ...(as && { as }), params, headers });
        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toBe(
          isPass ? `/passes/${pass.passId}` : `/bookings/${booking.bookingId}`,
        );
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    },
  );

  it('of Apple is not offered once its certificate has ended, and one for a Fast Track pass never', async () => {
    const { as, pass } = await traveller('fast-track');
    expect(errorOf(await get(passForApple, { as, params: { passId: pass.passId } })).code).toBe('not_entitled');
    const { as: holder, pass: lounge } = await traveller();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_500 });
    try {
      vi.setSystemTime(Date.now() + 366 * 86_400_000);
      const session = { ...holder, expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
      expect(errorOf(await get(passForApple, { as: session, params: { passId: lounge.passId } })).code).toBe(
        'not_found',
      );
    } finally {
      vi.useRealTimers();
    }
  });
});
