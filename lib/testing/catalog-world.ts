import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Catalog, type CatalogOptions, createCatalog } from '@/lib/catalog/catalog';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { FakeVendor } from '@/lib/testing/fake-vendor';

type Planned = { work: () => void; delayMs: number };

/** What the tests of the catalogue stand on: new for each test, but for the store. */
export type CatalogWorld = {
  readonly store: Store;
  /** The store is shared by all tests, a vendor and program are not. */
  scope: string;
  vendor: FakeVendor;
  nowMs: number;
  /** Reads that are planned, in place of timers. */
  due: Planned[];
  newCatalog(changes?: Partial<CatalogOptions>): Catalog;
  /** Waits for the read that is under way, which ends by planning the next. */
  nextPlanned(): Promise<Planned>;
  /** Lets the next planned read happen, and gives the one that it plans, which is not taken. */
  syncAgain(): Promise<Planned>;
};

function freshly(): Pick<CatalogWorld, 'scope' | 'vendor' | 'nowMs' | 'due'> {
  const nowMs = Date.parse('2026-03-01T09:00:00.000Z');
  return { scope: `v1 sandbox ${randomUUID()}`, vendor: new FakeVendor(), nowMs, due: [] };
}

/** Sets a world up for the tests of the file that calls it, and takes it down. */
export function catalogWorld(): CatalogWorld {
  const catalogs: Catalog[] = [];
  let store: Store | undefined;
  const world: CatalogWorld = {
    get store() {
      if (!store) throw new Error('the store is not open yet');
      return store;
    },
    ...freshly(),
    newCatalog,
    nextPlanned,
    syncAgain,
  };

  beforeAll(async () => {
    store = await openMemoryStore();
  });
  beforeEach(() => {
    Object.assign(world, freshly());
  });
  afterEach(() => {
    for (const catalog of catalogs.splice(0)) catalog.stop();
  });
  afterAll(() => store?.close());

  function newCatalog(changes: Partial<CatalogOptions> = {}): Catalog {
    const catalog = createCatalog({
      client: world.vendor,
      store: world.store,
      scope: world.scope,
      clock: () => world.nowMs,
      schedule: (work, delayMs) => {
        world.due.push({ work, delayMs });
        return () => undefined;
      },
      ...changes,
    });
    catalogs.push(catalog);
    return catalog;
  }

  async function nextPlanned(): Promise<Planned> {
    await expect.poll(() => world.due.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
    const [next] = world.due.splice(0, 1);
    if (!next) throw new Error('nothing is planned');
    return next;
  }

  async function syncAgain(): Promise<Planned> {
    (await nextPlanned()).work();
    const after = await nextPlanned();
    world.due.unshift(after);
    return after;
  }

  return world;
}
