import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SupersededError, saveCatalogue } from '@/lib/store/catalogue';
import { openStore } from '@/lib/store/connection';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { FakeVendor } from '@/lib/testing/fake-vendor';
import { startPostgres } from '@/lib/testing/postgres';
import { resourceSummary } from '@/lib/testing/vendor-rows';
import { type CatalogOptions, createCatalog, FORMAT } from './catalog';

const MINUTE_MS = 60_000;
const postgres = await startPostgres();
afterAll(() => postgres?.stop());

async function oneStore(): Promise<[Store, Store]> {
  const store = await openMemoryStore();
  return [store, store];
}

function twoStores(): Promise<[Store, Store]> {
  const open = () => openStore({ databaseUrl: postgres?.databaseUrl ?? '', dataDir: '' });
  return Promise.all([open(), open()]);
}

describe.each([
  { where: 'PGlite', openStores: oneStore, isHere: true },
  { where: 'PostgreSQL', openStores: twoStores, isHere: postgres !== null },
])('two processes on $where', ({ openStores, isHere }) => {
  let stores: [Store, Store];
  let vendor: FakeVendor;
  let scope: string;
  let nowMs: number;
  beforeAll(async () => {
    if (isHere) stores = await openStores();
  });
  beforeEach(() => {
    vendor = new FakeVendor();
    scope = `processes ${randomUUID()}`;
    nowMs = Date.parse('2026-03-01T09:00:00.000Z');
  });
  afterAll(() => Promise.all([...new Set(stores)].map((store) => store.close())));

  /** A process that has started and synced once; it does so again when a test says so. */
  async function newProcess(store: Store, changes: Partial<CatalogOptions> = {}) {
    let next: () => void = () => undefined;
    let hasEnded: () => void = () => undefined;
    const schedule = (work: () => void) => {
      next = work;
      hasEnded();
      return () => undefined;
    };
    const catalog = createCatalog({ client: vendor, store, scope, clock: () => nowMs, schedule, ...changes });
    const ending = (begin: () => void) =>
      new Promise<void>((resolve) => {
        hasEnded = resolve;
        begin();
      });
    await ending(() => void catalog.start());
    return { catalog, sync: () => ending(next) };
  }

  it.skipIf(!isHere)('read the vendor once between them, and the other loads only what is new', async () => {
    const [one, two] = [await newProcess(stores[0]), await newProcess(stores[1])];
    expect(vendor.countOf('listHubs')).toBe(1);
    await one.catalog.ensureDetails(['C10001']);
    nowMs += 15 * MINUTE_MS;
    vendor.places = vendor.places.map((place) => (place.resourceId === 'N00001' ? { ...place, name: 'New' } : place));
    vendor.name(new Date(nowMs).toISOString(), 'N00001');
    await two.sync();
    const asked = vendor.calls.length;
    await one.sync();
    expect(vendor.calls.length).toBe(asked);
    for (const { catalog } of [one, two]) {
      expect(catalog.resource('N00001')).toMatchObject({ name: 'New', details: { maxParty: 6 } });
      expect(catalog.resource('C10001')).toEqual(one.catalog.resource('C10001'));
      expect(catalog.resource('C10001')?.details).not.toBeNull();
      expect(catalog.resource('N00002')?.confirmedAt).toBe('2026-03-01T09:15:00.000Z');
    }
  });

  it.skipIf(!isHere)('do not write over each other when a lease ran out: who comes second starts anew', async () => {
    await newProcess(stores[0]);
    await newProcess(stores[1]);
    const state = { completedAt: '', fullAt: '', changesKnownAt: null, unreadChanges: [] };
    const at = new Date(nowMs).toISOString();
    const late = saveCatalogue(stores[1].db, `${FORMAT} ${scope}`, {
      state: { ...state, revision: 1, completedAt: at, fullAt: at },
      entries: [
        { kind: 'resource', id: 'N00001', data: { summary: resourceSummary({ name: 'Late' }) }, confirmedAt: at },
      ],
      hubCount: 0,
      resourceCount: 1,
    });
    await expect(late).rejects.toThrow(SupersededError);
    const third = await newProcess(stores[0]);
    expect(third.catalog.resource('N00001')?.name).toBe('DragonPass Lounge');
    expect(third.catalog.hub('MAN')?.resourceCount).toBe(2);
  });

  it.skipIf(!isHere)('keep the whole old catalogue when the write breaks off', async () => {
    const store = stores[0];
    const breaking = Object.create(store.db, {
      transaction: {
        value: (work: (tx: object) => Promise<unknown>, config: object) =>
          store.db.transaction(async (tx) => {
            await work(tx);
            throw new Error('the disk is full');
          }, config),
      },
    });
    const first = await newProcess(store);
    vendor.places = vendor.places.map((place) => ({ ...place, name: 'After' }));
    nowMs += 25 * 60 * MINUTE_MS;
    await newProcess(store, { store: { db: breaking } });
    vendor.failsAt = '';
    const others = await newProcess(stores[1]);
    for (const { catalog } of [first, others]) {
      expect(catalog.resourcesOf('MAN').map(({ name }) => name)).toEqual(['DragonPass Lounge', 'Fast lane']);
      expect(catalog.resource('N00001')?.confirmedAt).toBe('2026-03-01T09:00:00.000Z');
    }
  });
});
