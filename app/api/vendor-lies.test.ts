import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import type { Order } from '@/lib/domain/order';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { setRuntime } from '@/lib/server/runtime';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { ask, book, booked, bookingOf, held, traveller, VISIT_AT } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterEach(() => setRuntime(app.runtime));
afterAll(() => app.close());

function layover() {
  const brand = brands().find(({ id }) => id === 'layover');
  if (!brand) throw new Error('the brand is missing');
  return brand;
}

/** The vendor, but for some calls that answer otherwise. */
function vendorWith(changes: (real: DragonPassClient) => Partial<DragonPassClient>): void {
  const { dragonpassFor } = app.runtime;
  setRuntime({
    ...app.runtime,
    dragonpassFor: (brand) => ({ ...dragonpassFor(brand), ...changes(dragonpassFor(brand)) }),
  });
}

describe('a hold whose end the vendor tells as', () => {
  it.each([
    ['nanoseconds', 1_795_000_000_000_000_000],
    ['the past', Date.parse('2026-11-20T00:00:00Z')],
    ['next year', Date.parse('2027-11-20T00:00:00Z')],
    ['no number a date can have', Number.MAX_VALUE],
  ])('%s is kept for a few minutes only', async (_, validUntilMs) => {
    const { as, pass } = await traveller();
    vendorWith((real) => ({
      checkAvailability: async (question) => ({ ...(await real.checkAvailability(question)), validUntilMs }),
    }));
    const reply = await ask(as, { passId: pass.passId });
    expect(reply).toMatchObject({
      status: 200,
      body: { heldUntil: expect.stringMatching(/^2026-11-22T12:05:\d\d\+00:00$/) },
    });
    expect((await book(as, String(reply.body.holdId))).status).toBe(201);
  });
});

describe('a booking with an unknown outcome', () => {
  it.each<[string, Partial<Order>]>([
    ['time', { at: null }],
    ['place', { resourceId: null }],
  ])('is not given up while there is an order that does not tell its %s', async (_, missing) => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
    const bookingId = String((await book(as, holdId)).body.bookingId);
    vendorWith((real) => ({
      listOrders: async (question) => (await real.listOrders(question)).map((order) => ({ ...order, ...missing })),
      getOrder: async (question) => ({ ...(await real.getOrder(question)), ...missing }),
    }));
    await app.advance(3_600_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'checking' });
    setRuntime(app.runtime);
    await app.advance(2_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'confirmed' });
  });
});

describe('a prebooking that is answered with', () => {
  it.each<[string, Partial<Order>]>([
    ['another time', { at: '2026-11-25T09:30' }],
    ['another place', { resourceId: 'N00002' }],
    ['more visits than people', { visits: 2 }],
  ])(
    '%s is not shown as confirmed, staff are told at once, and it settles by what the orders say',
    async (_, wrong) => {
      const { as, pass } = await traveller();
      const holdId = await held(as, { passId: pass.passId });
      vendorWith((real) => ({ prebook: async (question) => ({ ...(await real.prebook(question)), ...wrong }) }));
      const reply = await book(as, holdId);
      expect(reply).toMatchObject({ status: 202, body: { status: 'checking', vouchers: [] } });
      expect(reply.body.flaggedAt).toEqual(expect.any(String));
      setRuntime(app.runtime);
      await app.advance(2_000);
      const found = await bookingOf(as, String(reply.body.bookingId));
      expect(found).toMatchObject({ status: 'confirmed', at: VISIT_AT, flaggedAt: null });
    },
  );

  it('another time, and is so, stays open and its visit is not written off while that order stands', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    const wrong = { at: '2026-11-25T09:30' };
    vendorWith((real) => ({
      prebook: async (question) => ({ ...(await real.prebook(question)), ...wrong }),
      getOrder: async (question) => ({ ...(await real.getOrder(question)), ...wrong }),
    }));
    const bookingId = String((await book(as, holdId)).body.bookingId);
    await app.advance(2 * 3_600_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'checking', vouchers: [] });
    const [order] = await app.control.orders(as.clientUserId);
    await app.runtime.dragonpassFor(layover()).cancelOrder({ orderId: order?.orderId ?? '', requestId: randomUUID() });
    await app.advance(2_000);
    expect(await bookingOf(as, bookingId)).toMatchObject({ status: 'refused', refusal: 'not_made' });
  });

  it('the order of another booking leaves that one alone', async () => {
    const { as, pass, booking } = await booked();
    const [first] = await app.control.orders(as.clientUserId);
    const holdId = await held(as, { passId: pass.passId, at: '2026-11-26T10:30' });
    vendorWith((real) => ({
      prebook: async (question) => {
        const made = await real.prebook(question);
        return { ...made, orderId: first?.orderId ?? '' };
      },
    }));
    const reply = await book(as, holdId);
    expect(reply).toMatchObject({ status: 202, body: { status: 'checking', vouchers: [] } });
    setRuntime(app.runtime);
    await app.advance(2_000);
    expect(await bookingOf(as, String(reply.body.bookingId))).toMatchObject({
      status: 'confirmed',
      at: '2026-11-26T10:30',
    });
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'confirmed', at: VISIT_AT });
  });
});

it('A booking whose order turns to another time is left as it was, and staff are told', async () => {
  const { as, booking } = await booked();
  vendorWith((real) => ({
    getOrder: async (question) => ({ ...(await real.getOrder(question)), at: '2026-11-25T09:30' }),
  }));
  await app.advance(2 * 3_600_000);
  const shown = await bookingOf(as, booking.bookingId);
  expect(shown).toMatchObject({ status: 'confirmed', at: VISIT_AT, flaggedAt: expect.any(String) });
});
