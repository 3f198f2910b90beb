import { describe, expect, it } from 'vitest';
import { FILES, prepared, SERVER } from '@/lib/testing/kept-device';
import { navigation, page } from '@/lib/testing/offline-device';
import { forget } from './keep';
import { contentFor } from './pages';
import { KEPT_CACHE, readRecord, SIGN_OUT_CACHE } from './record';
import { refreshShell, searchIndex } from './shell';
import { SIGN_OUT_PATH, signOut } from './sign-out';

describe('pageFor', () => {
  it('shows the network’s page while there is one, and renews the copy with it', async () => {
    const { device, world, go } = await prepared();
    world.server = { ...SERVER, '/passes/one': { body: page('ada', 'new code') } };
    const shown = await go('/passes/one');
    expect(shown.text).toContain('new code');
    expect(shown.text).not.toContain('data-kept>');
    await shown.done();
    world.server = null;
    expect((await go('/passes/one')).text).toContain('new code');
    expect(await device.caches.has(KEPT_CACHE)).toBe(true);
  });

  it('takes what the browser has fetched ahead instead of asking twice', async () => {
    const { asked, go } = await prepared();
    const before = asked.length;
    const { text } = await go('/help', Promise.resolve(new Response(page('ada', 'ahead'))));
    expect(text).toContain('ahead');
    expect(asked).toHaveLength(before);
  });

  it('shows the copy without a network, marked as such, also for an address with a query', async () => {
    const { world, go } = await prepared();
    world.server = null;
    for (const path of ['/passes/one', '/passes/one?for=N00001']) {
      const { text } = await go(path);
      expect(text).toContain('old code');
      expect(text).toMatch(/<html[^>]* data-kept>/);
      expect(text).toMatch(/<time data-kept-time="true">\d{2}:\d{2}</);
    }
  });

  it('shows the copy when the server breaks, and the error where there is no copy', async () => {
    const { world, go } = await prepared();
    world.server = { '/passes/one': { status: 502 }, '/help': { status: 502, body: 'broken' } };
    expect((await go('/passes/one')).text).toContain('old code');
    expect(await go('/help')).toMatchObject({ status: 502, text: 'broken' });
  });

  it('shows the copy when the server says on the page that it broke, and does not lose it to that page', async () => {
    const { world, go } = await prepared();
    const failed = (owner: string) => ({ body: page(owner, '<div data-failed="true">Try again</div>') });
    world.server = { ...SERVER, '/passes/one': failed('ada'), '/help': failed('ada') };
    for (let time = 0; time < 2; time++) {
      const { text, done } = await go('/passes/one');
      await done();
      expect(text).toContain('old code');
    }
    expect((await go('/help')).text).toContain('Try again');
    world.server = { ...SERVER, '/passes/one': failed('bob') };
    expect((await go('/passes/one')).text).toContain('Try again');
  });

  it('does not take a page with a query for the page itself', async () => {
    const { world, go } = await prepared();
    world.server = { ...SERVER, '/passes/one?for=N1': { body: page('ada', 'not valid here') } };
    await (await go('/passes/one?for=N1')).done();
    world.server = null;
    expect((await go('/passes/one')).text).toContain('old code');
  });

  it('shows the offline page for what is not kept, and the search as strangers see it', async () => {
    const { world, go } = await prepared();
    world.server = null;
    expect((await go('/activity')).text).toContain('offline page');
    expect((await go('/?q=london')).text).toContain('search');
  });

  it('shows the offline page for a pass that has ended, and starts elsewhere', async () => {
    const { world, go } = await prepared();
    world.server = null;
    expect((await go('/start')).location).toBe('https://layover.example/passes/one');
    world.nowMs = Date.parse('2027-06-01T00:00:00Z');
    expect((await go('/passes/one')).text).toContain('offline page');
    expect((await go('/start')).location).toBe('https://layover.example/passes');
  });

  it.each([
    ['is another traveller’s', '/help', { body: page('bob') }],
    ['is kept and answers as nobody’s', '/passes/one', { body: page(null) }],
  ])('erases everything when a page %s', async (_, path, answer) => {
    const { device, world, go } = await prepared();
    world.server = { ...SERVER, [path]: answer };
    await (await go(path)).done();
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
  });

  it('keeps what there is when a page of nobody’s is not a kept one', async () => {
    const { device, world, go } = await prepared();
    world.server = { ...SERVER, '/help': { body: page(null) } };
    await (await go('/help')).done();
    expect(await readRecord(device.caches)).toMatchObject({ owner: 'ada', pages: [{ hasCopy: true }] });
  });

  it('drops the copy of a page that is gone', async () => {
    const { device, world, go } = await prepared();
    world.server = { ...FILES };
    const { status, done } = await go('/passes/one');
    await done();
    expect(status).toBe(404);
    expect(await readRecord(device.caches)).toMatchObject({ pages: [] });
  });
});

describe('somebody who signed out without a network', () => {
  async function left() {
    const test = await prepared();
    test.world.server = null;
    await signOut(test.device, navigation(SIGN_OUT_PATH, { method: 'POST' }), 'https://layover.example');
    return test;
  }

  it.each([429, 503])('is nobody to pages while the server answers %i and does not know it', async (status) => {
    const { asked, world, go } = await left();
    world.server = { ...SERVER, [SIGN_OUT_PATH]: { status } };
    await go('/passes/one', Promise.resolve(new Response(page('ada', 'ahead'))));
    expect(asked.at(-1)).toMatchObject({ path: '/passes/one', credentials: 'omit' });
  });

  it('is nobody to pages that are open in another tab', async () => {
    const { device, asked, world } = await left();
    world.server = { ...SERVER, [SIGN_OUT_PATH]: { status: 503 } };
    const content = new Request('https://layover.example/passes/one?_rsc=1');
    expect((await contentFor(device, content)).type).toBe('error');
    world.server = { ...SERVER, [SIGN_OUT_PATH]: {} };
    await contentFor(device, content);
    expect(asked.slice(-2).map(({ path }) => path)).toEqual([SIGN_OUT_PATH, '/passes/one?_rsc=1']);
    expect(await device.caches.has(SIGN_OUT_CACHE)).toBe(false);
  });
});

describe('a page that is taken in while its traveller leaves', () => {
  it('brings nothing back', async () => {
    const { device, go } = await prepared();
    const { open } = device.caches;
    device.caches.open = async (name) => {
      const cache = await open(name);
      const isRecord = (key: RequestInfo | URL) => name === KEPT_CACHE && String(key).endsWith('/record');
      const match: Cache['match'] = async (key, options) => {
        const found = await cache.match(key, options);
        reads += isRecord(key) ? 1 : 0;
        if (isRecord(key) && reads === 3) await forget(device);
        return found;
      };
      return { ...cache, match };
    };
    let reads = 0;
    await (await go('/passes/one')).done();
    expect(reads).toBe(3);
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
  });
});

describe('searchIndex', () => {
  const request = new Request('https://layover.example/api/hubs/index');

  it('is the server’s while there is one, else the one kept, also when the server breaks', async () => {
    const { device, world } = await prepared();
    world.server = { '/api/hubs/index': { body: 'newer' } };
    expect(await (await searchIndex(device, request)).text()).toBe('newer');
    world.server = { '/api/hubs/index': { status: 503 } };
    expect(await (await searchIndex(device, request)).text()).toBe('newer');
    world.server = null;
    expect(await (await searchIndex(device, request)).text()).toBe('newer');
  });
});

describe('refreshShell', () => {
  it('asks for what is the same for everybody without the traveller’s cookie', async () => {
    const { asked } = await prepared();
    const calls = asked.filter(({ path }) => ['/', '/offline'].includes(path));
    expect(calls.map(({ credentials }) => credentials)).toEqual(['omit', 'omit']);
  });

  it('asks again a day later, or for a new build, and keeps the old one when that fails', async () => {
    const { device, asked, world, go } = await prepared();
    const count = () => asked.filter(({ path }) => path === '/').length;
    await refreshShell(device);
    expect(count()).toBe(1);
    await refreshShell({ ...device, build: 'build-2' });
    expect(count()).toBe(2);
    world.nowMs += 25 * 3_600_000;
    world.server = { '/': { status: 500 } };
    await refreshShell(device);
    expect(count()).toBe(3);
    world.server = null;
    expect((await go('/')).text).toContain('search');
  });
});
