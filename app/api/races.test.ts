import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { settleAll } from '@/lib/server/runner';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { ask, book, booked, bookingOf, cancel, held, traveller, visitsOf } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const callsOf = async (operation: string) =>
  (await app.control.calls()).recent.filter((call) => call.operation === operation).length;

describe('two devices of one traveller', () => {
  it('that hold two times and book both get one booking for the last visits', async () => {
    const { as, pass } = await traveller();
    const { passId } = pass;
    const first = await held(as, { passId, adults: 2 });
    const second = await held(as, { passId, adults: 2, at: '2026-11-26T10:30' });
    const replies = await Promise.all([book(as, first), book(as, second), book(as, second)]);
    const made = replies.filter(({ status }) => status === 201).map(({ body }) => body.bookingId);
    expect(new Set(made).size).toBe(1);
    expect(replies[0]?.status).toBe(409);
    expect(await app.control.orders(as.clientUserId)).toHaveLength(1);
    expect(await visitsOf(as, passId)).toMatchObject({ reserved: 2, left: 0 });
  });

  it('that ask for the place at the same moment cannot both book it', async () => {
    const { as, pass } = await traveller();
    const times = ['2026-11-25T10:30', '2026-11-26T10:30', '2026-11-27T10:30'];
    const asked = await Promise.all(times.map((at) => ask(as, { passId: pass.passId, at, adults: 2 })));
    const replies = await Promise.all(asked.map(({ body }) => book(as, String(body.holdId))));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await app.control.orders(as.clientUserId)).toHaveLength(1);
  });
});

describe('a cancellation', () => {
  it.each([
    ['answered', null],
    ['whose answer is lost', { operation: 'cancel', when: 'after', mode: 'reset' } as const],
  ])('%s, while the booking is settled and looked at, ends as one cancellation', async (_, fault) => {
    const { as, pass, booking } = await booked();
    await app.advance(61_000);
    await app.control.resetCalls();
    if (fault) await app.control.addFault(fault);
    const look = () => bookingOf(as, booking.bookingId);
    await Promise.all([cancel(as, booking.bookingId), look(), settleAll(app.runtime, brands()), look()]);
    await settleAll(app.runtime, brands());
    expect(await look()).toMatchObject({ status: 'cancelled', isCancelling: false, vouchers: [] });
    expect(await callsOf('cancel')).toBe(1);
    expect(await visitsOf(as, pass.passId)).toMatchObject({ reserved: 0, left: 2 });
  });
});
