import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSession } from '@/lib/auth/cookie';
import { brands } from '@/lib/brand/registry';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { GET, POST } from './route';

const state = vi.hoisted(() => ({ store: null as unknown, lines: [] as unknown[] }));
vi.mock('@/lib/server/runtime', () => ({ runtime: async () => ({ store: state.store }) }));
vi.mock('@/lib/server/log', () => {
  const keep = (line: unknown) => void state.lines.push(line);
  return { logger: () => ({ info: keep, warn: keep, error: keep }) };
});
vi.mock('@/lib/auth/secret', () => ({ sessionSecret: () => 'a secret that is long enough for a seal' }));

const ISSUER = 'https://app.aurora.example';
let store: Store;
let privateKey: CryptoKey;

beforeAll(async () => {
  store = await openMemoryStore();
  state.store = store;
  const pair = await generateKeyPair('ES256', { extractable: true });
  privateKey = pair.privateKey;
  const aurora = brands().find((brand) => brand.id === 'aurora');
  if (!aurora) throw new Error('Aurora does not ship.');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256' };
  aurora.signIn.launch = { issuer: ISSUER, audience: 'aurora', jwks: { keys: [jwk] } };
});
afterAll(() => store.close());
beforeEach(() => {
  state.lines.length = 0;
});

function token(claims: Record<string, unknown> = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const own = { iss: ISSUER, aud: 'aurora', sub: 'c-1', given_name: 'Ada', family_name: 'Łukasz' };
  return new SignJWT({ ...own, jti: crypto.randomUUID(), iat, exp: iat + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .sign(privateKey);
}

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields).toString();
  return POST(
    new Request('http://aurora.localhost:3000/launch', {
      method: 'POST',
      body,
      headers: {
        host: 'aurora.localhost:3000',
        origin: 'https://app.aurora.example',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
        ...headers,
      },
    }),
  );
}

const sessionOf = (answer: Response, brandId = 'aurora') =>
  readSession(/layover-session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1], brandId, Date.now);

function expectRefusal(answer: Response, problem = 'launch'): void {
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`/sign-in?problem=${problem}`);
  expect(answer.headers.get('set-cookie')).toBeNull();
}

describe('POST /launch', () => {
  it('signs in whom the partner names and leads where the partner says', async () => {
    const answer = await post({ token: await token(), to: '/hubs/MAN' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/hubs/MAN');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await sessionOf(answer)).toMatchObject({ brandId: 'aurora', clientUserId: 'c-1', lastName: 'Łukasz' });
  });

  it('puts the new traveller in the place of the one who was signed in', async () => {
    const first = await post({ token: await token() });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = await post({ token: await token({ sub: 'c-2' }) }, { cookie });
    expect(await sessionOf(second)).toMatchObject({ clientUserId: 'c-2' });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example'])('ignores the way to %s', async (to) => {
    expect((await post({ token: await token(), to })).headers.get('location')).toBe('/');
  });

  it('takes a token once, also when it comes twice at the same moment', async () => {
    const used = await token();
    const answers = await Promise.all([post({ token: used }), post({ token: used }), post({ token: used })]);
    expect(answers.filter((answer) => answer.headers.has('set-cookie'))).toHaveLength(1);
    expectRefusal(await post({ token: used }));
  });

  it('refuses a token at another brand, which has other keys', async () => {
    expectRefusal(await post({ token: await token() }, { host: 'meridian.localhost:3000' }));
    expectRefusal(await post({ token: await token() }, { host: 'layover.localhost:3000' }));
  });

  it('logs why, and neither the token nor whom it named', async () => {
    const old = await token({ iat: 1000, exp: 1060 });
    expectRefusal(await post({ token: old }));
    expect(state.lines).toEqual([expect.objectContaining({ brandId: 'aurora', reason: 'expired' })]);
    expect(JSON.stringify(state.lines)).not.toMatch(/Ada|c-1|eyJ/);
  });

  it.each([
    ['no token', {}, {}],
    ['JSON in place of a form', { token: 'x' }, { 'content-type': 'application/json' }],
    ['a body that is too large', { token: 'x'.repeat(40_000) }, {}],
    ['a body of unknown length', { token: 'x' }, { 'content-length': '' }],
  ])('refuses %s', async (_, fields: Record<string, string>, headers: Record<string, string>) => {
    expectRefusal(await post(fields, headers));
  });

  it('says to try again, and signs nobody in, when the store is down', async () => {
    const insert = () => {
      throw new Error('down');
    };
    state.store = { db: { insert } };
    try {
      expectRefusal(await post({ token: await token() }), 'busy');
    } finally {
      state.store = store;
    }
  });
});

it('GET /launch, a reload or a bookmark, leads to the sign-in page', () => {
  const answer = GET();
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/sign-in');
});
