import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealSession } from '@/lib/auth/cookie';
import { unpack } from '@/lib/search/compact';
import { newTraveller, openTestApp, TEST_ORIGIN, type TestApp } from '@/lib/testing/app';
import { GET as getHub } from './hubs/[hub]/route';
import { GET as getIndex } from './hubs/index/route';
import { GET as searchHubs } from './hubs/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

function ask(origin = TEST_ORIGIN, headers: Record<string, string> = {}): Promise<Response> {
  return getIndex(new Request(`${origin}/api/hubs/index`, { headers: { host: new URL(origin).host, ...headers } }));
}

async function entriesOf(response: Response) {
  return unpack(gunzipSync(new Uint8Array(await response.arrayBuffer())));
}

const AURORA = 'http://aurora.localhost:3000';

describe('GET /api/hubs/index', () => {
  it('gives every hub to anybody, to be kept by anybody', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-request-id')).toBeTruthy();
    const entries = await entriesOf(response);
    expect(entries.length).toBeGreaterThan(3_900);
    expect(entries.find(({ hub }) => hub === 'MAN')).toMatchObject({ city: 'Manchester', modules: [1, 2, 3, 4] });
  });

  it('is not sent again to who has it', async () => {
    const etag = (await ask()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const response = await ask(TEST_ORIGIN, { 'if-none-match': known });
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe(etag);
      expect(await response.text()).toBe('');
    }
    expect((await ask(TEST_ORIGIN, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('counts what the brand offers, and nothing else', async () => {
    const manchester = (await entriesOf(await ask(AURORA))).find(({ hub }) => hub === 'MAN');
    const params = Promise.resolve({ hub: 'MAN' });
    const whole = await getHub(new Request(`${AURORA}/api/hubs/MAN`, { headers: { host: 'aurora.localhost:3000' } }), {
      params,
    });
    const { modules, resourceCount } = await whole.json();
    expect(modules).toEqual([1, 2, 3]);
    expect(manchester).toMatchObject({ modules, resourceCount });
    expect((await ask(AURORA)).headers.get('etag')).not.toBe((await ask()).headers.get('etag'));
  });

  it('is the same whoever is signed in', async () => {
    const cookie = (await sealSession(newTraveller(), { isHttps: false })).split(';')[0] ?? '';
    const [signedIn, nobody] = await Promise.all([ask(TEST_ORIGIN, { cookie }), ask()]);
    expect(signedIn.headers.get('etag')).toBe(nobody.headers.get('etag'));
    expect(signedIn.headers.get('set-cookie')).toBeNull();
  });

  it('leads from a hub without a service to the nearest that has one', async () => {
    const url = `${TEST_ORIGIN}/api/hubs?q=liverpool`;
    const request = new Request(url, { headers: { host: 'localhost:3000' } });
    const { hubs } = await (await searchHubs(request, { params: Promise.resolve({}) })).json();
    expect(hubs[0]).toMatchObject({ hub: 'LPL', resourceCount: 0, nearest: { hub: 'MAN', distanceKm: 38 } });
    const entry = (await entriesOf(await ask())).find(({ hub }) => hub === 'LPL');
    expect(entry?.nearest).toEqual(hubs[0].nearest);
  });
});
