import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { errorBodySchema } from '@/lib/contract/errors';
import { passDetailSchema, passListSchema } from '@/lib/contract/passes';
import { get, newTraveller, openTestApp, post, type Reply, type TestApp } from '@/lib/testing/app';
import { POST as cancelPass } from './passes/[passId]/cancel/route';
import { GET as getCode } from './passes/[passId]/code/route';
import { GET as getPass } from './passes/[passId]/route';
import { POST as issuePass, GET as listPasses } from './passes/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const errorOf = (reply: Reply) => errorBodySchema.parse(reply.body).error;
const withoutReference = (reply: Reply) => ({ ...errorOf(reply), requestId: '' });

async function issued(as: Session, offerId = 'lounge-pair') {
  const reply = await post(issuePass, { as, body: { offerId } });
  expect(reply.status).toBe(201);
  return passDetailSchema.parse(reply.body);
}
const passOf = async (as: Session, passId: string) =>
  passDetailSchema.parse((await get(getPass, { as, params: { passId } })).body);

describe('POST /api/passes', () => {
  it('issues a pass of an offer: sixteen digits, two visits, valid to the end of its last day', async () => {
    const as = newTraveller();
    expect(await issued(as)).toMatchObject({
      kind: 'e-pass',
      status: 'active',
      module: 1,
      holder: { firstName: 'Ada', lastName: 'Lovelace' },
      expiresAt: '2027-11-22T23:59:59.000Z',
      visits: { total: 2, used: 0, reserved: 0, left: 2 },
      code: expect.stringMatching(/^\d{16}$/),
    });
    expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
  });

  it('sent twice with one key makes one pass and answers the same', async () => {
    const as = newTraveller();
    const key = randomUUID();
    const send = () => post(issuePass, { as, key, body: { offerId: 'lounge-single' } });
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(third).toMatchObject({ status: 201, body: first.body });
    expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
  });

  it('refuses a key that was used for something else, and a write without one', async () => {
    const as = newTraveller();
    const key = randomUUID();
    await post(issuePass, { as, key, body: { offerId: 'lounge-single' } });
    expect(errorOf(await post(issuePass, { as, key, body: { offerId: 'lounge-pair' } })).code).toBe(
      'idempotency_conflict',
    );
    for (const bad of [null, 'again']) {
      expect((await post(issuePass, { as, key: bad, body: { offerId: 'lounge-pair' } })).status).toBe(400);
    }
    expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
  });

  it('gives no more of an offer than it grants, however many are asked for at once', async () => {
    const as = newTraveller();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => post(issuePass, { as, body: { offerId: 'lounge-pair' } })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 201, 403, 403, 403]);
    expect(await app.control.passes(as.clientUserId)).toHaveLength(2);
  });

  it('refuses an offer nobody made, a body without one, and a stranger', async () => {
    const as = newTraveller();
    expect((await post(issuePass, { as, body: { offerId: 'free-champagne' } })).status).toBe(404);
    expect(errorOf(await post(issuePass, { as, body: {} })).fields).toEqual({ offerId: 'missing' });
    expect((await post(issuePass, { body: { offerId: 'lounge-pair' } })).status).toBe(401);
  });

  it('says clearly that a traveller’s passes are under another name', async () => {
    const as = newTraveller();
    await issued(as);
    const reply = await post(issuePass, { as: { ...as, lastName: 'Byron' }, body: { offerId: 'lounge-single' } });
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_request', fields: { holder: 'name_conflict' } });
    expect((await get(listPasses, { as })).body.passes).toHaveLength(1);
  });

  it('asks again when the answer is lost, and makes one pass', async () => {
    const as = newTraveller();
    await app.control.addFault({ operation: 'epass.issue', mode: 'reset', when: 'after' });
    await issued(as);
    expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
  });

  it('answers "pending" while nobody knows, and shows the pass once it is found', async () => {
    const as = newTraveller();
    await app.control.addFault({ operation: 'epass.issue', mode: 'garbage', when: 'after', times: 2 });
    const reply = await post(issuePass, { as, body: { offerId: 'lounge-pair' } });
    expect(reply).toMatchObject({ status: 202, body: { status: 'pending', code: null } });
    await app.advance(11_000);
    const { passes } = passListSchema.parse((await get(listPasses, { as })).body);
    expect(passes).toMatchObject([{ passId: reply.body.passId, status: 'active', visits: { left: 2 } }]);
    expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
  });

  it('leaves nothing behind when the vendor is down, so that the same key may try again', async () => {
    const as = newTraveller();
    const key = randomUUID();
    await app.control.addFault({ operation: 'epass.issue', mode: 'rate-limit', times: 3, ms: 60_000 });
    const down = await post(issuePass, { as, key, body: { offerId: 'lounge-pair' } });
    expect(down.status).toBe(503);
    expect((await get(listPasses, { as })).body.passes).toEqual([]);
    await app.control.clearFaults();
    expect((await post(issuePass, { as, key, body: { offerId: 'lounge-pair' } })).status).toBe(201);
    expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
  });
});

describe('a pass', () => {
  it('of somebody else looks exactly like a missing one', async () => {
    const { passId } = await issued(newTraveller());
    const as = newTraveller();
    const missing = `ps_${'0'.repeat(22)}`;
    const otherBrand = { ...as, brandId: 'meridian' };
    for (const handler of [getPass, getCode]) {
      const theirs = await get(handler, { as, params: { passId } });
      expect(theirs.status).toBe(404);
      expect(withoutReference(theirs)).toEqual(
        withoutReference(await get(handler, { as, params: { passId: missing } })),
      );
      const away = await get(handler, { as: otherBrand, params: { passId }, origin: 'http://meridian.localhost:3000' });
      expect(away.status).toBe(404);
    }
    expect((await post(cancelPass, { as, params: { passId } })).status).toBe(404);
    expect((await get(getPass, { as, params: { passId: 'N00001' } })).status).toBe(400);
    expect((await get(getPass, { params: { passId } })).status).toBe(401);
  });

  it('tells its code while it can be used', async () => {
    const as = newTraveller();
    const { passId, code } = await issued(as);
    expect((await get(getCode, { as, params: { passId } })).body).toEqual({ code, validUntil: null });
  });

  it('for lanes, which read vouchers only, tells no code', async () => {
    const as = newTraveller();
    const { passId, ...pass } = await issued(as, 'fast-track');
    expect(pass).toMatchObject({ status: 'active', blockedBy: 'booking-only', code: null });
    expect(errorOf(await get(getCode, { as, params: { passId } }))).toMatchObject({ code: 'not_entitled' });
  });

  it('shows what the desk has scanned, and hides its code once used up', async () => {
    const as = newTraveller();
    const { passId, code } = await issued(as);
    await app.control.redeem({ ePassId: code ?? '', resourceId: 'N00001', adults: 2 });
    expect(await passOf(as, passId)).toMatchObject({ status: 'active', visits: { used: 0 } });
    await app.advance(16_000);
    expect(await passOf(as, passId)).toMatchObject({
      status: 'used-up',
      blockedBy: 'used-up',
      visits: { used: 2, left: 0 },
      code: null,
    });
    expect(errorOf(await get(getCode, { as, params: { passId } }))).toMatchObject({ code: 'not_entitled' });
  });

  it('tells visits that staff took back apart from those never made', async () => {
    const as = newTraveller();
    const { passId, code } = await issued(as);
    const order = await app.control.redeem({ ePassId: code ?? '', resourceId: 'N00001' });
    await app.control.reverse(order.orderId);
    await app.advance(31_000);
    const visits = { total: 2, used: 0, reserved: 0, reversed: 1, left: 2 };
    const place = { resourceId: 'N00001', resourceName: 'DragonPass Lounge' };
    const history = [
      { kind: 'reversal', visits: -1, ...place },
      { kind: 'visit', visits: 1, ...place },
    ];
    await expect.poll(() => passOf(as, passId)).toMatchObject({ status: 'active', blockedBy: null, visits, history });
  });

  it.each([
    ['is down', { mode: 'fail', status: 503 } as const],
    ['talks nonsense', { mode: 'garbage' } as const],
    ['hangs', { mode: 'stall' } as const],
  ])('is shown as last known when the vendor %s', async (_, fault) => {
    const as = newTraveller();
    const before = await issued(as);
    await app.advance(60_000);
    await app.control.addFault({ operation: 'epass.search', times: 20, ...fault });
    expect(await passOf(as, before.passId)).toEqual(before);
    expect((await get(listPasses, { as })).body.passes).toMatchObject([{ asOf: before.asOf }]);
  });

  it('that has expired hides its code', async () => {
    const as = newTraveller();
    const { passId } = await issued(as);
    await app.advance(400 * 86_400_000);
    expect(await passOf(as, passId)).toMatchObject({ status: 'expired', code: null });
  });
});

describe('POST /api/passes/[passId]/cancel', () => {
  it('gives an unused pass back, once', async () => {
    const as = newTraveller();
    const { passId } = await issued(as);
    const reply = await post(cancelPass, { as, params: { passId } });
    expect(reply).toMatchObject({ status: 200, body: { status: 'cancelled', code: null } });
    expect(errorOf(await post(cancelPass, { as, params: { passId } })).code).toBe('already_cancelled');
    expect(await app.control.passes(as.clientUserId)).toMatchObject([
      { cancelledAt: expect.stringMatching(/^2026-11-22T12:/) },
    ]);
  });

  it('refuses one that was used', async () => {
    const as = newTraveller();
    const { passId, code } = await issued(as);
    await app.control.redeem({ ePassId: code ?? '', resourceId: 'N00001' });
    await app.advance(16_000);
    const reply = await post(cancelPass, { as, params: { passId } });
    expect(errorOf(reply)).toMatchObject({ code: 'too_late_to_cancel', fields: { passId: 'visits_used' } });
  });

  it('whose answer is lost is told from the pass itself', async () => {
    const as = newTraveller();
    const { passId } = await issued(as);
    await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'after' });
    expect(await post(cancelPass, { as, params: { passId } })).toMatchObject({
      status: 200,
      body: { status: 'cancelled' },
    });
  });

  it('while the vendor is down changes nothing', async () => {
    const as = newTraveller();
    const { passId } = await issued(as);
    await app.control.addFault({ operation: 'cancel', mode: 'rate-limit', times: 3, ms: 60_000 });
    expect((await post(cancelPass, { as, params: { passId } })).status).toBe(503);
    expect(await passOf(as, passId)).toMatchObject({ status: 'active' });
  });
});
