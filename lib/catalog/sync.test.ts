import { describe, expect, it } from 'vitest';
import type { ResourceSummary } from '@/lib/domain/resource';
import { catalogWorld } from '@/lib/testing/catalog-world';
import { FakeVendor, HUBS, PLACES } from '@/lib/testing/fake-vendor';
import { resourceSummary, vendorHub } from '@/lib/testing/vendor-rows';

const world = catalogWorld();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

const renamed = (resourceId: string, name: string): ResourceSummary[] =>
  world.vendor.places.map((place) => (place.resourceId === resourceId ? { ...place, name } : place));
const now = () => new Date(world.nowMs).toISOString();

/** A catalogue that has been read, a quarter of an hour ago. */
async function synced(changes: Parameters<typeof world.newCatalog>[0] = {}) {
  const catalog = world.newCatalog(changes);
  await catalog.start();
  world.vendor.calls = [];
  world.nowMs += 15 * MINUTE_MS;
  return catalog;
}

/** A second process, that cannot reach the vendor: it has what was saved and nothing else. */
async function fromStore() {
  const client = new FakeVendor();
  client.failsAt = '';
  let hasTried = (): void => undefined;
  const tried = new Promise<void>((resolve) => {
    hasTried = resolve;
  });
  const schedule = () => {
    hasTried();
    return () => undefined;
  };
  const catalog = world.newCatalog({ client, schedule });
  await Promise.all([catalog.start(), tried]);
  return catalog;
}

describe('a sync with a vendor that names what changed', () => {
  it('costs one call when nothing has, and confirms every place without writing it', async () => {
    const catalog = await synced();
    expect(catalog.resource('N00002')?.confirmedAt).toBe('2026-03-01T09:00:00.000Z');
    const planned = await world.syncAgain();
    expect(world.vendor.calls).toEqual([expect.stringMatching(/^listUpdatedResources /)]);
    expect(planned.delayMs).toBeGreaterThan(13 * MINUTE_MS);
    expect(planned.delayMs).toBeLessThan(17 * MINUTE_MS);
    expect(catalog.resource('N00002')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
    expect((await fromStore()).resource('N00002')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
  });

  it('reads each changed place once, though the questions overlap, and saves it', async () => {
    const catalog = await synced();
    world.vendor.places = renamed('N00001', 'New name');
    world.vendor.name(now(), 'N00001', 'N00001');
    await world.syncAgain();
    await world.syncAgain();
    expect(world.vendor.countOf('getResource')).toBe(1);
    expect(world.vendor.countOf('listHubs')).toBe(0);
    for (const each of [catalog, await fromStore()]) {
      expect(each.resource('N00001')).toMatchObject({ name: 'New name', image: null, details: { maxParty: 6 } });
    }
  });

  it('lets new places join, at new hubs too, and search find them', async () => {
    const catalog = await synced();
    world.vendor.hubs = [...HUBS, vendorHub({ vendorHubId: 'A10070', iata: 'REU', name: 'Reus', city: 'Reus' })];
    world.vendor.places = [...PLACES, resourceSummary({ resourceId: 'N00009', vendorHubId: 'A10070' })];
    world.vendor.name(now(), 'N00009');
    await world.syncAgain();
    for (const each of [catalog, await fromStore()]) {
      expect(each.hub('REU')).toMatchObject({ vendorHubId: 'A10070', resourceCount: 1 });
      expect(each.hubDirectory([1]).index.search('reus', 1).entries[0]).toMatchObject({ hub: 'REU', resourceCount: 1 });
    }
  });

  it('takes a place that is gone off the map, keeps it for its holders, and takes it back', async () => {
    const catalog = await synced();
    await catalog.ensureDetails(['N00002']);
    world.vendor.places = PLACES.filter(({ resourceId }) => resourceId !== 'N00002');
    world.vendor.name(now(), 'N00002');
    await world.syncAgain();
    for (const each of [catalog, await fromStore()]) {
      expect(each.resource('N00002')).toBeUndefined();
      expect(each.hub('A10050')).toMatchObject({ resourceCount: 0, modules: [] });
      expect(each.resourcesOf('A10050')).toEqual([]);
      expect(each.formerResource('n00002')).toMatchObject({
        resource: { name: 'DragonPass Lounge', timeZone: 'Asia/Hong_Kong', details: { maxParty: 6 } },
        hub: { name: 'Hong Kong West Kowloon' },
      });
      expect(each.formerResource('N00001')).toBeUndefined();
    }
    world.vendor.places = PLACES;
    world.nowMs += 15 * MINUTE_MS;
    world.vendor.name(now(), 'N00002');
    await world.syncAgain();
    expect(catalog.formerResource('N00002')).toBeUndefined();
    expect(catalog.resource('N00002')).toBeDefined();
    expect(catalog.hub('A10050')?.resourceCount).toBe(1);
  });

  it('reads 50 changes a few at a time while the old catalogue answers, and shows them all at once', async () => {
    world.vendor.places = Array.from({ length: 60 }, (_, n) => resourceSummary({ resourceId: `N1${n + 100}` }));
    const catalog = await synced();
    const changed = world.vendor.places.slice(0, 50).map(({ resourceId }) => resourceId);
    world.vendor.places = world.vendor.places.map((place) => ({ ...place, name: 'After' }));
    world.vendor.name(now(), ...changed);
    let open = (): void => undefined;
    world.vendor.gate = new Promise((resolve) => {
      open = resolve;
    });
    const names = () => catalog.resourcesOf('MAN').map(({ name }) => name);
    (await world.nextPlanned()).work();
    await expect.poll(() => world.vendor.atOnce).toBe(8);
    expect(names()).toEqual(Array(60).fill('DragonPass Lounge'));
    const waiting = catalog.ensureDetails(changed.slice(0, 1));
    open();
    await Promise.all([waiting, world.nextPlanned()]);
    expect(names().filter((name) => name === 'After')).toHaveLength(50);
    expect(world.vendor.mostAtOnce).toBe(8);
    expect(world.vendor.countOf('getResource')).toBe(50);
    expect(new Set(world.vendor.calls).size).toBe(world.vendor.calls.length);
  });

  it('reads the lists instead when more changed than that is worth, and each place when it is next looked at', async () => {
    world.vendor.places = Array.from({ length: 250 }, (_, n) => resourceSummary({ resourceId: `N2${n + 100}` }));
    const catalog = await synced();
    await catalog.ensureDetails(['N2100']);
    world.vendor.calls = [];
    world.vendor.name(now(), ...world.vendor.places.map(({ resourceId }) => resourceId));
    await world.syncAgain();
    expect(world.vendor.countOf('getResource')).toBe(0);
    expect(world.vendor.countOf('listResources')).toBe(HUBS.length);
    await catalog.ensureDetails(['N2100']);
    await expect.poll(() => world.vendor.countOf('getResource N2100')).toBe(1);
  });

  it('keeps the whole old catalogue when it breaks off among the details, and asks for the same again', async () => {
    world.vendor.places = Array.from({ length: 12 }, (_, n) => resourceSummary({ resourceId: `N3${n + 100}` }));
    const catalog = await synced();
    world.vendor.places = world.vendor.places.map((place) => ({ ...place, name: 'After' }));
    world.vendor.name(now(), ...world.vendor.places.map(({ resourceId }) => resourceId));
    Object.assign(world.vendor, { failsAt: 'getResource', failsAfter: 6 });
    const { delayMs } = await world.syncAgain();
    expect(delayMs).toBeLessThan(MINUTE_MS);
    for (const each of [catalog, await fromStore()]) {
      expect(each.resourcesOf('MAN').map(({ name }) => name)).toEqual(Array(12).fill('DragonPass Lounge'));
      expect(each.resource('N3100')?.confirmedAt).toBe('2026-03-01T09:00:00.000Z');
    }
    world.vendor.failsAt = null;
    world.nowMs += MINUTE_MS;
    await world.syncAgain();
    expect(catalog.resourcesOf('MAN').map(({ name }) => name)).toEqual(Array(12).fill('After'));
  });

  it('is not held up by one place that cannot be read, and confirms nothing of it', async () => {
    const catalog = await synced();
    await catalog.ensureDetails(['N00001']);
    world.vendor.places = renamed('N00003', 'New name');
    world.nowMs += MINUTE_MS;
    world.vendor.name(now(), 'N00001', 'N00003');
    world.vendor.failsAt = 'getResource N00001';
    await world.syncAgain();
    expect(catalog.resource('N00003')?.name).toBe('New name');
    expect(catalog.resource('N00001')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
    world.vendor.failsAt = null;
    await catalog.ensureDetails(['N00001']);
    await expect.poll(() => catalog.resource('N00001')?.confirmedAt).toBe('2026-03-01T09:16:00.000Z');
  });

  it('reads everything again once a day, and finds what was never named', async () => {
    const catalog = await synced();
    world.vendor.places = renamed('N00001', 'Never named').filter(({ resourceId }) => resourceId !== 'N00003');
    await world.syncAgain();
    expect(catalog.resource('N00001')?.name).toBe('DragonPass Lounge');
    world.nowMs += DAY_MS;
    await world.syncAgain();
    expect(catalog.resource('N00001')?.name).toBe('Never named');
    expect(catalog.resource('N00003')).toBeUndefined();
    expect(catalog.formerResource('N00003')).toBeDefined();
  });

  it('reads everything again when the clock was put back, and asks for the changes of a day', async () => {
    const catalog = await synced();
    await world.syncAgain();
    world.nowMs -= 30 * DAY_MS;
    world.vendor.places = renamed('N00001', 'New name');
    world.vendor.calls = [];
    await world.syncAgain();
    expect(catalog.resource('N00001')?.name).toBe('New name');
    expect(world.vendor.calls[0]).toBe('listUpdatedResources 2026-01-29T09:15:00.000Z');
    world.vendor.calls = [];
    await world.syncAgain();
    expect(world.vendor.calls).toHaveLength(1);
  });

  it('reads everything, and goes on asking, while the news of changes fails for a day', async () => {
    const catalog = await synced();
    world.vendor.failsAt = 'listUpdated';
    await world.syncAgain();
    world.vendor.places = renamed('N00001', 'New name');
    world.nowMs += DAY_MS;
    await world.syncAgain();
    expect(catalog.resource('N00001')?.name).toBe('New name');
    world.vendor.failsAt = null;
    world.nowMs += MINUTE_MS;
    await world.syncAgain();
    expect(world.vendor.calls.at(-1)).toBe('listUpdatedResources 2026-03-01T08:50:00.000Z');
  });
});
