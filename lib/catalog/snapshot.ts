import 'server-only';
import type { Hub } from '@/lib/domain/hub';
import type { Resource, ResourceDetails, ResourceSummary } from '@/lib/domain/resource';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import type { CatalogueEntry } from '@/lib/store/catalogue';
import { createHubDirectories, type HubDirectories } from './hub-directory';
import { mergeHubs, unservedHub } from './merge';
import type { OpenData } from './open-data';

/** A place as it is saved. `listedAt` and `detailsAt` are ISO instants. */
export type Place = {
  summary: ResourceSummary;
  details: ResourceDetails | null;
  listedAt: string;
  detailsAt: string | null;
};

export type Contents = { completedAt: string; vendorHubs: VendorHub[]; places: Place[] };

/** One whole catalogue in memory, with what it takes to answer from it. Replaced as a whole. */
export type Snapshot = {
  completedAt: string;
  vendorHubs: VendorHub[];
  /** The vendor's hubs first, then airports it does not list. */
  hubs: Hub[];
  byCode: ReadonlyMap<string, Hub>;
  places: Map<string, Place>;
  resourceIdsOf: ReadonlyMap<string, string[]>;
  directories: HubDirectories;
};

/** What was read, arranged for every question: hubs with services, then the known airports that have none. */
export async function createSnapshot({ completedAt, vendorHubs, places }: Contents, data: OpenData): Promise<Snapshot> {
  const summaries = places.map(({ summary }) => summary);
  const served = mergeHubs(vendorHubs, summaries, data);
  const listed = new Set(served.map(({ iata }) => iata));
  const others = [...data.airports.values()].filter(({ iata }) => !listed.has(iata)).map(unservedHub);
  const hubs = [...served, ...others];
  const resourceIdsOf = new Map<string, string[]>();
  for (const { summary } of places) {
    const ids = resourceIdsOf.get(summary.vendorHubId);
    if (ids) ids.push(summary.resourceId);
    else resourceIdsOf.set(summary.vendorHubId, [summary.resourceId]);
  }
  return {
    completedAt,
    vendorHubs,
    hubs,
    byCode: codesOf(hubs),
    places: new Map(places.map((place) => [place.summary.resourceId, place])),
    resourceIdsOf,
    directories: await createHubDirectories(hubs, summaries, data),
  };
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

export function resourceOf(place: Place): Resource {
  return { ...place.summary, details: place.details, confirmedAt: place.detailsAt ?? place.listedAt };
}

export function entriesOf({ vendorHubs, places, completedAt }: Contents): CatalogueEntry[] {
  const hubs = vendorHubs.map(
    (hub): CatalogueEntry => ({ kind: 'hub', id: hub.vendorHubId, data: hub, confirmedAt: completedAt }),
  );
  return [...hubs, ...places.map(entryOf)];
}

export function entryOf(place: Place): CatalogueEntry {
  return {
    kind: 'resource',
    id: place.summary.resourceId,
    data: place,
    confirmedAt: place.detailsAt ?? place.listedAt,
  };
}

/** Reads entries that this version of the program wrote: the scope they are saved under names their format. */
export function contentsOf(saved: { completedAt: string; entries: readonly CatalogueEntry[] }): Contents {
  const vendorHubs: VendorHub[] = [];
  const places: Place[] = [];
  for (const { kind, data } of saved.entries) {
    if (kind === 'hub') vendorHubs.push(data as VendorHub);
    else places.push(data as Place);
  }
  return { completedAt: saved.completedAt, vendorHubs, places };
}
