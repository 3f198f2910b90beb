import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { FakeVendor } from '@/lib/testing/fake-vendor';
import { type Catalog, type CatalogOptions, createCatalog } from './catalog';

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
