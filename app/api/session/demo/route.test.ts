import { beforeEach, expect, it, vi } from 'vitest';
import { readSession } from '@/lib/auth/cookie';
import { brands } from '@/lib/brand/registry';
import { POST } from './route';

const state = vi.hoisted(() => ({ isSandbox: true }));
vi.mock('@/lib/env', () => ({
  env: () => ({ isSandbox: state.isSandbox, brandsDir: 'lib/brand/brands', appUrl: 'http://localhost:3000' }),
}));
vi.mock('@/lib/auth/secret', () => ({ sessionSecret: () => 'a secret that is long enough for a seal' }));

beforeEach(() => {
  state.isSandbox = true;
});

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields).toString();
  return POST(
    new Request('http://localhost:3000/api/session/demo', {
      method: 'POST',
      body,
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
        ...headers,
      },
    }),
  );
}

const sessionOf = (answer: Response, brandId: string) =>
  readSession(/layover-session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1], brandId, Date.now);

it('signs in as the chosen traveller, a customer of this brand, and leads on', async () => {
  const answer = await post({ traveller: 'ada', to: '/passes' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/passes');
  expect(await sessionOf(answer, 'layover')).toMatchObject({
    clientUserId: 'demo-layover-ada',
    firstName: 'Ada',
    lastName: 'O’Brien-Łukasz',
  });
});

it('makes somebody else of the same person at another brand', async () => {
  const headers = { host: 'aurora.localhost:3000', origin: 'http://aurora.localhost:3000' };
  const session = await sessionOf(await post({ traveller: 'ada' }, headers), 'aurora');
  expect(session?.clientUserId).toBe('demo-aurora-ada');
});

it('leads nowhere but our own pages', async () => {
  expect((await post({ traveller: 'zoe', to: '//evil.example' })).headers.get('location')).toBe('/');
});

it.each([
  ['an unknown traveller', { traveller: 'mallory' }, {}],
  ['no traveller', {}, {}],
  ['another site’s page', { traveller: 'ada' }, { origin: 'https://evil.example' }],
  ['a page that hides where it is', { traveller: 'ada' }, { origin: 'null' }],
])('signs nobody in for %s', async (_, fields: Record<string, string>, headers: Record<string, string>) => {
  const answer = await post(fields, headers);
  expect(answer.headers.get('location')).toBe('/sign-in?problem=demo');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('does not exist outside the sandbox', async () => {
  state.isSandbox = false;
  const answer = await post({ traveller: 'ada' });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('does not exist for a brand that does not offer it', async () => {
  const layover = brands().find((brand) => brand.id === 'layover');
  if (!layover) throw new Error('Layover does not ship.');
  layover.signIn.demo = false;
  try {
    expect((await post({ traveller: 'ada' })).status).toBe(404);
  } finally {
    layover.signIn.demo = true;
  }
});
