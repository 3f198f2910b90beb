import { ask } from './fixtures/api';
import { expect, test } from './fixtures/app';

const PAGES = ['/', '/?q=manch', '/hubs/MAN', '/resources/N00001', '/sign-in', '/passes', '/bookings', '/nowhere'];

type Directives = Map<string, string[]>;

function directives(policy: string): Directives {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.map(([name = '', ...values]) => [name, values]));
}

for (const path of PAGES) {
  test(`${path} carries the security headers and a policy without inline script`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8,}/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toMatch(/^(no-referrer|same-origin|strict-origin-when-cross-origin)$/);
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-powered-by']).toBeUndefined();
    const policy = directives(headers['content-security-policy'] ?? '');
    expect(policy.get('script-src')).toContain("'strict-dynamic'");
    expect(policy.get('script-src')).not.toContain("'unsafe-inline'");
    expect(policy.get('script-src')).not.toContain("'unsafe-eval'");
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'"]);
  });
}

test('every page gets a nonce of its own', async ({ request }) => {
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => {
      const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
      return /'nonce-([^']+)'/.exec(policy)?.[1];
    }),
  );
  expect(nonces.every((nonce) => nonce && nonce.length >= 20)).toBe(true);
  expect(new Set(nonces).size).toBe(3);
});

test('answers of the API are not kept, not sniffed, and carry a reference', async ({ request }) => {
  for (const path of ['/api/hubs?q=man', '/api/session', '/api/passes', '/api/hubs/QQQ', '/api/nowhere']) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    if (path === '/api/nowhere') continue;
    expect(headers['cache-control'], path).toContain('no-store');
    expect(headers['x-request-id'], path).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('a change asked for by another site’s page is refused, and nothing happens', async ({
  app,
  request,
  signIn,
  context,
  traveller,
}) => {
  await signIn();
  const offers = await (await context.request.get('/api/offers')).json();
  const body = { data: { offerId: offers.offers[0].offerId } };
  const key = { 'idempotency-key': crypto.randomUUID() };
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]) {
    const answer = await context.request.post('/api/passes', { ...body, headers: { ...headers, ...key } });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    expect((await answer.json()).error.code).toBe('not_entitled');
  }
  expect(await app.control.passes(traveller.clientUserId)).toEqual([]);
  const allowed = await context.request.post('/api/passes', { ...body, headers: { origin: app.url, ...key } });
  expect(allowed.status()).toBe(201);
  expect(await app.control.passes(traveller.clientUserId)).toHaveLength(1);
  expect((await request.post('/api/session/sign-out', { headers: { origin: 'https://evil.example' } })).status()).toBe(
    403,
  );
});

test('the session cookie is out of reach of scripts and of other sites', async ({ signIn, context, page }) => {
  await signIn();
  const cookies = await context.cookies();
  expect(cookies.map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }))).toEqual([
    { name: 'layover-session', httpOnly: true, sameSite: 'Lax', path: '/' },
  ]);
  await page.goto('/');
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('a cookie of one brand opens nothing at another', async ({ app, signIn, context }) => {
  await signIn();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await ask(`${app.brandUrl('meridian')}/api/session`, { headers: { cookie } });
  expect(JSON.parse(answer.text)).toMatchObject({ signedIn: false, brand: { id: 'meridian' } });
});

test('a browser that asks for the usual icon gets the brand’s logo', async ({ request }) => {
  const icon = await request.get('/favicon.ico');
  expect(icon.status()).toBe(200);
  expect(icon.headers()['content-type']).toBe('image/svg+xml');
  expect(icon.headers()['cache-control']).toBe('public, max-age=86400');
});
