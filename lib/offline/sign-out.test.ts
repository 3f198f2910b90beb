import { describe, expect, it } from 'vitest';
import { DEVICE_ORIGIN, navigation, page, testDevice } from '@/lib/testing/offline-device';
import { KEPT_CACHE, SIGN_OUT_CACHE, writeRecord } from './record';
import { flushSignOut, SIGN_OUT_PATH, signOut } from './sign-out';

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
});
