import { describe, expect, it } from 'vitest';
import { FORMAT } from '@/lib/catalog/catalog';
import { takeCatalogueLease } from '@/lib/store/catalogue';
import { catalogWorld } from '@/lib/testing/catalog-world';
import { HUBS, PLACES } from '@/lib/testing/fake-vendor';
import { resourceSummary } from '@/lib/testing/vendor-rows';

/** After so long everything is read again. */
const DAY_MS = 24 * 3_600_000;
const world = catalogWorld();

describe('the catalogue', () => {
  it('answers for hubs and places from memory once the vendor has been read', async () => {
    const catalog = world.newCatalog();
    expect(catalog.isLoaded()).toBe(false);
    expect(catalog.hubDirectory([1]).index.search('man', 5)).toEqual({ entries: [], total: 0 });
    await catalog.start();
    expect(catalog.isLoaded()).toBe(true);
    expect(catalog.hub('man')).toMatchObject({
      hub: 'MAN',
      icao: 'EGCC',
      timeZone: 'Europe/London',
      modules: [1, 2],
      resourceCount: 2,
    });
    expect(catalog.hub('a00001')).toEqual(catalog.hub('MAN'));
    expect(catalog.hub('A10050')).toMatchObject({
      hub: 'A10050',
      iata: null,
      timeZone: 'Asia/Hong_Kong',
      type: 'rail',
    });
    expect(catalog.resourcesOf('MAN').map(({ resourceId }) => resourceId)).toEqual(['N00001', 'C10001']);
    expect(catalog.resource('n00001')).toMatchObject({ name: 'DragonPass Lounge', details: null });
    expect(catalog.resource('N99999')).toBeUndefined();
  });

  it('knows airports without a service, and says so', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    expect(catalog.hub('REU')).toMatchObject({
      city: 'Reus',
      modules: [],
      resourceCount: 0,
      timeZone: 'Europe/Madrid',
    });
    expect(catalog.resourcesOf('REU')).toEqual([]);
    expect(catalog.hub('XYZ')).toBeUndefined();
  });

  it('gives hubs with services by distance', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    const near = catalog.hubsNear({ latitude: 53.4, longitude: -2.9 }, 2, [1, 2]);
    expect(near.map(({ hub }) => hub.hub)).toEqual(['LPL', 'MAN']);
    expect(near[0]?.distanceKm).toBeGreaterThan(5);
    expect(near[0]?.distanceKm).toBeLessThan(12);
  });

  it('serves what was saved when the vendor is down at start', async () => {
    await world.newCatalog().start();
    await world.nextPlanned();
    world.vendor.failsAt = '';
    const catalog = world.newCatalog();
    await catalog.start();
    expect(catalog.isLoaded()).toBe(true);
    expect(catalog.hub('MAN')?.resourceCount).toBe(2);
    expect((await world.nextPlanned()).delayMs).toBeLessThan(60_000);
  });

  it('never serves what was saved for another vendor or program', async () => {
    await world.newCatalog().start();
    world.vendor.failsAt = 'listHubs';
    const catalog = world.newCatalog({ scope: `${world.scope} 2` });
    await catalog.start();
    expect(catalog.isLoaded()).toBe(false);
  });

  it('is not loaded while nothing could be read, and recovers by itself, later and later apart', async () => {
    world.vendor.failsAt = 'listHubs';
    const catalog = world.newCatalog();
    await catalog.start();
    expect(catalog.isLoaded()).toBe(false);
    const first = await world.nextPlanned();
    first.work();
    const second = await world.nextPlanned();
    expect(second.delayMs).toBeGreaterThan(first.delayMs);
    world.vendor.failsAt = null;
    second.work();
    expect((await world.nextPlanned()).delayMs).toBeGreaterThan(10 * 60_000);
    expect(catalog.isLoaded()).toBe(true);
  });

  it.each(['listResources A10060', 'listHubs'])(
    'keeps the whole old catalogue when the next one breaks off at %s',
    async (failsAt) => {
      const catalog = world.newCatalog();
      await catalog.start();
      const planned = await world.nextPlanned();
      world.nowMs += DAY_MS;
      world.vendor.hubs = HUBS.slice(0, 1).concat(HUBS.slice(2));
      world.vendor.places = [resourceSummary({ name: 'Renamed' })];
      world.vendor.failsAt = failsAt;
      planned.work();
      await world.nextPlanned();
      expect(catalog.hub('A10050')?.resourceCount).toBe(1);
      expect(catalog.resource('N00001')?.name).toBe('DragonPass Lounge');
      world.vendor.failsAt = 'listHubs';
      const later = world.newCatalog();
      await later.start();
      expect(later.resource('N00001')?.name).toBe('DragonPass Lounge');
      expect(later.resource('N00003')).toBeDefined();
    },
  );

  it('takes an empty list for a fault of the vendor', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    world.vendor.hubs = [];
    world.nowMs += DAY_MS;
    (await world.nextPlanned()).work();
    await world.nextPlanned();
    expect(catalog.hub('MAN')).toBeDefined();
  });

  it('is saved although the vendor lists a hub and a place twice', async () => {
    world.vendor.hubs = [...HUBS, ...HUBS.slice(0, 1)];
    world.vendor.places = [...PLACES, ...PLACES.slice(0, 1)];
    await world.newCatalog().start();
    world.vendor.failsAt = 'listHubs';
    const later = world.newCatalog();
    await later.start();
    expect(later.hub('MAN')).toMatchObject({ resourceCount: 2 });
  });

  it('drops hubs and places that left the vendor, and keeps the details of those that stay', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001']);
    world.vendor.hubs = HUBS.slice(0, 1);
    world.vendor.places = PLACES.slice(0, 1);
    world.nowMs += DAY_MS;
    (await world.nextPlanned()).work();
    await world.nextPlanned();
    expect(catalog.hub('A10050')).toBeUndefined();
    expect(catalog.hub('LPL')?.resourceCount).toBe(0);
    expect(catalog.resource('C10001')).toBeUndefined();
    expect(catalog.resource('N00001')?.details).not.toBeNull();
  });

  it('lets one of several processes read the vendor; the other takes over what it saved', async () => {
    const [one, two] = [world.newCatalog(), world.newCatalog()];
    await Promise.all([one.start(), two.start()]);
    expect(world.vendor.countOf('listHubs')).toBe(1);
    for (let turn = 0; turn < 2; turn += 1)
      await world.nextPlanned().then(({ delayMs, work }) => delayMs < 60_000 && work());
    await expect.poll(() => one.isLoaded() && two.isLoaded()).toBe(true);
    expect(world.vendor.countOf('listHubs')).toBe(1);
  });

  it('takes over from a process that died while reading, when its lease has run out', async () => {
    await takeCatalogueLease(world.store.db, `${FORMAT} ${world.scope}`, 'dead', 200);
    const catalog = world.newCatalog();
    await catalog.start();
    while (!catalog.isLoaded()) (await world.nextPlanned()).work();
    expect(world.vendor.countOf('listHubs')).toBe(1);
  });
});
