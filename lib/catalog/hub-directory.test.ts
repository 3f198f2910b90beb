import { describe, expect, it } from 'vitest';
import { sandboxDirectory } from '@/lib/testing/hub-directory';
import { vendorHub } from '@/lib/testing/vendor-rows';
import { NO_HUBS } from './hub-directory';

/** Lounges, but for London and Paris, where there are Fast Track lanes alone. */
const directoryFor = (modules: (1 | 2 | 3)[]) =>
  sandboxDirectory(modules, undefined, ({ city }) => (city === 'London' || city === 'Paris' ? 2 : 1));

describe('hubs as a brand shows them', () => {
  it('have only what the brand offers', async () => {
    const [lounges, lanes, both] = await Promise.all([directoryFor([1]), directoryFor([2]), directoryFor([2, 1])]);
    const inLondon = ({ entries }: typeof both) => entries.find(({ hub }) => hub === 'LHR');
    expect(inLondon(lounges)).toMatchObject({ modules: [], resourceCount: 0 });
    expect(inLondon(lanes)).toMatchObject({ modules: [2], resourceCount: 1 });
    expect(inLondon(both)).toMatchObject({ modules: [2], resourceCount: 1 });
    expect(lounges.entries.map(({ hub }) => hub)).toEqual(lanes.entries.map(({ hub }) => hub));
  });

  it('lead to the nearest place of what it offers', async () => {
    const nearest = (await directoryFor([1])).entries.find(({ hub }) => hub === 'LHR')?.nearest;
    expect(nearest).toMatchObject({ hub: 'SOU', city: 'Southampton' });
    const lanes = await directoryFor([2]);
    expect(lanes.entries.find(({ hub }) => hub === 'MAN')?.nearest?.city).toBe('London');
    expect(lanes.entries.find(({ hub }) => hub === 'LHR')?.nearest).toBeUndefined();
  });

  it('are ordered by what it offers', async () => {
    const [lounges, lanes] = await Promise.all([directoryFor([1]), directoryFor([2])]);
    const first = ({ index }: typeof lounges, q: string) => index.search(q, 1).entries[0]?.hub;
    expect(first(lounges, '')).toBe('ATL');
    expect(first(lanes, '')).toBe('LHR');
    expect(lanes.index.search('', 50).total).toBe(
      lanes.entries.filter(({ resourceCount }) => resourceCount > 0).length,
    );
    expect(first(lounges, 'lhr')).toBe('LHR');
  });

  it('lead nowhere when the brand offers nothing that exists', async () => {
    const { entries, index } = await directoryFor([3]);
    expect(entries.some(({ nearest }) => nearest)).toBe(false);
    expect(index.search('', 5)).toEqual({ entries: [], total: 0 });
    expect(index.search('london', 1).entries[0]?.hub).toBe('LHR');
  });

  it('know a hub by the names of its city in open data only where both mean the same country', async () => {
    const elsewhere = vendorHub({
      vendorHubId: 'A9',
      iata: 'LHR',
      name: 'Lahore Station',
      city: 'Lahore',
      countryCode: 'PK',
    });
    const { index } = await sandboxDirectory([1], [elsewhere]);
    expect(index.search('lahore', 9).entries.map(({ hub }) => hub)).toContain('LHR');
    expect(index.search('heathrow', 9).entries.map(({ hub }) => hub)).not.toContain('LHR');
  });

  it('are none before the vendor has been read', () => {
    expect(NO_HUBS.index.search('london', 5)).toEqual({ entries: [], total: 0 });
    expect(NO_HUBS.index.withCounts([]).search('', 5)).toEqual({ entries: [], total: 0 });
  });
});
