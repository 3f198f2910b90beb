import { describe, expect, it } from 'vitest';
import { catalogWorld } from '@/lib/testing/catalog-world';
import { HUBS, PLACES } from '@/lib/testing/fake-vendor';
import { resourceSummary } from '@/lib/testing/vendor-rows';

const world = catalogWorld();
const MINUTE_MS = 60_000;

const renamed = (resourceId: string, name: string) =>
  world.vendor.places.map((place) => (place.resourceId === resourceId ? { ...place, name } : place));

/** A catalogue that has been read, a quarter of an hour ago. */
async function synced() {
  const catalog = world.newCatalog();
  await catalog.start();
  world.vendor.calls = [];
  world.nowMs += 15 * MINUTE_MS;
  return catalog;
}

describe('a sync with a vendor that only lists', () => {
  it('reads all places in one list, and takes a changed row for changed details', async () => {
    Object.assign(world.vendor, { listsAllPlaces: true, updated: null });
    const catalog = await synced();
    await catalog.ensureDetails(['N00001', 'N00003']);
    world.vendor.calls = [];
    world.vendor.places = renamed('N00001', 'New name');
    const { delayMs } = await world.syncAgain();
    expect(world.vendor.calls.filter((call) => call.startsWith('listResources'))).toEqual([]);
    expect(delayMs).toBeGreaterThan(50 * MINUTE_MS);
    expect(delayMs).toBeLessThan(70 * MINUTE_MS);
    await catalog.ensureDetails(['N00001', 'N00003']);
    await expect.poll(() => world.vendor.countOf('getResource')).toBe(1);
    expect(catalog.resource('N00003')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
  });

  it('asks for a place itself before it counts as gone: a long list can lose one between two pages', async () => {
    Object.assign(world.vendor, { listsAllPlaces: true, updated: null });
    const catalog = await synced();
    const listAllResources = world.vendor.listAllResources;
    world.vendor.listAllResources = async (options) =>
      (await listAllResources(options))?.filter(({ resourceId }) => resourceId !== 'N00003') ?? null;
    await world.syncAgain();
    expect(catalog.resource('N00003')).toBeDefined();
    world.vendor.places = PLACES.filter(({ resourceId }) => resourceId !== 'N00003');
    await world.syncAgain();
    expect(catalog.resource('N00003')).toBeUndefined();
  });

  it('reads hub by hub, and seldom, where nothing else can be had', async () => {
    world.vendor.updated = null;
    await synced();
    const { delayMs } = await world.syncAgain();
    expect(world.vendor.countOf('listResources')).toBe(HUBS.length);
    expect(delayMs).toBeGreaterThan(5 * 60 * MINUTE_MS);
  });

  it('does not believe at once that most places are gone, and believes it after a day', async () => {
    world.vendor.places = Array.from({ length: 50 }, (_, n) => resourceSummary({ resourceId: `N4${n + 100}` }));
    world.vendor.updated = null;
    const catalog = await synced();
    world.vendor.places = world.vendor.places.slice(0, 10);
    await world.syncAgain();
    expect(catalog.resourcesOf('MAN')).toHaveLength(50);
    world.nowMs += 30 * 60 * MINUTE_MS;
    await world.syncAgain();
    expect(catalog.resourcesOf('MAN')).toHaveLength(10);
  });
});
