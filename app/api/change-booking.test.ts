import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import { passDetailSchema } from '@/lib/contract/passes';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { settleAll } from '@/lib/server/runner';
import { openTestApp, post, type TestApp } from '@/lib/testing/app';
import { change, changing, LATER } from '@/lib/testing/changing';
import { book, booked, bookingOf, cancel, errorOf, held, visitsOf } from '@/lib/testing/journey';
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

describe('a booking that takes the place of another', () => {
  it('is confirmed, and the other is cancelled: one visit is taken, both say so', async () => {
    const { as, pass, old, holdId } = await changing();
    const reply = await change(as, old, holdId);
    expect(reply).toMatchObject({
      status: 201,
      body: { status: 'confirmed', at: LATER, replaces: old, change: 'done' },
    });
    const replacedBy = String(reply.body.bookingId);
    expect(await bookingOf(as, old)).toMatchObject({ status: 'cancelled', replacedBy, change: 'done', sequence: 1 });
    expect(await openOrders(as)).toMatchObject([{ at: LATER }]);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });

  it('may be the same time for more people', async () => {
    const { as, booking } = await booked('lounge-single');
    const { passId } = passDetailSchema.parse((await post(issuePass, { as, body: { offerId: 'lounge-pair' } })).body);
    const holdId = await held(as, { passId, adults: 2 });
    expect(errorOf(await book(as, holdId)).code).toBe('already_booked');
    expect((await change(as, booking.bookingId, holdId)).body).toMatchObject({ party: { adults: 2 }, change: 'done' });
    expect(await openOrders(as)).toMatchObject([{ party: { adults: 2 } }]);
  });

  it('leaves the other alone while its own outcome is unknown, and cancels it once it was found', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
    const reply = await change(as, old, holdId);
    expect(reply).toMatchObject({ status: 202, body: { status: 'checking', change: 'waiting' } });
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', change: 'waiting' });
    await settle();
    expect(await bookingOf(as, String(reply.body.bookingId))).toMatchObject({ status: 'confirmed', change: 'done' });
    expect(await bookingOf(as, old)).toMatchObject({ status: 'cancelled', change: 'done' });
    expect(await openOrders(as)).toHaveLength(1);
  });

  it('waits for its place to confirm', async () => {
    const { as, old, holdId } = await changing(SAMPLE_RESOURCES.pendingLounge);
    const reply = await change(as, old, holdId);
    expect(reply.body).toMatchObject({ status: 'pending', change: 'waiting' });
    await settle();
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', change: 'waiting' });
    const [order] = (await openOrders(as)).filter(({ status }) => status === 0);
    await app.control.confirm(order?.orderId ?? '');
    await settle();
    expect(await bookingOf(as, old)).toMatchObject({ status: 'cancelled', change: 'done' });
  });

  it('leaves the other as it was when it is refused', async () => {
    const { as, old, holdId } = await changing();
    await app.control.setSlot({ resourceId: 'N00001', at: LATER, capacity: 0 });
    expect(errorOf(await change(as, old, holdId)).code).toBe('no_availability');
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', replacedBy: null, change: null });
    expect(await openOrders(as)).toHaveLength(1);
  });

  it('leaves the other as it was when it never reached the vendor', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'prebook', mode: 'rate-limit', times: 3, ms: 60_000 });
    expect((await change(as, old, holdId)).status).toBe(503);
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', replacedBy: null, change: null });
    await app.control.clearFaults();
    expect((await change(as, old, holdId)).body).toMatchObject({ change: 'done' });
  });

  it('leaves the other as it was when it turns out never to have been made', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'prebook', when: 'before', mode: 'reset' });
    const bookingId = String((await change(as, old, holdId)).body.bookingId);
    await app.advance(12 * 60_000);
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'refused', replaces: old, change: null });
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', replacedBy: null, change: null });
  });

  it('leaves the other as it was when its place declines', async () => {
    const { as, old, holdId } = await changing(SAMPLE_RESOURCES.pendingLounge);
    await change(as, old, holdId);
    const [order] = (await openOrders(as)).filter(({ status }) => status === 0);
    await app.control.decline(order?.orderId ?? '');
    await settle();
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', replacedBy: null, change: null });
  });

  it('leaves the other as it was, at once, when it is given back before its place has confirmed', async () => {
    const { as, old, holdId } = await changing(SAMPLE_RESOURCES.pendingLounge);
    const bookingId = String((await change(as, old, holdId)).body.bookingId);
    const reply = await cancel(as, bookingId);
    expect(reply.body).toMatchObject({ status: 'cancelled', change: null });
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', replacedBy: null, change: null });
  });

  it('stands beside the other, and both say so, when that can no longer be cancelled', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
    const bookingId = String((await change(as, old, holdId)).body.bookingId);
    await app.control.setClock({ now: '2026-11-24T10:30:01Z' });
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'confirmed', change: 'both-stand' });
    expect(await bookingOf(as, old)).toMatchObject({
      status: 'confirmed',
      replacedBy: bookingId,
      change: 'both-stand',
    });
    expect(await openOrders(as)).toHaveLength(2);
  });

  it('stands beside the other when the vendor does not take that back', async () => {
    const { as, pass, booking } = await booked();
    await app.control.patchResource('N00001', { cancellable: false });
    const holdId = await held(as, { passId: pass.passId, at: LATER });
    const reply = await change(as, booking.bookingId, holdId);
    expect(reply).toMatchObject({ status: 201, body: { status: 'confirmed', change: 'both-stand' } });
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', change: 'both-stand' });
  });
});

describe('a change that is cut off between its two steps', () => {
  it('before the cancellation was sent, is finished by whoever comes next', async () => {
    const { as, pass, old, holdId } = await changing();
    await app.control.addFault({ operation: 'cancel', mode: 'rate-limit', times: 3, ms: 60_000 });
    expect((await change(as, old, holdId)).body).toMatchObject({ status: 'confirmed', change: 'waiting' });
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', isCancelling: false, change: 'waiting' });
    await app.control.clearFaults();
    await settle();
    expect(await bookingOf(as, old)).toMatchObject({ status: 'cancelled', change: 'done' });
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });

  it.each([
    ['before it took effect', 'before'],
    ['after it took effect', 'after'],
  ] as const)('after the cancellation was sent and %s, is finished once', async (_, when) => {
    const { as, pass, old, holdId } = await changing();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when });
    await app.control.addFault({ operation: 'order.details', mode: 'fail', times: 3 });
    const reply = await change(as, old, holdId);
    expect(reply).toMatchObject({ status: 201, body: { status: 'confirmed', change: 'waiting' } });
    await app.control.clearFaults();
    await app.advance(61_000);
    await settle();
    await settle();
    const bookingId = String(reply.body.bookingId);
    expect(await bookingOf(as, old)).toMatchObject({ status: 'cancelled', replacedBy: bookingId, change: 'done' });
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'confirmed', change: 'done' });
    expect(await openOrders(as)).toHaveLength(1);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 1, left: 1 });
  });

  it('and whose new booking the traveller is giving back meanwhile takes nothing away: the other one stands', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'cancel', mode: 'rate-limit', times: 3, ms: 60_000 });
    const bookingId = String((await change(as, old, holdId)).body.bookingId);
    await app.control.clearFaults();
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'before' });
    expect((await cancel(as, bookingId)).body).toMatchObject({ status: 'confirmed', isCancelling: true });
    await settle();
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', isCancelling: false });
    await app.advance(61_000);
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'cancelled' });
    expect(await bookingOf(as, old)).toMatchObject({ status: 'confirmed', replacedBy: null, change: null });
    expect(await openOrders(as)).toMatchObject([{ at: '2026-11-25T10:30' }]);
  });

  it('and whose other booking the traveller cancels meanwhile is over', async () => {
    const { as, old, holdId } = await changing();
    await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
    const bookingId = String((await change(as, old, holdId)).body.bookingId);
    expect((await cancel(as, old)).body).toMatchObject({ status: 'cancelled' });
    await settle();
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'confirmed', change: 'done' });
  });
});
