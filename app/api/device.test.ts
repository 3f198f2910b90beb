import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownerTag } from '@/lib/auth/owner-tag';
import type { Session } from '@/lib/auth/session';
import { type KeepList, keepListSchema } from '@/lib/contract/device';
import { get, newTraveller, openTestApp, post, type TestApp } from '@/lib/testing/app';
import { booked, cancel, HOUR_MS, traveller } from '@/lib/testing/journey';
import { GET as keepList } from './device/route';
import { POST as signOut } from './session/sign-out/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const listOf = async (as: Session): Promise<KeepList> => keepListSchema.parse((await get(keepList, { as })).body);

describe('GET /api/device', () => {
  it('names the active passes and the bookings to come, without a code or a voucher', async () => {
    const { as, pass, booking } = await booked();
    const { owner, pages } = await listOf(as);
    expect(owner).toBe(ownerTag(as));
    expect(pages.map(({ path, kind, endsAt }) => ({ path, kind, endsAt }))).toEqual([
      { path: `/bookings/${booking.bookingId}`, kind: 'booking', endsAt: '2026-11-25T13:30:00.000Z' },
      { path: `/passes/${pass.passId}`, kind: 'pass', endsAt: pass.expiresAt },
    ]);
    const said = JSON.stringify(pages);
    for (const code of [pass.code, ...booking.vouchers.map((voucher) => voucher.code)])
      expect(said).not.toContain(code);
  });

  it('leaves out what is over or was given back', async () => {
    const { as, pass, booking } = await booked();
    await cancel(as, booking.bookingId);
    expect((await listOf(as)).pages.map(({ path }) => path)).toEqual([`/passes/${pass.passId}`]);
    await app.advance(400 * 24 * HOUR_MS);
    expect((await listOf({ ...as })).pages).toEqual([]);
  });

  it('changes the version of a page with what it says, and not with when it was checked', async () => {
    const { as } = await traveller();
    const versionNow = async () => (await listOf(as)).pages[0]?.version;
    const first = await versionNow();
    await app.advance(HOUR_MS);
    expect(await versionNow()).toBe(first);
    const [pass] = await app.control.passes(as.clientUserId);
    await app.control.redeem({ ePassId: pass?.ePassId ?? '', resourceId: 'N00001' });
    await app.advance(HOUR_MS);
    expect(await versionNow()).not.toBe(first);
  });

  it('names nothing of somebody else’s', async () => {
    await booked();
    expect((await listOf(newTraveller())).pages).toEqual([]);
  });
});

describe('POST /api/session/sign-out', () => {
  it('has the browser erase what it keeps', async () => {
    const reply = await post(signOut, { as: newTraveller() });
    expect(reply.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
    expect(reply.headers.get('Set-Cookie')).toContain('Max-Age=0');
  });

  it('sent later by a device ends the session of whom it means, and nobody else’s', async () => {
    const left = newTraveller();
    const other = newTraveller();
    const send = (as: Session) => post(signOut, { as, headers: { 'X-Device-Owner': ownerTag(left) } });
    expect((await send(left)).headers.get('Set-Cookie')).toContain('Max-Age=0');
    const reply = await send(other);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('Set-Cookie')).toBeNull();
  });
});
