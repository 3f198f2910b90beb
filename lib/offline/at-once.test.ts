import { describe, expect, it } from 'vitest';
import { ADA, prepared, SERVER } from '@/lib/testing/kept-device';
import { background, navigation, page } from '@/lib/testing/offline-device';
import { doubtCopies } from './at-once';
import { keep } from './keep';
import { pageFor } from './pages';
import { KEPT_CACHE } from './record';

const MINUTE_MS = 60_000;
const saying = (version: string, text: string, owner: string | null = 'ada') =>
  page(owner, `<div class="x" data-says="${version}">${text}</div>`);

/** A device that kept the pass a minute ago, and a browser that can be sent to a page again. */
async function opened({ body = saying('v1', 'old code'), canGoAgain = true } = {}) {
  const test = await prepared();
  const { device, world } = test;
  world.server = { ...SERVER, '/passes/one': { body } };
  await keep(device, { ...ADA, pages: ADA.pages.map((kept) => ({ ...kept, version: '2' })) });
  world.nowMs += MINUTE_MS;
  const led: string[] = [];
  const go = async (path: string, init: RequestInit = {}) => {
    const { waitUntil, done } = background();
    const request = navigation(path, init);
    const goAgain = async () => void led.push(path);
    const response = await pageFor(device, { request, waitUntil, ...(canGoAgain && { goAgain }) });
    return { text: await response.text(), done };
  };
  return { ...test, go, led };
}

const answering = (body: string, status = 200) => ({ ...SERVER, '/passes/one': { body, status } });

describe('a young copy', () => {
  it('is shown before the network has answered, counts as a copy, and is not said to lack a connection', async () => {
    const { world, go } = await opened();
    world.server = { '/passes/one': () => new Promise(() => undefined) };
    const { text } = await go('/passes/one');
    expect(text).toContain('old code');
    expect(text).toMatch(/<html[^>]* data-kept="at-once">/);
  });

  it('is renewed by an answer that says the same, and the page is left alone', async () => {
    const { world, go, led } = await opened();
    world.server = answering(saying('v1', 'made later'));
    await (await go('/passes/one')).done();
    expect(led).toEqual([]);
    expect((await go('/passes/one')).text).toContain('made later');
  });

  it('gives way to an answer that says something else, as of a pass that was cancelled elsewhere', async () => {
    const { world, go, led } = await opened();
    world.server = answering(saying('v2', 'cancelled'));
    await (await go('/passes/one')).done();
    expect(led).toEqual(['/passes/one']);
    expect((await go('/passes/one')).text).toContain('cancelled');
  });

  it.each([
    ['is not found', page('ada'), 404],
    ['is another traveller’s', saying('v1', 'of bob', 'bob'), 200],
    ['is nobody’s', page(null, 'sign in'), 200],
    ['is refused', '', 401],
  ])('gives way, and is gone, when the page %s', async (_, body, status) => {
    const { device, world, go, led } = await opened();
    world.server = answering(body, status);
    await (await go('/passes/one')).done();
    expect(led).toEqual(['/passes/one']);
    expect((await (await device.caches.open(KEPT_CACHE)).match('/passes/one')) ?? null).toBeNull();
    expect((await go('/passes/one')).text).not.toContain('old code');
  });

  it.each([
    ['fails', null],
    ['breaks', answering('', 503)],
  ])('stays when the network %s', async (_, server) => {
    const { world, device, go, led } = await opened();
    device.isOnline = () => true;
    world.server = server;
    const { text, done } = await go('/passes/one');
    await done();
    expect(text).toContain('old code');
    expect(led).toEqual([]);
  });

  it('sends nobody in circles where the page says something else each time', async () => {
    const { world, go, led } = await opened();
    for (const version of ['v2', 'v3', 'v4']) {
      world.server = answering(saying(version, version));
      await (await go('/passes/one')).done();
    }
    expect(led).toEqual(['/passes/one']);
  });
});

describe('the network is asked first', () => {
  it.each([
    ['ten minutes after the copy was made', '/passes/one', {}, 9 * MINUTE_MS],
    ['by a clock that was put back', '/passes/one', {}, -2 * MINUTE_MS],
    ['when somebody reloads', '/passes/one', { cache: 'no-cache' } as const, 0],
    ['for an address with a question', '/passes/one?for=N00001', {}, 0],
  ])('%s', async (_, path, init, laterMs) => {
    const { world, go } = await opened();
    world.nowMs += laterMs;
    world.server = { ...answering(saying('v2', 'new code')), [path]: { body: saying('v2', 'new code') } };
    expect((await go(path, init)).text).toContain('new code');
  });

  it('after anything was sent from this device, until the copy was made anew', async () => {
    const { device, world, go } = await opened();
    doubtCopies(device);
    world.nowMs += 1;
    world.server = answering(saying('v2', 'new code'));
    const first = await go('/passes/one');
    expect(first.text).toContain('new code');
    await first.done();
    world.server = answering(saying('v3', 'newer code'));
    expect((await go('/passes/one')).text).toContain('new code');
  });

  it('where the browser cannot be sent to a page again, and of a page that does not tell what it says', async () => {
    for (const options of [{ canGoAgain: false }, { body: page('ada', 'old code') }]) {
      const { world, go } = await opened(options);
      world.server = answering(saying('v2', 'new code'));
      expect((await go('/passes/one')).text).toContain('new code');
    }
  });

  it('and nothing is shown of a pass that has ended', async () => {
    const { world, go } = await opened();
    world.nowMs = Date.parse('2027-06-01T00:00:00Z');
    world.server = answering(saying('v2', 'ended'));
    expect((await go('/passes/one')).text).toContain('ended');
  });
});
