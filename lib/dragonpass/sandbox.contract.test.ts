import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { createDragonPassClient, type DragonPassClient, type DragonPassClientOptions } from './client';
import type { DragonPassEvent } from './events';

/** Noon in London on a Sunday in winter. */
const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
const AT = '2026-12-01T10:30';
const EXPIRES_AT = '2027-12-31T23:59:59.000Z';
const NAME = { firstName: 'Ada', lastName: 'O’Brien-Łukasz' };
const DETAILS = { ...NAME, email: 'ada@example.com', transportNumber: 'EK001' };

let sandbox: Sandbox;
let events: DragonPassEvent[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ dataDir: null, nowMs: () => NOW_MS });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await sandbox.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at: AT, capacity: 50 });
  await sandbox.control.setSlot({ resourceId: SAMPLE_RESOURCES.fastTrack, at: AT, capacity: 50 });
  await sandbox.control.setSlot({ resourceId: SAMPLE_RESOURCES.pendingLounge, at: AT, capacity: 50 });
  events = [];
});

function client(version: 'v1' | 'v2', changes: Partial<DragonPassClientOptions> = {}): DragonPassClient {
  const { programId, clientId, clientSecret } = sandbox.credentials;
  return createDragonPassClient({
    baseUrl: sandbox.apiUrl,
    version,
    programId,
    auth: { kind: 'token-api', clientId, clientSecret },
    clock: () => NOW_MS,
    sleep: async () => undefined,
    timeoutMs: 5_000,
    log: (event) => events.push(event),
    ...changes,
  });
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

const issue = (dragonpass: DragonPassClient, changes: Partial<Parameters<DragonPassClient['issueEPass']>[0]> = {}) =>
  dragonpass.issueEPass({
    module: 1,
    clientUserId: 'traveller-1',
    ...NAME,
    expiresAt: EXPIRES_AT,
    visits: 4,
    resourceIds: [],
    requestId: randomUUID(),
    ...changes,
  });

const ask = (
  dragonpass: DragonPassClient,
  ePassId: string | undefined,
  changes: Partial<Parameters<DragonPassClient['checkAvailability']>[0]> = {},
) =>
  dragonpass.checkAvailability({
    ...(ePassId === undefined ? {} : { ePassId }),
    module: 1,
    resourceId: SAMPLE_RESOURCES.lounge,
    at: AT,
    adults: 2,
    children: 1,
    requestId: randomUUID(),
    ...changes,
  });

async function book(dragonpass: DragonPassClient, ePassId: string, resourceId: string = SAMPLE_RESOURCES.lounge) {
  const module = resourceId.startsWith('C') ? 2 : 1;
  const { prebookingToken } = await ask(dragonpass, ePassId, { resourceId, module });
  return dragonpass.prebook({
    module,
    ePassId,
    prebookingToken: prebookingToken ?? '',
    details: DETAILS,
    requestId: randomUUID(),
  });
}

const unreadable = () => events.filter((event) => event.event === 'unreadable-rows' || event.event === 'list-cut');

describe.each(['v1', 'v2'] as const)('against the sandbox, %s', (version) => {
  it('reads every hub the vendor has', async () => {
    const hubs = await client(version).listHubs();
    expect(hubs).toHaveLength((await sandbox.control.state()).counts.hubs);
    expect(new Set(hubs.map((hub) => hub.vendorHubId)).size).toBe(hubs.length);
    expect(hubs.find((hub) => hub.iata === 'MAN')).toMatchObject({
      vendorHubId: 'A00001',
      countryCode: 'GB',
      type: 'airport',
    });
    expect(hubs.some((hub) => hub.type === 'rail' && hub.iata === null)).toBe(true);
    expect(hubs.every((hub) => hub.latitude !== null && /^[A-Z]{2}$/.test(hub.countryCode))).toBe(true);
    expect(unreadable()).toEqual([]);
  });

  it('reads a hub with its pictures', async () => {
    const hub = await client(version).getHub('A00001');
    expect(hub.images.length).toBeGreaterThan(0);
    expect(hub.images[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/images\//);
  });

  it('reads every place and its details', { timeout: 90_000 }, async () => {
    const dragonpass = client(version);
    const hubs = await dragonpass.listHubs();
    // The second version asks once for each module, and its details are the same messages: a share of the hubs will do.
    const asked = version === 'v1' ? hubs : hubs.filter((_, index) => index % 12 === 0);
    const ids: string[] = [];
    await inParallel(asked, async (hub) => {
      const places = await dragonpass.listResources(hub.vendorHubId);
      expect(places.every((place) => place.vendorHubId === hub.vendorHubId)).toBe(true);
      ids.push(...places.map((place) => place.resourceId));
    });
    if (version === 'v1') expect(ids).toHaveLength((await sandbox.control.state()).counts.resources);
    expect(new Set(ids).size).toBe(ids.length);
    await inParallel(ids, async (id) => {
      const { summary, details } = await dragonpass.getResource(id);
      expect(summary.resourceId).toBe(id);
      expect(details.maxParty).toBeGreaterThan(0);
    });
    expect(unreadable()).toEqual([]);
  });

  it('lists one module when one is asked for', async () => {
    const places = await client(version).listResources('A00001', 2);
    expect(places.map((place) => place.module)).toEqual(places.map(() => 2));
    expect(places.length).toBeGreaterThan(0);
  });

  it('reads the habits of the sample places', async () => {
    const dragonpass = client(version);
    const read = async (id: string) => (await dragonpass.getResource(id)).details;
    const lounge = await read(SAMPLE_RESOURCES.lounge);
    expect(lounge.hours).toEqual({
      kind: 'weekly',
      rows: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '05:00', closes: '22:00' }],
    });
    expect(lounge.cancellation).toEqual({ kind: 'free-until', hoursBefore: 24 });
    expect(lounge.requiredInfo.fields).toMatchObject({ email: 'required', phoneNumber: 'not-asked' });
    expect((await read(SAMPLE_RESOURCES.walkInOnlyLounge)).prebookable).toBe(false);
    expect((await read(SAMPLE_RESOURCES.setMeal)).prebookable).toBe(false);
    expect((await read(SAMPLE_RESOURCES.neverCancellable)).cancellation).toEqual({ kind: 'never' });
    expect((await read(SAMPLE_RESOURCES.unreadablePolicy)).cancellation).toEqual({ kind: 'unknown' });
    expect((await read(SAMPLE_RESOURCES.missingPolicy)).cancellation).toEqual({ kind: 'unknown' });
    const asText = await read(SAMPLE_RESOURCES.policyAsText);
    expect(asText.cancellation).toEqual({ kind: 'free-until', hoursBefore: 24 });
    expect(asText.requiredInfo.unknownCodes).toEqual(['PASSPORT_NUMBER']);
    const odd = await read(SAMPLE_RESOURCES.unreadableHours);
    expect(odd).toMatchObject({ hours: { kind: 'text' }, maxParty: 6 });
  });

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
    await sandbox.control.confirm(order.orderId);
    expect(await dragonpass.getOrder({ orderId: order.orderId })).toMatchObject({ status: 'confirmed' });
  });

  it('shows a visit made at the desk, and its reversal', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass);
    await sandbox.control.redeem({ ePassId: pass.ePassId, resourceId: SAMPLE_RESOURCES.lounge, adults: 1 });
    const [used] = await dragonpass.listOrders({ ePassId: pass.ePassId });
    expect(used).toMatchObject({ status: 'used', category: 'walk-in', visits: 1 });
    await sandbox.control.reverse(used?.orderId ?? '');
    expect(await dragonpass.listOrders({ ePassId: pass.ePassId })).toMatchObject([{ status: 'cancelled' }]);
  });

  it('walks a list of orders longer than one page to its end', async () => {
    const dragonpass = client(version);
    const pass = await issue(dragonpass, { visits: 130 });
    for (let index = 0; index < 130; index += 1) {
      await sandbox.control.redeem({ ePassId: pass.ePassId, resourceId: SAMPLE_RESOURCES.lounge, adults: 1 });
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
    await sandbox.control.setClock({ now: '2026-11-30T10:31:00Z' });
    await expect(dragonpass.cancelOrder({ orderId: order.orderId, requestId: randomUUID() })).rejects.toMatchObject(
      refused('too-late-to-cancel'),
    );
  });

  it('answers "not available" for a full slot, without an error and without a token', async () => {
    const dragonpass = client(version);
    await sandbox.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at: AT, capacity: 0 });
    const answer = await ask(dragonpass, undefined);
    expect(answer).toMatchObject({ available: false, prebookingToken: null, validUntilMs: null });
  });

  it.each(['fail', 'reset', 'garbage', 'stall'] as const)(
    'never sends a prebooking twice, and says that its outcome is unknown, after %s',
    async (mode) => {
      const dragonpass = client(version, { timeoutMs: 400 });
      const pass = await issue(dragonpass);
      await sandbox.control.resetCalls();
      await sandbox.control.addFault({ operation: 'prebook', mode, when: 'after' });
      await expect(book(dragonpass, pass.ePassId)).rejects.toMatchObject({ outcomeUnknown: true, retryable: false });
      expect((await sandbox.control.calls()).byOperation).toMatchObject({ prebook: 1 });
      const [order] = await dragonpass.listOrders({ ePassId: pass.ePassId });
      expect(order).toMatchObject({ status: 'confirmed' });
    },
  );

  it.each(['fail', 'reset', 'garbage', 'stall', 'rate-limit'] as const)('repeats a read after %s', async (mode) => {
    const dragonpass = client(version, { timeoutMs: 400 });
    const pass = await issue(dragonpass);
    await sandbox.control.addFault({ operation: 'epass.search', mode, ms: 1_000 });
    const read = dragonpass.getEPass({ ePassId: pass.ePassId });
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
    expect(await sandbox.control.passes('traveller-1')).toHaveLength(1);
  });

  it('knows which places changed, in the version that tells', async () => {
    const dragonpass = client(version);
    await sandbox.control.patchResource(SAMPLE_RESOURCES.lounge, { description: 'Newly painted.' });
    const updated = await dragonpass.listUpdatedResources('2026-11-22T11:59:00Z');
    const expected = [{ resourceId: SAMPLE_RESOURCES.lounge, updatedAt: new Date(NOW_MS).toISOString() }];
    expect(updated).toEqual(version === 'v1' ? expected : null);
  });

  it('is let in with a token it signed itself with the shared secret', async () => {
    const { issuer, secretKey } = sandbox.credentials;
    const dragonpass = client(version, { auth: { kind: 'self-signed', issuer, algorithm: 'HS256', secretKey } });
    expect(await dragonpass.getHub('A00001')).toMatchObject({ iata: 'MAN' });
  });

  it('says that wrong credentials are wrong', async () => {
    const auth = { kind: 'token-api', clientId: sandbox.credentials.clientId, clientSecret: 'wrong' } as const;
    await expect(client(version, { auth }).listHubs()).rejects.toMatchObject({ kind: 'unauthorised' });
  });
});

it('is let in with a token signed with a private key whose public half is registered', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const own = await startSandbox({ dataDir: null, nowMs: () => NOW_MS, credentials: { publicKey } });
  try {
    const auth = { kind: 'self-signed', issuer: own.credentials.issuer, algorithm: 'RS256', privateKey } as const;
    const dragonpass = client('v2', { baseUrl: own.apiUrl, auth });
    expect(await dragonpass.getHub('A00001')).toMatchObject({ iata: 'MAN' });
  } finally {
    await own.close();
  }
});
