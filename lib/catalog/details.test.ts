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

  it('are served old while they are renewed after a day, by a vendor that does not say what changed', async () => {
    world.vendor.updated = null;
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

  it('are renewed after a week only, as long as the vendor says what changed', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001']);
    for (let day = 1; day <= 8; day += 1) {
      world.nowMs += 24 * 3_600_000;
      await world.syncAgain();
      await catalog.ensureDetails(['N00001']);
      await expect.poll(() => world.vendor.countOf('getResource')).toBe(day < 8 ? 1 : 2);
    }
  });

  it('are renewed early when the vendor says they changed', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    await catalog.ensureDetails(['N00001', 'C10001']);
    world.vendor.name('2026-03-01T09:05:00.000Z', 'N00001');
    await world.syncAgain();
    expect(world.vendor.countOf('getResource N00001')).toBe(2);
    expect(world.vendor.countOf('getResource C10001')).toBe(1);
  });

  it('that cannot be read are asked for again after two minutes, then later and later, however often they are looked at', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    world.vendor.failsAt = 'getResource';
    const lookFor = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await Promise.all([1, 2, 3].map(() => catalog.ensureDetails(['N00001', 'n00001'])));
        world.nowMs += 60_000;
      }
      return world.vendor.countOf('getResource');
    };
    expect(await lookFor(2)).toBe(1);
    expect(await lookFor(4)).toBe(2);
    expect(await lookFor(8)).toBe(3);
    expect(await lookFor(24 * 60)).toBeLessThan(55);
    world.vendor.failsAt = null;
    world.nowMs += 30 * 60_000;
    await catalog.ensureDetails(['N00001']);
    expect(catalog.resource('N00001')?.details).not.toBeNull();
  });

  it('are asked for at once after a failure when the clock was put back', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    world.vendor.failsAt = 'getResource';
    await catalog.ensureDetails(['N00001']);
    world.nowMs -= 24 * 3_600_000;
    world.vendor.failsAt = null;
    await catalog.ensureDetails(['N00001']);
    expect(catalog.resource('N00001')?.details).not.toBeNull();
  });
});
