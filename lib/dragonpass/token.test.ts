import { decodeJwt, SignJWT } from 'jose';
import { afterEach, expect, it } from 'vitest';
import { HUB, HUBS_PAGE, ORDER } from './samples/messages';
import { json, NOW_MS, ok, type Reply, startVendorStub, type VendorStub } from './samples/vendor-stub';
import { createTokenSource, lifeOfMs, signToken } from './token';

let vendor: VendorStub;
afterEach(() => vendor?.close());

const HOUR_MS = 3_600_000;

const jwt = (claims: Record<string, unknown>) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('any secret of some length'));

/** A vendor that takes one token only: the newest it gave. */
async function strictVendor() {
  let valid = 'none';
  const isRight: Reply = (response, { headers }) => {
    if (headers.authorization === `Bearer ${valid}`) return ok(response, HUB);
    json(response, 401, { code: 40100, message: 'Expired.' });
  };
  vendor = await startVendorStub(isRight, (response, _, index) => {
    valid = `token-${index + 1}`;
    ok(response, { token: valid });
  });
  return { ...vendor, expire: () => (valid = 'none') };
}

it('fetches one token however many requests wait for it', async () => {
  const { client, tokenCalls } = await strictVendor();
  const dragonpass = client();
  const hubs = await Promise.all(Array.from({ length: 50 }, () => dragonpass.getHub('A00001')));
  expect(hubs).toHaveLength(50);
  expect(tokenCalls()).toBe(1);
});

it('answers every one of many requests that meet an expired token, renewing it once', async () => {
  const { client, tokenCalls, calls, expire } = await strictVendor();
  const dragonpass = client();
  await dragonpass.getHub('A00001');
  expire();
  const hubs = await Promise.all(Array.from({ length: 50 }, () => dragonpass.getHub('A00001')));
  expect(hubs.every((hub) => hub.iata === 'MAN')).toBe(true);
  expect(tokenCalls()).toBe(2);
  expect(calls()).toHaveLength(101);
});

it('lets a write through after its token was refused, and the vendor acts once', async () => {
  let acted = 0;
  vendor = await startVendorStub((response, { headers }) => {
    if (headers.authorization === 'Bearer token-1') return json(response, 401, { code: 40100 });
    acted += 1;
    ok(response, ORDER);
  });
  const order = await vendor.client().prebook({
    module: 1,
    ePassId: '1788000066668888',
    prebookingToken: 'abc',
    details: {},
    requestId: '0b0a1c8e-4c57-4f1a-9f1a-000000000001',
  });
  expect(order.status).toBe('confirmed');
  expect(acted).toBe(1);
  expect(new Set(vendor.calls().map((call) => call.headers['x-request-id'])).size).toBe(1);
});

it('renews on a refusal that comes inside a 200 as well', async () => {
  vendor = await startVendorStub((response, { headers }) =>
    headers.authorization === 'Bearer token-1' ? json(response, 200, { code: 40100 }) : ok(response, HUB),
  );
  expect(await vendor.client().getHub('A00001')).toMatchObject({ iata: 'MAN' });
});

it('says that we are not let in when a new token is refused too, without trying for ever', async () => {
  vendor = await startVendorStub((response) => json(response, 401, { code: 40100 }));
  await expect(vendor.client().listHubs()).rejects.toMatchObject({ kind: 'unauthorised', operation: 'hubs.list' });
  expect(vendor.calls()).toHaveLength(2);
  expect(vendor.tokenCalls()).toBe(2);
});

it('does not ask for another token when it is the program that is refused', async () => {
  vendor = await startVendorStub((response) => json(response, 403, { code: 40300 }));
  await expect(vendor.client().listHubs()).rejects.toMatchObject({ kind: 'unauthorised', status: 403 });
  expect(vendor.tokenCalls()).toBe(1);
});

it('repeats a token call that failed in passing, and sends nothing else meanwhile', async () => {
  vendor = await startVendorStub(
    (response) => ok(response, HUB),
    (response, _, index) => (index === 0 ? json(response, 503, {}) : ok(response, { token: 'late' })),
  );
  expect(await vendor.client().getHub('A00001')).toMatchObject({ iata: 'MAN' });
  expect(vendor.calls()[0]?.headers.authorization).toBe('Bearer late');
});

it('leaves no doubt about a write that failed for want of a token', async () => {
  vendor = await startVendorStub(
    (response) => ok(response, ORDER),
    (response) => json(response, 503, {}),
  );
  const failed = vendor.client().cancelOrder({ orderId: 'DP1', requestId: '0b0a1c8e-4c57-4f1a-9f1a-000000000001' });
  await expect(failed).rejects.toMatchObject({ kind: 'unavailable', operation: 'token', outcomeUnknown: false });
  expect(vendor.tokenCalls()).toBe(3);
  expect(vendor.calls()).toHaveLength(0);
});

it('reads wrong credentials as not let in, and does not repeat them', async () => {
  vendor = await startVendorStub(
    (response) => ok(response, HUBS_PAGE),
    (response) => json(response, 400, { code: 40000, message: 'Bad secret dpSecretKey12345' }),
  );
  await expect(vendor.client().listHubs()).rejects.toMatchObject({ kind: 'unauthorised', operation: 'token' });
  expect(vendor.tokenCalls()).toBe(1);
});

it.each([
  ['token', { token: 'good' }],
  ['accessToken', { accessToken: 'good' }],
  ['access_token', { access_token: 'good' }],
  ['the bare text', 'good'],
])('takes the token out of %s', async (_, data) => {
  vendor = await startVendorStub(
    (response) => ok(response, HUB),
    (response) => ok(response, data),
  );
  await vendor.client().getHub('A00001');
  expect(vendor.calls()[0]?.headers.authorization).toBe('Bearer good');
});

it('says that a token answer without a token is not what it should be', async () => {
  vendor = await startVendorStub(
    (response) => ok(response, HUB),
    (response) => ok(response, { token: '' }),
  );
  await expect(vendor.client().getHub('A1')).rejects.toMatchObject({ kind: 'unexpected-reply', operation: 'token' });
});

it('reads the life of a token from its times, and takes an hour where there are none', async () => {
  const nowS = NOW_MS / 1000;
  expect(lifeOfMs(await jwt({ exp: nowS + 600 }), NOW_MS)).toBe(600_000);
  // A vendor's clock two hours behind ours gives tokens that look as if they had ended: their own span counts.
  expect(lifeOfMs(await jwt({ iat: nowS - 7200, exp: nowS - 3600 }), NOW_MS)).toBe(HOUR_MS);
  expect(lifeOfMs(await jwt({ exp: nowS - 60 }), NOW_MS)).toBe(HOUR_MS);
  expect(lifeOfMs(await jwt({}), NOW_MS)).toBe(HOUR_MS);
  expect(lifeOfMs('opaque', NOW_MS)).toBe(HOUR_MS);
});

it('signs with issuer and end only, less than an hour away', async () => {
  const auth = { kind: 'self-signed', issuer: 'me', algorithm: 'HS256', secretKey: '0123456789abcdef' } as const;
  const { token } = await signToken(auth, NOW_MS);
  const claims = decodeJwt(token);
  expect(Object.keys(claims).sort()).toEqual(['exp', 'iss']);
  expect(claims.iss).toBe('me');
  expect((claims.exp ?? 0) * 1000 - NOW_MS).toBeLessThan(HOUR_MS);
});

it('calls a private key that cannot sign a credential that does not work', async () => {
  vendor = await startVendorStub((response) => ok(response, HUB));
  const auth = { kind: 'self-signed', issuer: 'me', algorithm: 'RS256', privateKey: 'not a key' } as const;
  await expect(vendor.client({ auth }).getHub('A1')).rejects.toMatchObject({ kind: 'unauthorised' });
  expect(vendor.received).toHaveLength(0);
});

it('renews a token before it ends, while callers go on with the old one', async () => {
  let nowMs = NOW_MS;
  const answers: { resolve: (value: { token: string; lifeMs: number }) => void }[] = [];
  const tokens = createTokenSource({
    clock: () => nowMs,
    obtain: () => new Promise((resolve) => answers.push({ resolve })),
    onRenewalFailed: () => undefined,
  });
  const first = tokens.get();
  answers[0]?.resolve({ token: 'first', lifeMs: HOUR_MS });
  expect(await first).toBe('first');
  nowMs += HOUR_MS - 6 * 60_000;
  expect(await tokens.get()).toBe('first');
  expect(answers).toHaveLength(1);
  nowMs += 2 * 60_000;
  expect(await tokens.get()).toBe('first');
  expect(await tokens.get()).toBe('first');
  expect(answers).toHaveLength(2);
  answers[1]?.resolve({ token: 'second', lifeMs: HOUR_MS });
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await tokens.get()).toBe('second');
});

it('goes on with a good token when its early renewal fails, and pauses before the next', async () => {
  let nowMs = NOW_MS;
  let asked = 0;
  const failures: string[] = [];
  const tokens = createTokenSource({
    clock: () => nowMs,
    obtain: async () => {
      asked += 1;
      if (asked === 2) throw new Error('down');
      return { token: `token-${asked}`, lifeMs: HOUR_MS };
    },
    onRenewalFailed: (kind) => failures.push(kind),
  });
  await tokens.get();
  nowMs += HOUR_MS - 60_000;
  expect(await tokens.get()).toBe('token-1');
  await new Promise((resolve) => setImmediate(resolve));
  expect(await tokens.get()).toBe('token-1');
  expect({ asked, failures }).toEqual({ asked: 2, failures: ['unexpected-reply'] });
  nowMs += 60_000;
  expect(await tokens.get()).toBe('token-3');
});

it('forgets a refused token only while it is the one in use', async () => {
  let asked = 0;
  const tokens = createTokenSource({
    clock: () => NOW_MS,
    obtain: async () => {
      asked += 1;
      return { token: `token-${asked}`, lifeMs: HOUR_MS };
    },
    onRenewalFailed: () => undefined,
  });
  await tokens.get();
  tokens.drop('token-1');
  expect(await tokens.get()).toBe('token-2');
  tokens.drop('token-1');
  expect(await tokens.get()).toBe('token-2');
});
