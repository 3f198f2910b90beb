import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sandboxDirectory } from '@/lib/testing/hub-directory';
import { pack, unpack } from './compact';
import type { SearchEntry } from './entry';

const { entries } = await sandboxDirectory();
const byHub = (list: readonly SearchEntry[]) => new Map(list.map((entry) => [entry.hub, entry]));

describe('the packed index of hubs', () => {
  it('holds every hub with all that search and a row need', async () => {
    expect(byHub(await unpack(pack(entries)))).toEqual(byHub(entries));
  });

  it('is the same bytes for the same hubs, in whatever order they are', () => {
    expect(Buffer.compare(pack(entries), pack([...entries].reverse()))).toBe(0);
  });

  it('takes less than 25 kB a thousand hubs compressed, all of them less than 100 kB', () => {
    const bytes = gzipSync(pack(entries), { level: 9 }).byteLength;
    expect(bytes / entries.length).toBeLessThan(25);
    expect(bytes).toBeLessThan(100_000);
  });

  it('takes less than 60 kB for the thousand hubs there is most to tell of', () => {
    const wordiest = [...entries].sort(
      (a, b) => b.resourceCount - a.resourceCount || b.otherNames.length - a.otherNames.length,
    );
    const thousand = byHub(wordiest.slice(0, 1_000));
    const closed = [...thousand.values()].filter(({ nearest }) => !nearest || thousand.has(nearest.hub));
    expect(closed.length).toBeGreaterThan(990);
    expect(gzipSync(pack(closed), { level: 9 }).byteLength).toBeLessThan(60_000);
  });

  it('carries hubs without code, city, country or place, and texts that would break its lines', async () => {
    const plain: SearchEntry = {
      hub: 'X1',
      vendorHubId: 'X1',
      iata: null,
      icao: null,
      name: 'A\tname\nin\u0001lines',
      city: '',
      countryCode: '',
      type: 'unknown',
      modules: [],
      resourceCount: 0,
      metroCodes: [],
      otherNames: ['one\ttwo'],
      countryNames: [],
      trafficRank: null,
    };
    const port: SearchEntry = {
      ...plain,
      hub: 'P1',
      vendorHubId: 'p1',
      type: 'port',
      city: 'Kiel $& $1',
      name: 'Port of Kiel $& $1',
    };
    const odd: SearchEntry = { ...plain, hub: 'Y\n1\t2', vendorHubId: 'y\n1\t2', name: 'Odd', otherNames: [] };
    const unpacked = byHub(await unpack(pack([plain, port, odd])));
    expect(unpacked.get('Y 1 2')).toEqual({ ...odd, hub: 'Y 1 2', vendorHubId: 'y 1 2' });
    expect(unpacked.get('X1')).toEqual({ ...plain, name: 'A name in lines', otherNames: ['one two'] });
    expect(unpacked.get('P1')).toEqual({ ...port, otherNames: ['one two'] });
  });

  it('is empty for no hubs', async () => {
    expect(await unpack(pack([]))).toEqual([]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -500)],
    ['something else', () => '<html>'],
    ['empty', () => ''],
  ])('is refused when it is %s', async (_, changed) => {
    const text = changed(new TextDecoder().decode(pack(entries)));
    await expect(unpack(new TextEncoder().encode(text))).rejects.toThrow();
  });
});
