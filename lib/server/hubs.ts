import 'server-only';
import type { HubDto, HubSearch, HubSummary, HubsNear } from '@/lib/contract/hubs';
import { answer } from '@/lib/search/answer';
import type { Caller } from './caller';
import { catalogOf, requireHub } from './catalog-of';
import { hubDto, hubSummary } from './dto/hub';
import { isAppError } from './errors';
import { hubImages, knownHubImages } from './hub-images';

/** Hubs that match what was typed, best first; popular ones when nothing was. */
export async function searchHubs(caller: Caller, query: { q: string; limit: number }): Promise<HubSearch> {
  const { catalog } = await catalogOf(caller);
  return answer(catalog.hubDirectory(caller.brand.modules).index, query.q, query.limit);
}

/** Hubs with a service of the brand's, nearest first. Degrees. */
export async function hubsNear(caller: Caller, query: { lat: number; lon: number; limit: number }): Promise<HubsNear> {
  const { catalog } = await catalogOf(caller);
  const hubs = catalog
    .hubsNear({ latitude: query.lat, longitude: query.lon }, query.limit, caller.brand.modules)
    .map(({ hub, distanceKm }) => ({ ...hubSummary(hub, caller.brand, catalog), distanceKm }));
  return { hubs, total: hubs.length };
}

/** From memory, so with the pictures only that are known. @throws AppError `not_found` */
export async function getHub(caller: Caller, code: string): Promise<HubDto> {
  const { catalog, runtime } = await catalogOf(caller);
  const hub = requireHub(catalog, code);
  return hubDto({ ...hub, images: knownHubImages(hub) }, caller.brand, catalog, runtime);
}

/** The hub, or null when it is not known: a page then leaves it out. */
export async function findHub(caller: Caller, code: string): Promise<HubDto | null> {
  try {
    return await getHub(caller, code);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** With its pictures, for which the vendor may have to be asked. @throws AppError `not_found` */
export async function getHubWithImages(caller: Caller, code: string): Promise<HubDto> {
  const { catalog, runtime } = await catalogOf(caller);
  const hub = requireHub(catalog, code);
  return hubDto({ ...hub, images: await hubImages(caller.brand, hub) }, caller.brand, catalog, runtime);
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
