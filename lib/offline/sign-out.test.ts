import { describe, expect, it } from 'vitest';
import { DEVICE_ORIGIN, navigation, page, testDevice } from '@/lib/testing/offline-device';
import { KEPT_CACHE, SIGN_OUT_CACHE, writeRecord } from './record';
import { apiFor, flushSignOut, SIGN_OUT_PATH, signOut } from './sign-out';

const leaving = () => navigation(SIGN_OUT_PATH, { method: 'POST' });

async function signedIn() {
  const test = testDevice({ [SIGN_OUT_PATH]: { status: 200, body: page(null) } });
  await writeRecord(test.device.caches, { owner: 'ada', isOff: false, pages: [] });
  return test;
}

describe('signOut', () => {
  it('erases before it tells the server, and passes on what that answers', async () => {
    const { device, world, asked } = await signedIn();
    world.server = {
      [SIGN_OUT_PATH]: async () => ({ status: (await device.caches.has(KEPT_CACHE)) ? 500 : 200 }),
    };
    expect((await signOut(device, leaving(), DEVICE_ORIGIN)).status).toBe(200);
    expect(asked).toHaveLength(1);
    expect(await device.caches.has(SIGN_OUT_CACHE)).toBe(false);
  });

  it('without a network erases all the same, says so, and tells the server at the next chance', async () => {
    const { device, world, asked } = await signedIn();
    const { server } = world;
    world.server = null;
    const answer = await signOut(device, leaving(), DEVICE_ORIGIN);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${DEVICE_ORIGIN}/offline?signed-out`]);
    expect(await device.caches.has(KEPT_CACHE)).toBe(false);
    expect(await flushSignOut(device)).toBe('untold');
    world.server = server;
    expect(await flushSignOut(device)).toBe('told');
    expect(asked.at(-1)?.headers.get('X-Device-Owner')).toBe('ada');
    expect(await flushSignOut(device)).toBe('none');
  });

  it('tells the server whose page was left, also when nothing of theirs was kept yet, or still another’s is', async () => {
    for (const kept of ['ada', null]) {
      const { device, world, asked } = testDevice({ [SIGN_OUT_PATH]: {} });
      if (kept) await writeRecord(device.caches, { owner: kept, isOff: false, pages: [] });
      const { server } = world;
      world.server = null;
      const request = navigation(SIGN_OUT_PATH, { method: 'POST', body: new URLSearchParams({ owner: 'bob' }) });
      await signOut(device, request, DEVICE_ORIGIN);
      world.server = server;
      expect(await flushSignOut(device)).toBe('told');
      expect(asked.at(-1)?.headers.get('X-Device-Owner')).toBe('bob');
    }
  });

  it('passes on the form it has read', async () => {
    const { device, world } = await signedIn();
    const sent: string[] = [];
    const fetch = device.fetch;
    device.fetch = async (request, init) => {
      if (request instanceof Request) sent.push(await request.clone().text());
      return fetch(request, init);
    };
    world.server = { [SIGN_OUT_PATH]: {} };
    const body = new URLSearchParams({ owner: 'ada' });
    await signOut(device, navigation(SIGN_OUT_PATH, { method: 'POST', body }), DEVICE_ORIGIN);
    expect(sent).toEqual(['owner=ada']);
  });
});

describe('apiFor', () => {
  const question = (init?: RequestInit) => new Request(`${DEVICE_ORIGIN}/api/passes`, init);

  it('asks as whoever is signed in while nobody has left', async () => {
    const { device, asked } = testDevice({ '/api/passes': {} });
    await apiFor(device, question());
    expect(asked).toMatchObject([{ path: '/api/passes', credentials: 'same-origin' }]);
  });

  it('asks as nobody while the server does not know who has left, writes included, and afterwards as it is', async () => {
    const { device, world, asked } = await signedIn();
    world.server = null;
    await signOut(device, leaving(), DEVICE_ORIGIN);
    world.server = { [SIGN_OUT_PATH]: { status: 503 }, '/api/passes': {} };
    await apiFor(device, question());
    await apiFor(device, question({ method: 'POST', body: '{}' }));
    world.server = { [SIGN_OUT_PATH]: {}, '/api/passes': {} };
    await apiFor(device, question());
    expect(asked.slice(1).map(({ path, method, credentials }) => [path, method, credentials])).toEqual([
      [SIGN_OUT_PATH, 'POST', 'same-origin'],
      ['/api/passes', 'GET', 'omit'],
      [SIGN_OUT_PATH, 'POST', 'same-origin'],
      ['/api/passes', 'POST', 'omit'],
      [SIGN_OUT_PATH, 'POST', 'same-origin'],
      ['/api/passes', 'GET', 'same-origin'],
    ]);
  });

  it('remembers it after the worker was stopped and started', async () => {
    const { device, world, asked } = await signedIn();
    world.server = null;
    await signOut(device, leaving(), DEVICE_ORIGIN);
    world.server = { [SIGN_OUT_PATH]: { status: 503 }, '/api/passes': {} };
    await apiFor({ ...device, hasLeft: null }, question());
    expect(asked.at(-1)).toMatchObject({ path: '/api/passes', credentials: 'omit' });
  });
});
