import { describe, expect, it } from 'vitest';
import { catalogWorld } from '@/lib/testing/catalog-world';
import { PLACES } from '@/lib/testing/fake-vendor';
import { resourceSummary } from '@/lib/testing/vendor-rows';

const world = catalogWorld();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
const now = () => new Date(world.nowMs).toISOString();

/** A catalogue that has been read, a quarter of an hour ago. */
async function synced() {
  const catalog = world.newCatalog();
  await catalog.start();
  world.vendor.calls = [];
  world.nowMs += 15 * MINUTE_MS;
  return catalog;
}

/** Another process, which only knows what is saved, after its first sync. */
async function afterRestart(catalog: { stop(): void }) {
  catalog.stop();
  world.due.length = 0;
  const later = world.newCatalog();
  await later.start();
  await world.nextPlanned();
  return later;
}

describe('a sync with a vendor or a clock that is wrong about one thing', () => {
  it('is not held up by a new place that cannot be read, and asks for it until it can', async () => {
    const catalog = await synced();
    world.vendor.places = [
      ...PLACES.map((place) => ({ ...place, name: 'New name' })),
      resourceSummary({ resourceId: 'N00009' }),
    ];
    world.vendor.name(now(), 'N00009', 'N00003');
    world.vendor.failsAt = 'getResource N00009';
    for (const each of [1, 2, 3]) {
      const { delayMs } = await world.syncAgain();
      expect(delayMs).toBeGreaterThan(13 * MINUTE_MS);
      expect(world.vendor.countOf('getResource N00009')).toBe(each);
      expect(catalog.resource('N00003')).toMatchObject({ name: 'New name', confirmedAt: now() });
      world.nowMs += 15 * MINUTE_MS;
    }
    // Also by another process, which only knows what is saved.
    world.vendor.failsAt = null;
    expect((await afterRestart(catalog)).resource('N00009')).toBeDefined();
    expect(world.vendor.countOf('getResource N00009')).toBe(4);
  });

  it('forgets a new place that cannot be read once all has been read, so that nothing is asked for for ever', async () => {
    await synced();
    world.vendor.name(now(), 'N00009');
    world.vendor.failsAt = 'getResource N00009';
    await world.syncAgain();
    world.nowMs += DAY_MS;
    await world.syncAgain();
    world.nowMs += 15 * MINUTE_MS;
    world.vendor.calls = [];
    await world.syncAgain();
    expect(world.vendor.calls).toEqual([expect.stringMatching(/^listUpdatedResources /)]);
  });

  it('does not take a place for gone that the list of its hub lacks for once, and the vendor still has', async () => {
    const catalog = await synced();
    const { listResources } = world.vendor;
    world.vendor.listResources = async (hub, module, options) =>
      (await listResources(hub, module, options)).filter(({ resourceId }) => resourceId !== 'N00002');
    world.nowMs += DAY_MS;
    await world.syncAgain();
    expect(catalog.resource('N00002')).toBeDefined();
  });

  it('believes what it reads now over what it read while the clock was ahead', async () => {
    const catalog = await synced();
    world.nowMs += 365 * DAY_MS;
    await catalog.ensureDetails(['N00001', 'N00003']);
    world.nowMs -= 365 * DAY_MS;
    world.vendor.name(now(), 'N00001');
    world.vendor.calls = [];
    await world.syncAgain();
    expect(world.vendor.countOf('getResource N00001')).toBe(1);
    expect(catalog.resource('N00001')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
    await catalog.ensureDetails(['N00003']);
    await expect.poll(() => catalog.resource('N00003')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
    const later = await afterRestart(catalog);
    expect(later.resource('N00001')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
  });
});
