import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ERROR_STATUS } from '@/lib/contract/errors';
import { AppError } from '@/lib/server/errors';
import { handle } from '@/lib/server/handle';
import { get, newTraveller, openTestApp, post, type TestApp } from '@/lib/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const echoSchema = z.object({ said: z.string() });
const open = { access: 'public', limit: 'read' } as const;
const echo = handle({ ...open, body: echoSchema, response: echoSchema }, async ({ body }) => body);
const code = (reply: { body: Record<string, unknown> }) =>
  z.object({ error: z.looseObject({ code: z.string() }) }).parse(reply.body).error;

describe('a write', () => {
  it('from our own page is done', async () => {
    expect(await post(echo, { body: { said: 'hello' } })).toMatchObject({ status: 200, body: { said: 'hello' } });
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['the same host on another port', { origin: 'http://localhost:3001' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['nowhere', { origin: '' }],
    ['plain http while we are spoken to over https', { 'x-forwarded-proto': 'https' }],
  ])('from %s is refused', async (_, headers) => {
    const reply = await post(echo, { body: { said: 'hello' }, headers });
    expect(reply.status).toBe(403);
    expect(code(reply).code).toBe('not_entitled');
  });

  it('behind an edge that rewrites the host is judged by the host the browser asked', async () => {
    const headers = { 'x-forwarded-host': 'lounges.bank.example', origin: 'https://lounges.bank.example' };
    expect((await post(echo, { body: { said: 'hello' }, headers })).status).toBe(200);
  });

  it.each([
    ['that is not JSON', '{"said":', { body: 'not_json' }],
    ['larger than 64 kB', JSON.stringify({ said: 'x'.repeat(70_000) }), { body: 'too_large' }],
    ['with a field missing', {}, { said: 'missing' }],
    ['with a field of another type', { said: 1 }, { said: 'wrong_type' }],
  ])('with a body %s is refused, naming what is wrong', async (_, body, fields) => {
    const reply = await post(echo, { body });
    expect(reply.status).toBe(400);
    expect(code(reply)).toMatchObject({ code: 'invalid_request', fields });
  });
});

describe('every answer', () => {
  it('carries its reference, is not kept anywhere, and repeats a UUID it was asked with', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const reply = await post(echo, { body: { said: 'hello' }, headers: { 'x-request-id': id } });
    expect(reply.headers.get('x-request-id')).toBe(id);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it('leaves out what the contract does not name', async () => {
    const leaky = handle({ ...open, response: echoSchema }, async () => ({ said: 'x', secret: 'y' }));
    expect((await get(leaky)).body).toEqual({ said: 'x' });
  });

  it('that breaks the contract is our own mistake', async () => {
    const wrong = handle({ ...open, response: z.object({ at: z.iso.date() }) }, async () => ({ at: 'tomorrow' }));
    expect((await get(wrong)).status).toBe(500);
  });

  it('is sent unpacked: Next takes away the header that would say how to unpack it', async () => {
    const long = handle({ ...open, response: echoSchema }, async () => ({ said: 'long '.repeat(1_000) }));
    const reply = await get(long, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(reply.headers.has('content-encoding')).toBe(false);
    expect(reply.body).toEqual({ said: 'long '.repeat(1_000) });
  });
});

describe('a failure', () => {
  it.each(Object.entries(ERROR_STATUS))('%s is answered with %i in the envelope', async (name, status) => {
    const failing = handle({ ...open, response: echoSchema }, async () => {
      throw new AppError(name as keyof typeof ERROR_STATUS, { retryAfterSeconds: 7 });
    });
    const reply = await get(failing);
    expect(reply.status).toBe(status);
    expect(code(reply)).toMatchObject({ code: name, requestId: reply.headers.get('x-request-id') });
    expect(reply.headers.get('retry-after')).toBe('7');
  });

  it('nobody foresaw tells nothing of itself', async () => {
    const failing = handle({ ...open, response: echoSchema }, async () => {
      throw new TypeError('password=hunter2 at /srv/app.js');
    });
    const reply = await get(failing);
    expect(reply.status).toBe(500);
    expect(JSON.stringify(reply.body)).not.toMatch(/hunter2|srv|TypeError/);
  });
});

describe('a traveller’s route', () => {
  const own = handle({ access: 'traveller', limit: 'read', response: echoSchema }, async ({ caller }) => ({
    said: caller.session?.firstName ?? '',
  }));

  it('knows who is signed in', async () => {
    expect(await get(own, { as: newTraveller({ firstName: 'Zoë' }) })).toMatchObject({ body: { said: 'Zoë' } });
  });

  it.each([
    ['nobody', undefined],
    ['a traveller of another brand', newTraveller({ brandId: 'meridian' })],
    ['a session that is over', newTraveller({ expiresAt: '2020-01-01T00:00:00Z' })],
  ])('refuses %s', async (_, as) => {
    const reply = await get(own, as ? { as } : {});
    expect(reply.status).toBe(401);
    expect(code(reply).code).toBe('not_signed_in');
  });

  it('refuses a forged cookie', async () => {
    const reply = await get(own, { headers: { cookie: 'layover-session=Fe26.2*1*forged' } });
    expect(reply.status).toBe(401);
  });
});

it('Too many calls of one address are refused, with the time to come back', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.77' };
  const limited = handle({ access: 'public', limit: 'vendor', response: echoSchema }, async () => ({ said: 'x' }));
  const replies = await Promise.all(Array.from({ length: 61 }, () => get(limited, { headers })));
  const refused = replies.filter((reply) => reply.status === 429);
  expect(refused).toHaveLength(1);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
});
