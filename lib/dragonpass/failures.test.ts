import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { DragonPassClient } from './client';
import { DragonPassError } from './errors';
import { AVAILABILITY, E_PASS_V1, HUBS_PAGE, ORDER } from './samples/messages';
import { json, ok, type Reply, startVendorStub, type VendorStub } from './samples/vendor-stub';

const REQUEST_ID = '0b0a1c8e-4c57-4f1a-9f1a-000000000001';
const E_PASS_ID = '1788000066668888';

let vendor: VendorStub;
afterEach(() => vendor.close());

const answering = async (reply: Reply) => {
  vendor = await startVendorStub(reply);
  return vendor;
};

const book = (dragonpass: DragonPassClient) =>
  dragonpass.prebook({
    module: 1,
    ePassId: E_PASS_ID,
    prebookingToken: 'secret-token',
    details: { email: 'ada@example.com' },
    requestId: REQUEST_ID,
  });

const ask = (dragonpass: DragonPassClient, ePassId?: string) =>
  dragonpass.checkAvailability({
    ...(ePassId === undefined ? {} : { ePassId }),
    module: 1,
    resourceId: 'N00001',
    at: '2026-12-01T10:30',
    adults: 1,
    children: 0,
    requestId: REQUEST_ID,
  });

const garbage: Reply = (response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0,"da');
const page: Reply = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance');
const reset: Reply = (response) => void response.socket?.resetAndDestroy();
const stall: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"code":0,');
};
const silence: Reply = () => undefined;
const gateway: Reply = (response) => response.writeHead(502).end('<html>Bad gateway');
const internal: Reply = (response) => json(response, 500, { code: 50000, message: 'Internal error.' });
const internalInside200: Reply = (response) => json(response, 200, { code: 50000, message: 'Internal error.' });
const refused: Reply = (response) => json(response, 409, { code: 40910, message: 'Full.' });
const refusedInside200: Reply = (response) => json(response, 200, { code: 40910, message: 'Full.', data: null });

describe('a write whose outcome cannot be known', () => {
  it.each([
    ['a body that stalls', stall, 'timeout'],
    ['an answer that never comes', silence, 'timeout'],
    ['a reset connection', reset, 'unreachable'],
    ['half of an answer', garbage, 'unexpected-reply'],
    ['a page instead of an answer', page, 'unexpected-reply'],
    ['a gateway that fails', gateway, 'unavailable'],
    ['an internal error', internal, 'unavailable'],
    ['an internal error inside a 200', internalInside200, 'unavailable'],
  ] as const)('is sent once and says so, after %s', async (_, reply, kind) => {
    const { client, calls } = await answering(reply);
    const failed = book(client({ timeoutMs: 200 }));
    await expect(failed).rejects.toMatchObject({ kind, outcomeUnknown: true, retryable: false, operation: 'prebook' });
    expect(calls()).toHaveLength(1);
  });

  it('is one whose answer has changed its shape', async () => {
    const { client, calls } = await answering((response) => ok(response, { ...ORDER, orderId: null }));
    await expect(book(client())).rejects.toMatchObject({ kind: 'unexpected-reply', outcomeUnknown: true });
    expect(calls()).toHaveLength(1);
  });

  it('is an availability question with a pass, which takes a hold, but not one without', async () => {
    const { client, calls } = await answering(gateway);
    await expect(ask(client(), E_PASS_ID)).rejects.toMatchObject({ outcomeUnknown: true });
    expect(calls()).toHaveLength(1);
    await expect(ask(client())).rejects.toMatchObject({ outcomeUnknown: false, retryable: true });
    expect(calls()).toHaveLength(4);
  });
});

describe('a write that certainly did nothing', () => {
  it('is one the vendor refused, whether by status or inside a 200', async () => {
    for (const reply of [refused, refusedInside200]) {
      const { client, calls, close } = await answering(reply);
      await expect(book(client())).rejects.toMatchObject({
        kind: 'rejected',
        reason: 'slot-unavailable',
        vendorCode: 40910,
        outcomeUnknown: false,
      });
      expect(calls()).toHaveLength(1);
      await close();
    }
  });

  it('is one that found no server', async () => {
    const { client, close, slept } = await answering(silence);
    await close();
    await expect(book(client())).rejects.toMatchObject({
      kind: 'unreachable',
      outcomeUnknown: false,
      retryable: true,
      vendorRequestId: expect.any(String),
    });
    expect(slept).toHaveLength(2);
  });

  it('is one whose host has no address', async () => {
    const { client } = await answering(silence);
    const failed = book(client({ baseUrl: 'http://vendor.invalid/api' }));
    await expect(failed).rejects.toMatchObject({ kind: 'unreachable', outcomeUnknown: false });
  });

  it('may be sent again when the server was not there the first time', async () => {
    const { client, calls } = await answering((response) => ok(response, ORDER));
    let isFirst = true;
    const flaky: typeof fetch = async (...input) => {
      const isToken = String(input[0]).endsWith('/token');
      if (isFirst && !isToken) {
        isFirst = false;
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
      }
      return fetch(...input);
    };
    expect(await book(client({ fetch: flaky }))).toMatchObject({ status: 'confirmed' });
    expect(calls()).toHaveLength(1);
  });

  it('is one that was turned away for coming too often', async () => {
    const { client, calls } = await answering((response) =>
      json(response, 429, { code: 42900, message: 'Slow down.' }, { 'retry-after': '7' }),
    );
    await expect(book(client())).rejects.toMatchObject({
      kind: 'rate-limited',
      outcomeUnknown: false,
      retryAfterMs: 7_000,
    });
    expect(calls()).toHaveLength(1);
  });
});

describe('a read', () => {
  const thenHubs =
    (failing: Reply, times: number): Reply =>
    (response, received, index) =>
      index < times ? failing(response, received, index) : ok(response, HUBS_PAGE);

  it.each([
    ['a body that stalls', stall],
    ['a reset connection', reset],
    ['a gateway that fails', gateway],
    ['an internal error', internal],
    ['an internal error inside a 200', internalInside200],
  ] as const)('is repeated after %s, and answers', async (_, failing) => {
    const { client, calls } = await answering(thenHubs(failing, 1));
    expect(await client({ timeoutMs: 300 }).listHubs()).toHaveLength(1);
    expect(calls()).toHaveLength(2);
    const ids = calls().map((call) => call.headers['x-request-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('gives up after three attempts, with waits that grow and are spread', async () => {
    const { client, calls, slept } = await answering(gateway);
    await expect(client().listHubs()).rejects.toMatchObject({ kind: 'unavailable', status: 502, retryable: true });
    expect(calls()).toHaveLength(3);
    expect(slept).toEqual([100, 200]);
  });

  it('waits as long as the vendor asks, and no shorter', async () => {
    const limited: Reply = (response) => json(response, 429, { code: 42900 }, { 'retry-after': '2' });
    const { client, slept } = await answering(thenHubs(limited, 1));
    expect(await client().listHubs()).toHaveLength(1);
    expect(slept).toEqual([2_100]);
  });

  it('reads a date as the time to wait until', async () => {
    const limited: Reply = (response) =>
      json(response, 429, { code: 42900 }, { 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT' });
    const { client, calls } = await answering(limited);
    await expect(client().listHubs()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
    expect(calls()).toHaveLength(1);
  });

  it.each([
    ['half of an answer', garbage],
    ['a page instead of an answer', page],
    ['an answer without an envelope', ((response) => json(response, 200, HUBS_PAGE)) satisfies Reply],
    ['a list that is gone', ((response) => ok(response, { pagination: { totalNumber: 1 } })) satisfies Reply],
    ['rows that have all changed', ((response) => ok(response, { transportHubs: [{ id: 'A1' }] })) satisfies Reply],
    ['a redirection', ((response) => response.writeHead(302, { location: '/elsewhere' }).end()) satisfies Reply],
  ] as const)('says that the answer is not what it should be, for %s', async (_, reply) => {
    const { client, calls } = await answering(reply);
    await expect(client().listHubs()).rejects.toMatchObject({ kind: 'unexpected-reply', outcomeUnknown: false });
    expect(new Set(calls().map((call) => call.url)).size).toBe(calls().length);
  });

  it('tells "there is no such order" from a gateway that does not know the way', async () => {
    const vendorSays = await answering((response) => json(response, 404, { code: 40400, message: 'Order not found.' }));
    await expect(vendorSays.client().getOrder({ orderId: 'DP1' })).rejects.toMatchObject({ reason: 'not-found' });
    await vendorSays.close();
    const { client } = await answering((response) => response.writeHead(404).end('<html>Not found'));
    await expect(client().getOrder({ orderId: 'DP1' })).rejects.toMatchObject({
      kind: 'unexpected-reply',
      reason: null,
    });
  });

  it('judges by the status even when the body of a refusal never comes', async () => {
    const { client } = await answering((response) => {
      response.writeHead(503, { 'content-length': '1000' });
      response.write('{');
    });
    await expect(client({ timeoutMs: 200 }).listHubs()).rejects.toMatchObject({ kind: 'unavailable', status: 503 });
  });
});

describe('the breaker', () => {
  it('stops asking a vendor that does not answer, and says at once that it is unavailable', async () => {
    const { client, calls, events } = await answering(gateway);
    const dragonpass = client();
    await expect(dragonpass.listHubs()).rejects.toMatchObject({ status: 502 });
    await expect(dragonpass.listHubs()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(calls()).toHaveLength(5);
    await expect(dragonpass.listHubs()).rejects.toMatchObject({
      kind: 'unavailable',
      status: null,
      outcomeUnknown: false,
    });
    expect(calls()).toHaveLength(5);
    expect(events).toContainEqual({ event: 'breaker', operation: 'hubs.list', state: 'open' });
  });

  it('keeps one sick call from stopping the others', async () => {
    const { client } = await answering((response, received, index) =>
      received.url.includes('transportHubs') ? gateway(response, received, index) : ok(response, E_PASS_V1),
    );
    const dragonpass = client();
    for (let round = 0; round < 3; round += 1) await dragonpass.listHubs().catch((error: unknown) => error);
    expect(await dragonpass.getEPass({ ePassId: E_PASS_ID })).toMatchObject({ ePassId: E_PASS_ID });
  });

  it('is not moved by refusals, which are answers', async () => {
    const { client, calls } = await answering(refused);
    const dragonpass = client();
    for (let round = 0; round < 8; round += 1) await book(dragonpass).catch((error: unknown) => error);
    expect(calls()).toHaveLength(8);
  });
});

describe('what is told to the log', () => {
  const SECRETS = [
    E_PASS_ID,
    'secret-token',
    'ada@example.com',
    'dpSecretKey12345',
    'token-1',
    '668800008888',
    'DP0000',
  ];

  it('carries operation, time, status, attempt and request id, and nothing about anybody', async () => {
    const { client, events } = await answering((response, received, index) =>
      index === 0 && received.method === 'PATCH' ? refused(response, received, index) : ok(response, ORDER),
    );
    const dragonpass = client();
    await book(dragonpass);
    await dragonpass
      .cancelOrder({ orderId: 'DP00000000000001', requestId: REQUEST_ID })
      .catch((error: unknown) => error);
    const shared = { event: 'call', attempt: 1, ms: expect.any(Number), requestId: REQUEST_ID };
    expect(events).toContainEqual({ ...shared, operation: 'prebook', status: 200, result: 'ok', vendorCode: 0 });
    expect(events).toContainEqual({
      ...shared,
      operation: 'cancel',
      status: 409,
      result: 'rejected',
      vendorCode: 40910,
    });
    for (const secret of SECRETS) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('finds nothing about anybody in an error either, however it is printed', async () => {
    const personal = `Pass ${E_PASS_ID} of ada@example.com`;
    const replies: Reply[] = [
      (response) => json(response, 409, { code: 40910, message: personal }),
      (response) => response.writeHead(200).end(personal),
      (response) => ok(response, { ...ORDER, orderId: [personal], ePassId: E_PASS_ID }),
    ];
    for (const reply of replies) {
      const { client, close } = await answering(reply);
      const error = await book(client()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DragonPassError);
      const printed = inspect(error, { depth: 10 }) + JSON.stringify(error) + String(error);
      for (const secret of SECRETS) expect(printed).not.toContain(secret);
      await close();
    }
  });

  it('names a value it has no word for once, however often it comes', async () => {
    const { client, events } = await answering((response) => ok(response, { ...ORDER, status: 5 }));
    const dragonpass = client();
    for (let round = 0; round < 3; round += 1) {
      expect(await dragonpass.getOrder({ orderId: ORDER.orderId })).toMatchObject({ status: 'unknown' });
    }
    expect(events.filter((event) => event.event === 'unknown-value')).toEqual([
      { event: 'unknown-value', field: 'order.status', value: '5' },
    ]);
  });
});

it('does not call a place free that it could not order', async () => {
  const { client } = await answering((response) => ok(response, { ...AVAILABILITY, prebookingToken: '' }));
  await expect(ask(client(), E_PASS_ID)).rejects.toMatchObject({ kind: 'unexpected-reply' });
  expect(await ask(client())).toMatchObject({ available: true, prebookingToken: null });
});
