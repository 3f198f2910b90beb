import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import { passDetailSchema } from '@/lib/contract/passes';
import { settleAll } from '@/lib/server/runner';
import { newTraveller, openTestApp, post, type TestApp } from '@/lib/testing/app';
import { change, changing, LATER } from '@/lib/testing/changing';
import { booked, cancel, errorOf, held } from '@/lib/testing/journey';
import { POST as issuePass } from './passes/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const settle = () => settleAll(app.runtime, brands());
const openOrders = async (as: Session) =>
  (await app.control.orders(as.clientUserId)).filter(({ status }) => status === 0 || status === 1);

describe('a change is refused, and asks the vendor nothing, when the other booking', () => {
  const refusedWith = async (as: Session, replaces: string, holdId: string) => {
    await app.control.resetCalls();
    const { code } = errorOf(await change(as, replaces, holdId));
    expect((await app.control.calls()).byOperation).not.toHaveProperty('prebook');
    return code;
  };

  it('is somebody else’s, or never was', async () => {
    const { as, holdId } = await changing();
    const other = await booked();
    expect(await refusedWith(as, other.booking.bookingId, holdId)).toBe('not_found');
    expect(await refusedWith(as, `bk_${'0'.repeat(22)}`, holdId)).toBe('not_found');
    expect((await change(newTraveller(), other.booking.bookingId, holdId)).status).toBe(404);
  });

  it('was cancelled', async () => {
    const { as, old, holdId } = await changing();
    await cancel(as, old);
    expect(await refusedWith(as, old, holdId)).toBe('already_cancelled');
  });

  it('is too late to cancel', async () => {
    const { as, pass, booking } = await booked();
    await app.control.setClock({ now: '2026-11-24T10:30:01Z' });
    const holdId = await held(as, { passId: pass.passId, at: LATER });
    expect(await refusedWith(as, booking.bookingId, holdId)).toBe('too_late_to_cancel');
  });

  it('is itself about to end a third one, which would stand for ever if nobody ended it', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'cancel', mode: 'rate-limit', times: 3, ms: 60_000 });
    const second = String((await change(as, old, holdId)).body.bookingId);
    const { passId } = passDetailSchema.parse((await post(issuePass, { as, body: { offerId: 'lounge-single' } })).body);
    const third = await held(as, { passId, at: '2026-11-27T10:30' });
    expect(await refusedWith(as, second, third)).toBe('already_booked');
    await app.control.clearFaults();
    await settle();
    expect((await change(as, second, third)).body).toMatchObject({ status: 'confirmed', change: 'done' });
    expect(await openOrders(as)).toMatchObject([{ at: '2026-11-27T10:30' }]);
  });

  it('is being replaced already', async () => {
    const { as, pass, booking } = await booked();
    const first = await held(as, { passId: pass.passId, at: LATER });
    await app.control.addFault({ operation: 'prebook', when: 'before', mode: 'reset' });
    await change(as, booking.bookingId, first);
    const second = await held(as, { passId: pass.passId, at: '2026-11-27T10:30' });
    expect(await refusedWith(as, booking.bookingId, second)).toBe('already_booked');
  });
});
