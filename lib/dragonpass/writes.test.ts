import { afterEach, describe, expect, it } from 'vitest';
import { AVAILABILITY, ORDER } from './samples/messages';
import {
  ask,
  book,
  E_PASS_ID,
  garbage,
  gateway,
  internal,
  internalInside200,
  page,
  refused,
  refusedInside200,
  reset,
  silence,
  stall,
} from './samples/mishaps';
import { json, ok, type Reply, startVendorStub, type VendorStub } from './samples/vendor-stub';

let vendor: VendorStub;
afterEach(() => vendor.close());

const answering = async (reply: Reply) => {
  vendor = await startVendorStub(reply);
  return vendor;
};

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
    const failed = book(client(kind === 'timeout' ? { timeoutMs: 200 } : {}));
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

it('does not call a place free that it could not order', async () => {
  const { client } = await answering((response) => ok(response, { ...AVAILABILITY, prebookingToken: '' }));
  await expect(ask(client(), E_PASS_ID)).rejects.toMatchObject({ kind: 'unexpected-reply' });
  expect(await ask(client())).toMatchObject({ available: true, prebookingToken: null });
});
