import 'server-only';
import type { Hub } from '@/lib/domain/hub';
import { MODULES, type Module } from '@/lib/domain/module';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { SearchEntry } from '@/lib/search/entry';
import { createHubIndex, type HubIndex } from '@/lib/search/hub-index';
import { inSlices } from '@/lib/search/slices';
import { nearestOf } from './nearest';
import type { OpenData } from './open-data';
import { searchEntry } from './search-entries';

/** All hubs as those see them who may use some modules: what is offered there, and where to go instead. */
export type HubDirectory = { entries: readonly SearchEntry[]; index: HubIndex };

/** What is known before anything is loaded. */
export const NO_HUBS: HubDirectory = (() => {
  const index: HubIndex = { search: () => ({ entries: [], total: 0 }), withCounts: () => index };
  return { entries: [], index };
})();

/** The directory for some modules; made when it is first asked for, and kept as long as the catalogue. */
export type HubDirectories = (modules: readonly Module[]) => HubDirectory;

type Counts = Partial<Record<Module, number>>;

/**
 * Indexes the names once for everybody. Takes a while, in slices: the server goes on answering. `translationsOf`: names in
 * other languages that the vendor tells.
 */
export async function createHubDirectories(
  hubs: readonly Hub[],
  places: readonly Pick<ResourceSummary, 'vendorHubId' | 'module'>[],
  data: OpenData,
  translationsOf: (hub: Hub) => readonly string[] = () => [],
): Promise<HubDirectories> {
  const countsOf = countPlaces(places);
  const all: SearchEntry[] = [];
  await inSlices(hubs, (hub) => all.push(searchEntry(hub, data, translationsOf(hub))));
  const index = await createHubIndex(all);
  const known = new Map<string, HubDirectory>();
  return (modules) => {
    const offered = MODULES.filter((module) => modules.includes(module));
    const key = offered.join();
    const directory = known.get(key) ?? directoryFor(offered);
    known.set(key, directory);
    return directory;
  };

  function directoryFor(offered: readonly Module[]): HubDirectory {
    const counted = all.map((entry) => withCounts(entry, countsOf.get(entry.vendorHubId) ?? {}, offered));
    const entries = withNearest(counted, hubs);
    return { entries, index: index.withCounts(entries) };
  }
}

function countPlaces(places: Iterable<Pick<ResourceSummary, 'vendorHubId' | 'module'>>): ReadonlyMap<string, Counts> {
  const countsOf = new Map<string, Counts>();
  for (const { vendorHubId, module } of places) {
    const counts = countsOf.get(vendorHubId) ?? {};
    counts[module] = (counts[module] ?? 0) + 1;
    countsOf.set(vendorHubId, counts);
  }
  return countsOf;
}

function withCounts(entry: SearchEntry, counts: Counts, offered: readonly Module[]): SearchEntry {
  const modules = offered.filter((module) => counts[module]);
  return { ...entry, modules, resourceCount: modules.reduce((sum, module) => sum + (counts[module] ?? 0), 0) };
}

function withNearest(entries: readonly SearchEntry[], hubs: readonly Hub[]): SearchEntry[] {
  const isServed = (place: number) => (entries[place]?.resourceCount ?? 0) > 0;
  const nearest = nearestOf(hubs, isServed);
  return entries.map((entry, place) => {
    const way = nearest.get(place);
    const there = way && entries[way.place];
    if (!there) return entry;
    const { hub, iata, name, city } = there;
    return { ...entry, nearest: { hub, iata, name, city, distanceKm: way.distanceKm } };
  });
}
