import { describe, expect, it } from 'vitest';
import type { KeptPage } from '@/lib/domain/kept-page';
import { DEVICE_NOW, page, type Server, testDevice } from '@/lib/testing/offline-device';
import { forget, keep, keptCopy } from './keep';
import { KEPT_CACHE, readRecord, STATIC_CACHE, writeRecord } from './record';

const MINUTE_MS = 60_000;
const pass = (id: string, changes: Partial<KeptPage> = {}): KeptPage => ({
  path: `/passes/${id}`,
  kind: 'pass',
  title: 'Two lounge visits',
  startsAt: null,
  timeZone: null,
  endsAt: '2027-06-01T00:00:00Z',
  version: '1',
  ...changes,
});
const FILES: Server = {
  '/_next/static/chunks/a.js': { body: 'load("static/chunks/later.js")' },
  '/_next/static/chunks/later.js': { body: '' },
};
const serving = (changes: Server = {}) =>
  testDevice({ ...FILES, '/passes/one': { body: page('ada', 'code 1') }, ...changes });
const ADA = { owner: 'ada', pages: [pass('one')] };

describe('keep', () => {
  it('keeps a page with its policy and every file it needs, those loaded later included', async () => {
    const policy = "script-src 'nonce-x'";
    const { device } = serving({
      '/passes/one': { body: page('ada'), headers: { 'Content-Security-Policy': policy, 'Content-Encoding': 'br' } },
    });
    await keep(device, ADA);
    const kept = await keptCopy(device, '/passes/one');
    expect(kept?.response.headers.get('Content-Security-Policy')).toBe(policy);
    expect(kept?.response.headers.get('Content-Encoding')).toBeNull();
    expect(kept?.page.assets).toEqual(['/_next/static/chunks/a.js', '/_next/static/chunks/later.js']);
    expect(await (await device.caches.open(STATIC_CACHE)).match('/_next/static/chunks/later.js')).toBeDefined();
  });

  it('asks for the page with the traveller’s cookie, and says that it is for keeping', async () => {
    const { device, asked } = serving();
    await keep(device, ADA);
    const call = asked.find(({ path }) => path === '/passes/one');
    expect(call?.credentials).toBe('same-origin');
    expect(call?.headers.get('X-Device-Copy')).toBe('1');
  });

  it('keeps no page of which a file is missing: half a page is worse than none', async () => {
    const { device } = serving({ '/_next/static/chunks/later.js': { status: 404 } });
    await keep(device, ADA);
    expect(await keptCopy(device, '/passes/one')).toBeNull();
  });

  it('asks again only for what changed or is ten minutes old', async () => {
    const { device, asked, world } = serving();
    const times = () => asked.filter(({ path }) => path === '/passes/one').length;
    await keep(device, ADA);
    world.nowMs += 9 * MINUTE_MS;
    await keep(device, ADA);
    expect(times()).toBe(1);
    await keep(device, { owner: 'ada', pages: [pass('one', { version: '2' })] });
    expect(times()).toBe(2);
    world.nowMs += 10 * MINUTE_MS;
    await keep(device, { owner: 'ada', pages: [pass('one', { version: '2' })] });
    expect(times()).toBe(3);
  });

  it('drops what the traveller no longer has', async () => {
    const { device } = serving({ '/passes/two': { body: page('ada') } });
    await keep(device, { owner: 'ada', pages: [pass('one'), pass('two')] });
    await keep(device, { owner: 'ada', pages: [pass('two')] });
    expect(await (await device.caches.open(KEPT_CACHE)).match('/passes/one')).toBeUndefined();
    expect((await readRecord(device.caches))?.pages.map(({ path }) => path)).toEqual(['/passes/two']);
  });

  it.each([
    ['another traveller’s', { body: page('bob') }],
    ['nobody’s, as after signing out', { body: page(null) }],
    ['refused', { status: 401 }],
    ['not found to another traveller', { status: 404, body: page('bob') }],
  ])('erases everything when a page answers as %s', async (_, answer) => {
    const { device } = serving({ '/passes/two': answer });
    await keep(device, { owner: 'ada', pages: [pass('one'), pass('two')] });
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
  });

  it('drops a page that is gone and goes on with the others', async () => {
    const { device, world } = serving({ '/passes/two': { body: page('ada') } });
    const both = { owner: 'ada', pages: [pass('one'), pass('two')] };
    await keep(device, both);
    world.server = { ...FILES, '/passes/two': { body: page('ada') } };
    world.nowMs += 20 * MINUTE_MS;
    await keep(device, both);
    expect((await readRecord(device.caches))?.pages.map(({ path }) => path)).toEqual(['/passes/two']);
  });

  it('leaves the copy as it is when the server fails or cannot be reached', async () => {
    const { device, world } = serving();
    await keep(device, ADA);
    world.nowMs += 20 * MINUTE_MS;
    world.server = { '/passes/one': { status: 503 } };
    await keep(device, ADA);
    world.server = null;
    await keep(device, ADA);
    expect((await keptCopy(device, '/passes/one'))?.page.keptAt).toBe(new Date(DEVICE_NOW).toISOString());
  });

  it('keeps the copy it has rather than a page that says what failed', async () => {
    const { device, world } = serving();
    await keep(device, ADA);
    world.nowMs += 20 * MINUTE_MS;
    world.server = { ...FILES, '/passes/one': { body: page('ada', '<div data-failed="true">Try again</div>') } };
    await keep(device, ADA);
    const kept = await keptCopy(device, '/passes/one');
    expect(await kept?.response.text()).not.toContain('Try again');
    expect(kept?.page.keptAt).toBe(new Date(DEVICE_NOW).toISOString());
  });

  it('erases the first traveller’s things before it keeps the second’s', async () => {
    const { device, world } = serving();
    await keep(device, ADA);
    world.server = { ...FILES, '/passes/two': { body: page('bob') } };
    await keep(device, { owner: 'bob', pages: [pass('two')] });
    expect(await (await device.caches.open(KEPT_CACHE)).match('/passes/one')).toBeUndefined();
    expect(await readRecord(device.caches)).toMatchObject({ owner: 'bob', pages: [{ path: '/passes/two' }] });
  });

  it('keeps nothing while its traveller has switched it off, and again for the next one', async () => {
    const { device, asked } = serving();
    await writeRecord(device.caches, { owner: 'ada', isOff: true, pages: [] });
    await keep(device, ADA);
    expect(asked).toEqual([]);
    await keep(device, { owner: 'bob', pages: [] });
    expect(await readRecord(device.caches)).toMatchObject({ owner: 'bob', isOff: false });
  });

  it('writes nothing after an erasing that came while a page was on its way', async () => {
    let arrive: (answer: { body: string }) => void = () => undefined;
    const onItsWay = new Promise<{ body: string }>((resolve) => {
      arrive = resolve;
    });
    const { device } = serving({ '/passes/one': () => onItsWay });
    const keeping = keep(device, ADA);
    await forget(device);
    arrive({ body: page('ada') });
    await keeping;
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
    // Nor does what was named before the erasing count after it.
    await keep(device, ADA, device.erasings - 1);
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
  });
});

describe('keptCopy', () => {
  it('gives no copy from the instant its code ends, erases it, and remembers only what it was', async () => {
    const { device, world } = serving();
    await keep(device, ADA);
    world.nowMs = Date.parse('2027-06-01T00:00:00Z') - 1;
    expect(await keptCopy(device, '/passes/one')).not.toBeNull();
    world.nowMs += 1;
    expect(await keptCopy(device, '/passes/one')).toBeNull();
    expect(await (await device.caches.open(KEPT_CACHE)).match('/passes/one')).toBeUndefined();
    expect((await readRecord(device.caches))?.pages).toMatchObject([{ path: '/passes/one', hasCopy: false }]);
  });

  it('writes nothing of a copy that ended when everything is erased at that moment', async () => {
    const { device } = serving();
    await keep(device, ADA);
    const leaving: Promise<void>[] = [];
    device.nowMs = () => {
      leaving.push(forget(device));
      return Date.parse('2027-06-01T00:00:00Z');
    };
    expect(await keptCopy(device, '/passes/one')).toBeNull();
    await Promise.all(leaving);
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
  });
});
