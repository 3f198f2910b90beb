import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, apiGet, apiPost } from './api';

function answer(body: string, init: ResponseInit = {}) {
  const fetchMock = vi.fn(async (_path: string, _init: RequestInit) => new Response(body, init));
  vi.stubGlobal('fetch', fetchMock);
  return fetchMock;
}

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('apiGet', () => {
  it('gives the answer of a success', async () => {
    answer('{"hubs":[],"total":0}');
    expect(await apiGet('/api/hubs?q=x')).toEqual({ hubs: [], total: 0 });
  });

  it('keeps code, status, reference, fields and waiting time of a refusal', async () => {
    answer('{"error":{"code":"rate_limited","message":"Slow down","requestId":"r-1","fields":{"q":"tooLong"}}}', {
      status: 429,
      headers: { 'Retry-After': '7' },
    });
    const error = await failureOf(apiGet('/api/hubs'));
    expect(error).toMatchObject({
      code: 'rate_limited',
      status: 429,
      requestId: 'r-1',
      fields: { q: 'tooLong' },
      retryAfterSeconds: 7,
    });
  });

  it('calls a page of HTML from a proxy an internal failure, with the reference of the header', async () => {
    answer('<h1>Bad gateway</h1>', { status: 502, headers: { 'X-Request-Id': 'r-2' } });
    expect(await failureOf(apiGet('/api/hubs'))).toMatchObject({ code: 'internal', status: 502, requestId: 'r-2' });
  });

  it('does not take a success that is not JSON for an answer', async () => {
    answer('<h1>Sign in to the airport Wi-Fi</h1>');
    expect((await failureOf(apiGet('/api/hubs'))).code).toBe('internal');
  });

  it('says offline when no answer comes', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(apiGet('/api/hubs'))).toMatchObject({ code: 'offline', status: 0 });
  });

  it('gives up on an answer that never comes', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_path: string, init: RequestInit) => hangUntilAborted(init));
    const failure = failureOf(apiGet('/api/hubs'));
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await failure).code).toBe('offline');
  });

  it('passes on that the caller gave up, which is no error to show', async () => {
    vi.stubGlobal('fetch', (_path: string, init: RequestInit) => hangUntilAborted(init));
    const controller = new AbortController();
    const call = apiGet('/api/hubs', { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('apiPost', () => {
  it('sends JSON with the idempotency key it was given', async () => {
    const fetchMock = answer('{"passId":"ps_1"}', { status: 201 });
    await apiPost('/api/passes', { offerId: 'o' }, { idempotencyKey: 'k-1' });
    const init = fetchMock.mock.calls[0]?.[1];
    expect(init?.body).toBe('{"offerId":"o"}');
    expect(new Headers(init?.headers).get('Idempotency-Key')).toBe('k-1');
    expect(new Headers(init?.headers).get('Content-Type')).toBe('application/json');
  });
});

function hangUntilAborted(init: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });
}
