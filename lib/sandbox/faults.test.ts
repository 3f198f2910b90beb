import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from './test-client';

let box: TestSandbox;
beforeAll(async () => {
  box = await openSandbox();
});
beforeEach(() => box.control.reset());
afterAll(() => box.close());

const AT = '2026-11-26T10:30';
const orders = async () => (await box.control.orders()).length;

async function readyToBook() {
  await box.control.setSlot({ resourceId: 'N00001', at: AT, capacity: 9 });
  const { ePassId } = await box.issue();
  const token = (await box.ask(ePassId, 'N00001', AT)).text('prebookingToken');
  const requestId = randomUUID();
  return (signal?: AbortSignal) => box.book(ePassId, token, 1, { requestId, ...(signal && { signal }) });
}

describe('a fault before the effect', () => {
  it('leaves nothing behind when the connection is cut', async () => {
    const book = await readyToBook();
    await box.control.addFault({ operation: 'prebook', mode: 'reset' });
    await expect(book()).rejects.toThrow();
    expect(await orders()).toBe(0);
    expect((await book()).status).toBe(200);
  });

  it('answers the status it was told, and 429 with Retry-After', async () => {
    await box.control.addFault({ operation: 'hubs.list', mode: 'fail', status: 503 });
    await box.control.addFault({ operation: 'hubs.list', mode: 'rate-limit', ms: 1_500 });
    expect((await box.get('/v1/transportHubs')).status).toBe(503);
    const limited = await fetch(`${box.sandbox.apiUrl}/v1/transportHubs`);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
    expect((await box.get('/v1/transportHubs')).status).toBe(200);
  });
});

describe('a fault after the effect', () => {
  it('loses the answer of a booking that was made, and the same request id gets it', async () => {
    const book = await readyToBook();
    await box.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
    await expect(book()).rejects.toThrow();
    expect(await orders()).toBe(1);
    const again = await book();
    expect([again.status, again.text('orderId')]).toEqual([200, (await box.control.orders())[0]?.orderId]);
    expect(await orders()).toBe(1);
  });

  it('stalls after the headers, with half of the body', async () => {
    const book = await readyToBook();
    await box.control.addFault({ operation: 'prebook', mode: 'stall', when: 'after' });
    await expect(book(AbortSignal.timeout(1_000))).rejects.toThrow(/timeout|abort/i);
    expect(await orders()).toBe(1);
  });

  it('sends garbage under a good status', async () => {
    await box.control.addFault({ operation: 'hubs.get', mode: 'garbage', when: 'after' });
    const { programId, clientId, clientSecret } = box.sandbox.credentials;
    const token = (await box.post('/v1/auth/token', { clientId, secret: clientSecret })).text('token');
    const response = await fetch(`${box.sandbox.apiUrl}/v1/transportHubs/A00001`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Program-ID': programId },
    });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('makes an answer late, and nothing else', async () => {
    await box.control.addFault({ operation: 'hubs.get', mode: 'slow', when: 'after', ms: 120 });
    const startMs = performance.now();
    expect((await box.get('/v1/transportHubs/A00001')).text('iata')).toBe('MAN');
    expect(performance.now() - startMs).toBeGreaterThan(110);
  });
});

it('strikes as often as told, after as many as told, and only the operation it names', async () => {
  await box.control.addFault({ operation: 'resources.get', mode: 'fail', times: 2, skip: 1 });
  const statuses: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    statuses.push((await box.get('/v1/resources/N00001')).status);
    expect((await box.get('/v1/transportHubs')).status).toBe(200);
  }
  expect(statuses).toEqual([200, 500, 500, 200, 200]);
  await box.control.addFault({ operation: '*', mode: 'fail', times: 9 });
  expect((await box.get('/v1/transportHubs')).status).toBe(500);
  await box.control.clearFaults();
  expect((await box.get('/v1/transportHubs')).status).toBe(200);
});

it('counts calls by operation, also those it refused or struck', async () => {
  await box.control.resetCalls();
  await box.get('/v1/resources/N99999');
  await box.control.addFault({ operation: 'resources.get', mode: 'fail' });
  await box.get('/v2/resources/N00001');
  await box.get('/v1/transportHubs?iata=MAN');
  const { total, byOperation, recent } = await box.control.calls();
  expect([total, byOperation]).toEqual([3, { 'resources.get': 2, 'hubs.list': 1 }]);
  expect(recent.map((call) => [call.path, call.status])).toEqual([
    ['/api/v1/resources/N99999', 404],
    ['/api/v2/resources/N00001', 500],
    ['/api/v1/transportHubs?iata=MAN', 200],
  ]);
});

describe('a call that arrives twice', () => {
  it('is answered twice alike by its request id, and has one effect', async () => {
    const book = await readyToBook();
    await box.control.addFault({ operation: 'prebook', mode: 'duplicate' });
    const answer = await book();
    expect([answer.status, answer.text('orderId')]).toEqual([200, (await box.control.orders())[0]?.orderId]);
    expect(await orders()).toBe(1);
  });

  it('is refused the second time by a vendor that remembers no request ids, and the first has taken effect', async () => {
    const book = await readyToBook();
    await box.control.addFault({ operation: 'prebook', mode: 'duplicate', forgets: true });
    expect((await book()).code).toBe(40911);
    expect(await orders()).toBe(1);
  });

  it('is answered first when the second arrival comes late', async () => {
    const book = await readyToBook();
    await box.control.addFault({ operation: 'prebook', mode: 'duplicate', when: 'after', ms: 1, forgets: true });
    expect((await book()).status).toBe(200);
    expect(await orders()).toBe(1);
  });
});
