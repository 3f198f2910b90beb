import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResourceSummary } from '@/lib/domain/resource';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import { takeCatalogueLease } from '@/lib/store/catalogue';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { resourceDetails, resourceSummary, vendorHub } from '@/lib/testing/vendor-rows';
import { type Catalog, type CatalogOptions, createCatalog } from './catalog';

const HUBS = [
  vendorHub(),
  vendorHub({
    vendorHubId: 'A10050',
    iata: null,
    name: 'Hong Kong West Kowloon',
    city: 'Hong Kong',
    countryCode: 'HK',
    type: 'rail',
    latitude: 22.3,
    longitude: 114.17,
  }),
  vendorHub({
    vendorHubId: 'A10060',
    iata: 'LPL',
    name: 'Liverpool',
    city: 'Liverpool',
    latitude: 53.33,
    longitude: -2.85,
  }),
];
const PLACES = [
  resourceSummary(),
  resourceSummary({ resourceId: 'C10001', module: 2, name: 'Fast lane' }),
  resourceSummary({ resourceId: 'N00002', vendorHubId: 'A10050', timeZone: 'Asia/Hong_Kong' }),
  resourceSummary({ resourceId: 'N00003', vendorHubId: 'A10060' }),
];

/** A vendor that answers from two lists and can be told to fail. */
class FakeVendor {
  hubs: VendorHub[] = HUBS;
  places: ResourceSummary[] = PLACES;
  failsAt: string | null = null;
  updated: string[] = [];
  calls: string[] = [];
  /** While set, details wait for it. */
  gate: Promise<void> | null = null;

  listHubs = async () => this.answer('listHubs', () => this.hubs);
  listResources = async (vendorHubId: string) =>
    this.answer(`listResources ${vendorHubId}`, () => this.places.filter((place) => place.vendorHubId === vendorHubId));
  listUpdatedResources = async (sinceAt: string) =>
    this.answer('listUpdatedResources', () => this.updated.map((resourceId) => ({ resourceId, updatedAt: sinceAt })));
  getResource = async (resourceId: string) => {
    await this.gate;
    return this.answer(`getResource ${resourceId}`, () => {
      const summary = this.places.find((place) => place.resourceId === resourceId);
      if (!summary) throw new Error('no such place');
      return { summary, details: resourceDetails({ description: `call ${this.calls.length}` }) };
    });
  };

  countOf(call: string): number {
    return this.calls.filter((made) => made.startsWith(call)).length;
  }

  private answer<T>(call: string, make: () => T): T {
    this.calls.push(call);
    if (this.failsAt !== null && call.startsWith(this.failsAt)) {
      throw new DragonPassError({ kind: 'unavailable', operation: 'hubs.list', outcomeUnknown: false });
    }
    return make();
  }
}

let store: Store;
/** The store is shared by all tests, a vendor and program are not. */
let scope: string;
let vendor: FakeVendor;
let nowMs: number;
let due: { work: () => void; delayMs: number }[];
const catalogs: Catalog[] = [];

beforeAll(async () => {
  store = await openMemoryStore();
});

beforeEach(() => {
  scope = `v1 sandbox ${randomUUID()}`;
  vendor = new FakeVendor();
  nowMs = Date.parse('2026-03-01T09:00:00.000Z');
  due = [];
});

afterEach(() => {
  for (const catalog of catalogs.splice(0)) catalog.stop();
});

afterAll(async () => {
  await store.close();
});

function newCatalog(changes: Partial<CatalogOptions> = {}): Catalog {
  const catalog = createCatalog({
    client: vendor,
    store,
    scope,
    clock: () => nowMs,
    schedule: (work, delayMs) => {
      due.push({ work, delayMs });
      return () => undefined;
    },
    ...changes,
  });
  catalogs.push(catalog);
  return catalog;
}

/** Waits for the read that is under way, which ends by planning the next. */
async function nextPlanned(): Promise<{ work: () => void; delayMs: number }> {
  await expect.poll(() => due.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
  const [next] = due.splice(0, 1);
  if (!next) throw new Error('nothing is planned');
  return next;
}

describe('the catalogue', () => {
  it('answers for hubs and places from memory once the vendor has been read', async () => {
    const catalog = newCatalog();
    expect(catalog.isLoaded()).toBe(false);
    expect(catalog.searchHubs('man', 5)).toEqual({ hubs: [], total: 0 });
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
    const catalog = newCatalog();
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
    const catalog = newCatalog();
    await catalog.start();
    const near = catalog.hubsNear(53.4, -2.9, 2);
    expect(near.map(({ hub }) => hub.hub)).toEqual(['LPL', 'MAN']);
    expect(near[0]?.distanceKm).toBeGreaterThan(5);
    expect(near[0]?.distanceKm).toBeLessThan(12);
  });

  it('serves what was saved when the vendor is down at start', async () => {
    await newCatalog().start();
    await nextPlanned();
    vendor.failsAt = 'listHubs';
    const catalog = newCatalog();
    await catalog.start();
    expect(catalog.isLoaded()).toBe(true);
    expect(catalog.hub('MAN')?.resourceCount).toBe(2);
    expect((await nextPlanned()).delayMs).toBeLessThan(60_000);
  });

  it('never serves what was saved for another vendor or program', async () => {
    await newCatalog().start();
    vendor.failsAt = 'listHubs';
    const catalog = newCatalog({ scope: `${scope} 2` });
    await catalog.start();
    expect(catalog.isLoaded()).toBe(false);
  });

  it('is not loaded while nothing could be read, and recovers by itself, later and later apart', async () => {
    vendor.failsAt = 'listHubs';
    const catalog = newCatalog();
    await catalog.start();
    expect(catalog.isLoaded()).toBe(false);
    const first = await nextPlanned();
    first.work();
    const second = await nextPlanned();
    expect(second.delayMs).toBeGreaterThan(first.delayMs);
    vendor.failsAt = null;
    second.work();
    expect((await nextPlanned()).delayMs).toBeGreaterThan(5 * 3_600_000);
    expect(catalog.isLoaded()).toBe(true);
  });

  it.each(['listResources A10060', 'listHubs'])(
    'keeps the whole old catalogue when the next one breaks off at %s',
    async (failsAt) => {
      const catalog = newCatalog();
      await catalog.start();
      const planned = await nextPlanned();
      vendor.hubs = HUBS.slice(0, 1).concat(HUBS.slice(2));
      vendor.places = [resourceSummary({ name: 'Renamed' })];
      vendor.failsAt = failsAt;
      planned.work();
      await nextPlanned();
      expect(catalog.hub('A10050')?.resourceCount).toBe(1);
      expect(catalog.resource('N00001')?.name).toBe('DragonPass Lounge');
      vendor.failsAt = 'listHubs';
      const later = newCatalog();
      await later.start();
      expect(later.resource('N00001')?.name).toBe('DragonPass Lounge');
      expect(later.resource('N00003')).toBeDefined();
    },
  );

  it('takes an empty list for a fault of the vendor', async () => {
    const catalog = newCatalog();
    await catalog.start();
    vendor.hubs = [];
    (await nextPlanned()).work();
    await nextPlanned();
    expect(catalog.hub('MAN')).toBeDefined();
  });

  it('drops hubs and places that left the vendor, and keeps the details of those that stay', async () => {
    const catalog = newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001']);
    vendor.hubs = HUBS.slice(0, 1);
    vendor.places = PLACES.slice(0, 1);
    (await nextPlanned()).work();
    await nextPlanned();
    expect(catalog.hub('A10050')).toBeUndefined();
    expect(catalog.hub('LPL')?.resourceCount).toBe(0);
    expect(catalog.resource('C10001')).toBeUndefined();
    expect(catalog.resource('N00001')?.details).not.toBeNull();
  });

  it('lets one of several processes read the vendor; the other takes over what it saved', async () => {
    const [one, two] = [newCatalog(), newCatalog()];
    await Promise.all([one.start(), two.start()]);
    expect(vendor.countOf('listHubs')).toBe(1);
    for (let turn = 0; turn < 2; turn += 1) await nextPlanned().then(({ delayMs, work }) => delayMs < 60_000 && work());
    await expect.poll(() => one.isLoaded() && two.isLoaded()).toBe(true);
    expect(vendor.countOf('listHubs')).toBe(1);
  });

  it('takes over from a process that died while reading, when its lease has run out', async () => {
    await takeCatalogueLease(store.db, `1 ${scope}`, 'dead', 200);
    const catalog = newCatalog();
    await catalog.start();
    while (!catalog.isLoaded()) (await nextPlanned()).work();
    expect(vendor.countOf('listHubs')).toBe(1);
  });
});

describe('details of places', () => {
  it('are read once however many ask at once, and are there after a restart', async () => {
    const catalog = newCatalog();
    await catalog.start();
    await Promise.all([catalog.ensureDetails(['N00001', 'C10001']), catalog.ensureDetails(['N00001', 'N99999'])]);
    expect(vendor.countOf('getResource N00001')).toBe(1);
    expect(catalog.resource('N00001')?.details?.maxParty).toBe(6);
    await nextPlanned();
    vendor.failsAt = '';
    const later = newCatalog();
    await later.start();
    await later.ensureDetails(['N00001']);
    expect(later.resource('N00001')?.details?.maxParty).toBe(6);
    expect(vendor.countOf('getResource')).toBe(2);
  });

  it('are waited for no longer than asked, and arrive later', async () => {
    const catalog = newCatalog();
    await catalog.start();
    let open = (): void => undefined;
    vendor.gate = new Promise((resolve) => {
      open = resolve;
    });
    await catalog.ensureDetails(['N00001'], 10);
    expect(catalog.resource('N00001')?.details).toBeNull();
    open();
    await expect.poll(() => catalog.resource('N00001')?.details ?? null).not.toBeNull();
  });

  it('do not fail the caller when the vendor is down', async () => {
    const catalog = newCatalog();
    await catalog.start();
    vendor.failsAt = 'getResource';
    await expect(catalog.ensureDetails(['N00001'])).resolves.toBeUndefined();
    expect(catalog.resource('N00001')?.details).toBeNull();
  });

  it('are served old while they are renewed after a day', async () => {
    const catalog = newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001']);
    const first = catalog.resource('N00001');
    nowMs += 23 * 3_600_000;
    await catalog.ensureDetails(['N00001']);
    expect(vendor.countOf('getResource')).toBe(1);
    nowMs += 2 * 3_600_000;
    await catalog.ensureDetails(['N00001']);
    expect(catalog.resource('N00001')).toEqual(first);
    await expect.poll(() => catalog.resource('N00001')?.confirmedAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it('are renewed early when the vendor says they changed', async () => {
    const catalog = newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001', 'C10001']);
    vendor.updated = ['N00001'];
    (await nextPlanned()).work();
    await nextPlanned();
    await catalog.ensureDetails(['N00001', 'C10001']);
    await expect.poll(() => vendor.countOf('getResource N00001')).toBe(2);
    expect(vendor.countOf('getResource C10001')).toBe(1);
  });
});
