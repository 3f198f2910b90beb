import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '@/lib/domain/order';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { setRuntime } from '@/lib/server/runtime';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { ask, book, bookingOf, held, traveller } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterEach(() => setRuntime(app.runtime));
afterAll(() => app.close());

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
    expect(reply).toMatchObject({ status: 200, body: { heldUntil: '2026-11-22T12:05:00+00:00' } });
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
