import { describe, expect, it } from 'vitest';
import { catalogWorld } from '@/lib/testing/catalog-world';

const world = catalogWorld();

describe('details of places', () => {
  it('are read once however many ask at once, and are there after a restart', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    await Promise.all([catalog.ensureDetails(['N00001', 'C10001']), catalog.ensureDetails(['N00001', 'N99999'])]);
    expect(world.vendor.countOf('getResource N00001')).toBe(1);
    expect(catalog.resource('N00001')?.details?.maxParty).toBe(6);
    await world.nextPlanned();
    world.vendor.failsAt = '';
    const later = world.newCatalog();
    await later.start();
    await later.ensureDetails(['N00001']);
    expect(later.resource('N00001')?.details?.maxParty).toBe(6);
    expect(world.vendor.countOf('getResource')).toBe(2);
  });

  it('are waited for no longer than asked, and arrive later', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    let open = (): void => undefined;
    world.vendor.gate = new Promise((resolve) => {
      open = resolve;
    });
    await catalog.ensureDetails(['N00001'], 10);
    expect(catalog.resource('N00001')?.details).toBeNull();
    open();
    await expect.poll(() => catalog.resource('N00001')?.details ?? null).not.toBeNull();
  });

  it('do not fail the caller when the vendor is down', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    world.vendor.failsAt = 'getResource';
    await expect(catalog.ensureDetails(['N00001'])).resolves.toBeUndefined();
    expect(catalog.resource('N00001')?.details).toBeNull();
  });

  it('are served old while they are renewed after a day', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001']);
    const first = catalog.resource('N00001');
    world.nowMs += 23 * 3_600_000;
    await catalog.ensureDetails(['N00001']);
    expect(world.vendor.countOf('getResource')).toBe(1);
    world.nowMs += 2 * 3_600_000;
    await catalog.ensureDetails(['N00001']);
    expect(catalog.resource('N00001')).toEqual(first);
    await expect.poll(() => catalog.resource('N00001')?.confirmedAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it('are renewed early when the vendor says they changed', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001', 'C10001']);
    world.vendor.updated = ['N00001'];
    (await world.nextPlanned()).work();
    await world.nextPlanned();
    await catalog.ensureDetails(['N00001', 'C10001']);
    await expect.poll(() => world.vendor.countOf('getResource N00001')).toBe(2);
    expect(world.vendor.countOf('getResource C10001')).toBe(1);
  });
});
