import { describe, expect, it } from 'vitest';
import { catalogWorld } from '@/lib/testing/catalog-world';

const world = catalogWorld();

describe('hubs near a place', () => {
  it('are those where a module of the brand is, nearest first', async () => {
    const catalog = world.newCatalog();
    await catalog.start();
    const near = (modules: readonly (1 | 2 | 3)[]) =>
      catalog.hubsNear({ latitude: 53.4, longitude: -2.9 }, 10, modules).map(({ hub }) => hub.hub);
    const withLounges = catalog.hubDirectory([1]).entries.filter(({ resourceCount }) => resourceCount > 0);
    const withLanes = catalog.hubDirectory([2]).entries.filter(({ resourceCount }) => resourceCount > 0);
    expect(near([2])).toEqual(['MAN']);
    expect(withLanes.map(({ hub }) => hub)).toEqual(['MAN']);
    expect(near([1])).toContain('LPL');
    expect([...near([1])].sort()).toEqual(withLounges.map(({ hub }) => hub).sort());
    expect(near([3])).toEqual([]);
  });
});
