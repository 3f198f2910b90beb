import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { Hub } from '@/lib/domain/hub';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import { createHubDirectories, type HubDirectories } from './hub-directory';
import { mergeHubs, unservedHub } from './merge';
import type { OpenData } from './open-data';
import type { Contents, Place } from './place';

/** One whole catalogue in memory, with what it takes to answer from it. Replaced as a whole. */
export type Snapshot = {
  state: Contents['state'];
  savedHubs: Contents['hubs'];
  /** Every place, withdrawn ones included; details join it as they are read. */
  places: Map<string, Place>;
  /** Places that the vendor has, by vendor hub id. */
  resourceIdsOf: ReadonlyMap<string, string[]>;
  /** What search is made of: while it stays as it was, so does the index. */
  found: { served: readonly Hub[]; counts: ReadonlyMap<string, number>; words: ReadonlyMap<string, string[]> };
  /** The vendor's hubs first, then airports it does not list. */
  hubs: readonly Hub[];
  byCode: ReadonlyMap<string, Hub>;
  directories: HubDirectories;
};

/**
 * What was read, arranged for every question: hubs with services, then the known airports that have none. Of a catalogue
 * whose hubs are as `before`, the dearest part, the search index, is used on.
 */
export async function createSnapshot(
  { state, hubs: savedHubs, places }: Contents,
  data: OpenData,
  before?: Snapshot,
): Promise<Snapshot> {
  const listed = listedPlaces(places);
  const vendorHubs = listedHubs(savedHubs);
  const served = mergeHubs(vendorHubs, listed, data);
  const resourceIdsOf = new Map<string, string[]>();
  for (const { vendorHubId, resourceId } of listed) {
    const ids = resourceIdsOf.get(vendorHubId);
    if (ids) ids.push(resourceId);
    else resourceIdsOf.set(vendorHubId, [resourceId]);
  }
  const fresh = { state, savedHubs, places: new Map(places), resourceIdsOf };
  const found = { served, counts: countsOf(listed), words: wordsOf(savedHubs) };
  if (before && isDeepStrictEqual(before.found, found)) {
    const { hubs, byCode, directories } = before;
    return { ...fresh, found: before.found, hubs, byCode, directories };
  }
  const known = new Set(served.map(({ iata }) => iata));
  const others = [...data.airports.values()].filter(({ iata }) => !known.has(iata)).map(unservedHub);
  const hubs = [...served, ...others];
  const directories = await createHubDirectories(hubs, listed, data, (hub) => found.words.get(hub.vendorHubId) ?? []);
  return { ...fresh, found, hubs, byCode: codesOf(hubs), directories };
}

/** In an order that does not depend on who read them when: of two hubs with one code, the same one always has it. */
function listedHubs(savedHubs: Contents['hubs']): VendorHub[] {
  const hubs = [...savedHubs.values()].flatMap(({ hub, withdrawnAt }) => (withdrawnAt === null ? [hub] : []));
  return hubs.sort((a, b) => byText(a.vendorHubId, b.vendorHubId));
}

function listedPlaces(places: Contents['places']): ResourceSummary[] {
  const listed = [...places.values()].flatMap(({ summary, withdrawnAt }) => (withdrawnAt === null ? [summary] : []));
  return listed.sort((a, b) => a.module - b.module || byText(a.resourceId, b.resourceId));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Places of each module at each hub. */
function countsOf(listed: readonly ResourceSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { vendorHubId, module } of listed) {
    const key = `${vendorHubId} ${module}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What hubs are called in other languages. */
function wordsOf(hubs: Contents['hubs']): ReadonlyMap<string, string[]> {
  const named = [...hubs].filter(([, { words }]) => Object.keys(words).length > 0);
  return new Map(named.map(([id, { words }]) => [id, Object.values(words).flatMap(({ city, name }) => [city, name])]));
}

/** By our code first: a vendor's id never hides an airport's code. */
function codesOf(hubs: readonly Hub[]): ReadonlyMap<string, Hub> {
  const byCode = new Map<string, Hub>();
  for (const hub of hubs) byCode.set(hub.hub.toUpperCase(), hub);
  for (const hub of hubs) {
    const id = hub.vendorHubId.toUpperCase();
    if (id !== '' && !byCode.has(id)) byCode.set(id, hub);
  }
  return byCode;
}
