import 'server-only';
import type { Catalog } from '@/lib/catalog/catalog';
import type { HubDto, HubSearch, HubSummary, HubsNear } from '@/lib/contract/hubs';
import type { Caller } from './caller';
import { catalogOf, requireHub } from './catalog-of';
import { hubDto, hubSummary } from './dto/hub';
import { hubImages } from './hub-images';

/** How many hits without a service are given a way out. */
const NEAREST_SHOWN = 3;

/** Hubs that match what was typed, best first; popular ones when nothing was. */
export async function searchHubs(caller: Caller, query: { q: string; limit: number }): Promise<HubSearch> {
  const { catalog } = await catalogOf(caller);
  const { hubs, total } = catalog.searchHubs(query.q, query.limit);
  const summaries = hubs.map((hub) => hubSummary(hub, caller.brand, catalog));
  return { hubs: withNearest(summaries, catalog), total };
}

/** The best few hits without a service say where the nearest one is; further down a list nobody reads it. */
function withNearest(summaries: HubSummary[], catalog: Catalog): HubSummary[] {
  let asked = 0;
  return summaries.map((summary) => {
    if (summary.resourceCount > 0 || asked === NEAREST_SHOWN) return summary;
    asked += 1;
    const nearest = nearestOf(summary.hub, catalog);
    return nearest ? { ...summary, nearest } : summary;
  });
}

/** Looking through all hubs for the nearest one is the dearest part of a search, and hubs do not move. */
const KEEP_NEAREST_MS = 10 * 60_000;
type KnownNearest = { untilMs: number; byHub: Map<string, HubSummary['nearest']> };
const knownNearest = new WeakMap<Catalog, KnownNearest>();

function nearestOf(code: string, catalog: Catalog): HubSummary['nearest'] {
  const before = knownNearest.get(catalog);
  const isKept = before !== undefined && performance.now() < before.untilMs;
  const known = isKept ? before : { untilMs: performance.now() + KEEP_NEAREST_MS, byHub: new Map() };
  if (!isKept) knownNearest.set(catalog, known);
  if (!known.byHub.has(code)) known.byHub.set(code, findNearest(code, catalog));
  return known.byHub.get(code);
}

function findNearest(code: string, catalog: Catalog): HubSummary['nearest'] {
  const position = catalog.hub(code);
  if (!position || position.latitude === null || position.longitude === null) return undefined;
  const [found] = catalog.hubsNear(position.latitude, position.longitude, 1);
  if (!found) return undefined;
  const { hub, iata, name, city } = found.hub;
  return { hub, iata, name, city, distanceKm: found.distanceKm };
}

/** Hubs with a service, nearest first. Degrees. */
export async function hubsNear(caller: Caller, query: { lat: number; lon: number; limit: number }): Promise<HubsNear> {
  const { catalog } = await catalogOf(caller);
  const hubs = catalog
    .hubsNear(query.lat, query.lon, query.limit)
    .map(({ hub, distanceKm }) => ({ ...hubSummary(hub, caller.brand, catalog), distanceKm }));
  return { hubs, total: hubs.length };
}

/** @throws AppError `not_found` */
export async function getHub(caller: Caller, code: string): Promise<HubDto> {
  const { catalog, runtime } = await catalogOf(caller);
  const hub = requireHub(catalog, code);
  const images = await hubImages(caller.brand, hub);
  return hubDto({ ...hub, images }, caller.brand, catalog, runtime);
}

/** Where to go instead of a hub without a service; empty when nobody knows where it is. @throws AppError `not_found` */
export async function nearestServedHubs(caller: Caller, code: string, limit: number): Promise<HubsNear> {
  const { catalog } = await catalogOf(caller);
  const { hub: asked, latitude, longitude } = requireHub(catalog, code);
  if (latitude === null || longitude === null) return { hubs: [], total: 0 };
  const near = await hubsNear(caller, { lat: latitude, lon: longitude, limit: limit + 1 });
  const hubs = near.hubs.filter((hub) => hub.hub !== asked).slice(0, limit);
  return { hubs, total: hubs.length };
}

export async function popularHubs(caller: Caller, limit: number): Promise<HubSummary[]> {
  return (await searchHubs(caller, { q: '', limit })).hubs;
}
