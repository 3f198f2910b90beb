import { afterEach, describe, expect, it } from 'vitest';
import { E_PASS_V1, HUBS_PAGE } from './samples/messages';
import {
  book,
  E_PASS_ID,
  garbage,
  gateway,
  internal,
  internalInside200,
  page,
  refused,
  reset,
  stall,
} from './samples/mishaps';
import { json, ok, type Reply, startVendorStub, type VendorStub } from './samples/vendor-stub';

let vendor: VendorStub;
afterEach(() => vendor.close());

const answering = async (reply: Reply) => {
  vendor = await startVendorStub(reply);
  return vendor;
};

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
    expect(await client({ timeoutMs: 1_000 }).listHubs()).toHaveLength(1);
    expect(calls()).toHaveLength(2);
    const ids = calls().map((call) => call.headers['x-request-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('leaves out what no database keeps: NUL characters and halves of letters', async () => {
    const name = String.raw`A\u0000B \ud83d\ude00 \ud83d\\u0000 \uDE00 \u00e9`;
    const body = JSON.stringify({ code: 0, data: HUBS_PAGE }).replace('Manchester Airport', () => name);
    const { client } = await answering((response) => response.writeHead(200).end(body));
    const [hub] = await client().listHubs();
    expect(hub?.name).toBe(String.raw`AB 😀 �\u0000 � é`);
  });

  it('hears of every change of a place that is named several times', async () => {
    const named = ['2026-11-22T10:00:00+00:00', '2026-11-22T10:12:00+00:00'];
    const resources = named.map((updatedDate) => ({ resourceId: 'N00001', module: 1, updatedDate }));
    const pagination = { pageSize: 100, pageNumber: 1, totalNumber: 2 };
    const { client } = await answering((response) => ok(response, { pagination, resources }));
    expect(await client().listUpdatedResources('2026-11-22T09:00:00.000Z')).toEqual([
      { resourceId: 'N00001', updatedAt: '2026-11-22T10:00:00.000Z' },
      { resourceId: 'N00001', updatedAt: '2026-11-22T10:12:00.000Z' },
    ]);
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
    await expect(client({ timeoutMs: 1_000 }).listHubs()).rejects.toMatchObject({ kind: 'unavailable', status: 503 });
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
