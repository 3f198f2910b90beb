import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import {
  AT,
  ask,
  book,
  DETAILS,
  EXPIRES_AT,
  issue,
  NAME,
  NOW_MS,
  type OpenSandbox,
  openSandbox,
} from './samples/sandbox-client';

let open: OpenSandbox;
beforeAll(async () => {
  open = await openSandbox();
});
afterAll(() => open.sandbox.close());
beforeEach(() => open.reset());

const client: OpenSandbox['client'] = (version, changes) => open.client(version, changes);
/** For calls that are to run out of time; others have plenty, however busy the machine is. */
const HURRIED = { timeoutMs: 600 };

describe.each(['v1', 'v2'] as const)('against the sandbox, %s', (version) => {
  it('walks the whole journey: pass, hold, prebooking, lists, cancellation, visits back', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass);
    expect(pass).toMatchObject({ ...NAME, clientUserId: 'traveller-1', expiresAt: EXPIRES_AT, totalVisits: 4 });
    expect(pass.ePassId).toMatch(/^\d{16}$/);
    expect(pass.activatesAt === null).toBe(version === 'v1');
    expect(await dragonpass.getEPass({ orderId: pass.orderId })).toEqual(pass);

    const held = await ask(dragonpass, pass.ePassId);
    expect(held).toMatchObject({ available: true, validUntilMs: NOW_MS + 600_000 });
    const order = await dragonpass.prebook({
      module: 1,
      ePassId: pass.ePassId,
      prebookingToken: held.prebookingToken ?? '',
      details: DETAILS,
      requestId: randomUUID(),
    });
    expect(order).toMatchObject({ status: 'confirmed', category: 'prebooking', at: AT, visits: 3, cancelledAt: null });
    expect(order.vouchers).toEqual([{ code: expect.stringMatching(/^\d{12}$/), kind: 'qr' }]);
    expect(order.place).toMatchObject({ iata: 'MAN', terminal: 'Terminal 1' });
    expect(await dragonpass.getEPass({ ePassId: pass.ePassId })).toMatchObject({ usedVisits: 3 });

    const [row, ...others] = await dragonpass.listOrders({ ePassId: pass.ePassId });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ orderId: order.orderId, ePassId: pass.ePassId, status: 'confirmed', visits: 3 });
    expect(await dragonpass.getOrder({ orderId: order.orderId })).toEqual(order);

    await dragonpass.cancelOrder({ orderId: order.orderId, requestId: randomUUID() });
    const cancelled = await dragonpass.getOrder({ orderId: order.orderId });
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelledAt: new Date(NOW_MS).toISOString() });
    expect(await dragonpass.getEPass({ ePassId: pass.ePassId })).toMatchObject({ usedVisits: 0, isCancelled: false });

    await dragonpass.cancelOrder({ orderId: pass.orderId, requestId: randomUUID() });
    expect(await dragonpass.getEPass({ ePassId: pass.ePassId })).toMatchObject({ isCancelled: true });
  });

  it('shows one voucher for each passenger of a Fast Track lane', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass, { module: 2 });
    expect((await book(dragonpass, pass.ePassId, SAMPLE_RESOURCES.fastTrack)).vouchers).toHaveLength(3);
  });

  it('tells a pending order from a confirmed one', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass);
    const order = await book(dragonpass, pass.ePassId, SAMPLE_RESOURCES.pendingLounge);
    expect(order.status).toBe('pending');
    await open.sandbox.control.confirm(order.orderId);
    expect(await dragonpass.getOrder({ orderId: order.orderId })).toMatchObject({ status: 'confirmed' });
  });

  it('shows a visit made at the desk, and its reversal', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass);
    await open.sandbox.control.redeem({ ePassId: pass.ePassId, resourceId: SAMPLE_RESOURCES.lounge, adults: 1 });
    const [used] = await dragonpass.listOrders({ ePassId: pass.ePassId });
    expect(used).toMatchObject({ status: 'used', category: 'walk-in', visits: 1 });
    await open.sandbox.control.reverse(used?.orderId ?? '');
    expect(await dragonpass.listOrders({ ePassId: pass.ePassId })).toMatchObject([{ status: 'cancelled' }]);
  });

  it('walks a list of orders longer than one page to its end', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass, { visits: 130 });
    for (let index = 0; index < 130; index += 1) {
      await open.sandbox.control.redeem({ ePassId: pass.ePassId, resourceId: SAMPLE_RESOURCES.lounge, adults: 1 });
    }
    const orders = await dragonpass.listOrders({ ePassId: pass.ePassId });
    expect(new Set(orders.map((order) => order.orderId)).size).toBe(130);
  });

  it('says in our words why the vendor refused', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass, { visits: 1 });
    const refused = (reason: string) => ({ kind: 'rejected', reason, outcomeUnknown: false, retryable: false });
    await expect(issue(dragonpass, { lastName: 'Somebody else' })).rejects.toMatchObject(refused('name-conflict'));
    await expect(dragonpass.getEPass({ ePassId: '1788999999999999' })).rejects.toMatchObject(refused('not-found'));
    await expect(dragonpass.getOrder({ orderId: 'DP99999999999999' })).rejects.toMatchObject(refused('not-found'));
    await expect(ask(dragonpass, pass.ePassId, { adults: 2 })).rejects.toMatchObject(refused('no-visits-left'));
    const { prebookingToken } = await ask(dragonpass, pass.ePassId, { adults: 1, children: 0 });
    const prebook = (token: string, details: Record<string, string>) =>
      dragonpass.prebook({
        module: 1,
        ePassId: pass.ePassId,
        prebookingToken: token,
        details,
        requestId: randomUUID(),
      });
    await expect(prebook(prebookingToken ?? '', NAME)).rejects.toMatchObject({
      ...refused('missing-info'),
      fields: ['email', 'transportNumber'],
    });
    const { prebookingToken: second } = await ask(dragonpass, pass.ePassId, { adults: 1, children: 0 });
    const order = await prebook(second ?? '', DETAILS);
    await expect(prebook(second ?? '', DETAILS)).rejects.toMatchObject(refused('token-expired'));
    await open.sandbox.control.setClock({ now: '2026-11-30T10:31:00Z' });
    await expect(dragonpass.cancelOrder({ orderId: order.orderId, requestId: randomUUID() })).rejects.toMatchObject(
      refused('too-late-to-cancel'),
    );
  });

  it('answers "not available" for a full slot, without an error and without a token', async () => {
    const dragonpass = client(version);
    await open.sandbox.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at: AT, capacity: 0 });
    const answer = await ask(dragonpass, undefined);
    expect(answer).toMatchObject({ available: false, prebookingToken: null, validUntilMs: null });
  });

  it.each(['fail', 'reset', 'garbage', 'stall'] as const)(
    'never sends a prebooking twice, and says that its outcome is unknown, after %s',
    async (mode) => {
      const dragonpass = client(version);
      const pass = await issue(dragonpass);
      await open.sandbox.control.resetCalls();
      await open.sandbox.control.addFault({ operation: 'prebook', mode, when: 'after' });
      const failed = book(mode === 'stall' ? client(version, HURRIED) : dragonpass, pass.ePassId);
      await expect(failed).rejects.toMatchObject({ outcomeUnknown: true, retryable: false });
      expect((await open.sandbox.control.calls()).byOperation).toMatchObject({ prebook: 1 });
      const [order] = await dragonpass.listOrders({ ePassId: pass.ePassId });
      expect(order).toMatchObject({ status: 'confirmed' });
    },
  );

  it.each(['fail', 'reset', 'garbage', 'stall', 'rate-limit'] as const)('repeats a read after %s', async (mode) => {
    const pass = await issue(client(version));
    await open.sandbox.control.addFault({ operation: 'epass.search', mode, ms: 1_000 });
    const isHurried = mode === 'stall' || mode === 'rate-limit';
    const read = client(version, isHurried ? HURRIED : {}).getEPass({ ePassId: pass.ePassId });
    // Half an answer may be the whole of what this vendor has to say: it is not asked again.
    if (mode === 'garbage') await expect(read).rejects.toMatchObject({ kind: 'unexpected-reply' });
    else if (mode === 'rate-limit')
      await expect(read).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 1_000 });
    else expect(await read).toEqual(pass);
  });

  it('replays the first answer for the same request id, so that one intention is one order', async () => {
    const dragonpass = client(version);
    const requestId = randomUUID();
    const first = await issue(dragonpass, { requestId });
    expect(await issue(dragonpass, { requestId })).toEqual(first);
    expect(await open.sandbox.control.passes('traveller-1')).toHaveLength(1);
  });

  it('is let in with a token it signed itself with the shared secret', async () => {
    const { issuer, secretKey } = open.sandbox.credentials;
    const dragonpass = client(version, { auth: { kind: 'self-signed', issuer, algorithm: 'HS256', secretKey } });
    expect(await dragonpass.getHub('A00001')).toMatchObject({ iata: 'MAN' });
  });

  it('says that wrong credentials are wrong', async () => {
    const auth = { kind: 'token-api', clientId: open.sandbox.credentials.clientId, clientSecret: 'wrong' } as const;
    await expect(client(version, { auth }).listHubs()).rejects.toMatchObject({ kind: 'unauthorised' });
  });
});

it('is let in with a token signed with a private key whose public half is registered', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const own = await openSandbox({ publicKey });
  try {
    const auth = {
      kind: 'self-signed',
      issuer: own.sandbox.credentials.issuer,
      algorithm: 'RS256',
      privateKey,
    } as const;
    const dragonpass = own.client('v2', { auth });
    expect(await dragonpass.getHub('A00001')).toMatchObject({ iata: 'MAN' });
  } finally {
    await own.sandbox.close();
  }
});
