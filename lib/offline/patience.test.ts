import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, prepared, SERVER } from '@/lib/testing/kept-device';
import { navigation } from '@/lib/testing/offline-device';
import { keep } from './keep';
import { contentFor } from './pages';
import { SIGN_OUT_PATH, signOut } from './sign-out';

const never = () => new Promise<never>(() => undefined);

describe('a network that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is given three seconds, then the copy is shown', async () => {
    const { world, go } = await prepared();
    world.server = { '/passes/one': never };
    const shown = go('/passes/one');
    await vi.advanceTimersByTimeAsync(2_999);
    expect(await Promise.race([shown, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect((await shown).text).toContain('old code');
  });

  it('is waited for three seconds in all, from the app’s start to the page that leads to', async () => {
    const { world, go } = await prepared();
    world.server = { '/start': never, '/passes/one': never };
    const started = go('/start');
    await vi.advanceTimersByTimeAsync(3_000);
    const { location } = await started;
    expect(location).toBe('https://layover.example/passes/one');
    const shown = go('/passes/one');
    await vi.advanceTimersByTimeAsync(0);
    expect((await shown).text).toContain('old code');
    const again = go('/passes/one');
    await vi.advanceTimersByTimeAsync(2_999);
    expect(await Promise.race([again, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    await again;
  });

  it('is waited for three seconds in all where somebody’s sign-out is to be told first', async () => {
    const { device, world, go } = await prepared();
    world.server = null;
    await signOut(device, navigation(SIGN_OUT_PATH, { method: 'POST' }), 'https://layover.example');
    world.server = SERVER;
    await keep(device, ADA);
    world.server = { [SIGN_OUT_PATH]: never, '/passes/one': never };
    const shown = go('/passes/one');
    await vi.advanceTimersByTimeAsync(3_000);
    expect((await shown).text).toContain('old code');
  });

  it('fails a page that is open after as long, so that it goes there the plain way', async () => {
    const { device, world } = await prepared();
    world.server = { '/passes/one': never };
    const content = contentFor(device, new Request('https://layover.example/passes/one?_rsc=1'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect((await content).type).toBe('error');
  });
});
