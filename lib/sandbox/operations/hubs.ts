import type { SandboxHub } from '../catalog/model';
import { BOTH, type Call, type Operation, paginate, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import type { World } from '../world';

/** Positions are strings, with as many digits as the data has [doc v2 338421m0]. */
function hubMessage(hub: SandboxHub) {
  return {
    transportHubId: hub.transportHubId,
    transportHubName: hub.name,
    type: hub.type,
    iata: hub.iata,
    city: hub.city,
    countryOrRegion: hub.country,
    continent: hub.continent,
    latitude: String(hub.latitude),
    longitude: String(hub.longitude),
  };
}

export function pictures(world: World, id: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    url: `${world.origin}/images/${id}.svg?view=${index + 1}`,
    order: index + 1,
  }));
}

/** Language asked for; the sandbox has English texts only, and echoes the code like the vendor. */
export function languageOf(query: URLSearchParams): string {
  return query.get('language') || 'en-US';
}

function list({ world, query }: Call): Result {
  const iata = query.get('iata')?.toUpperCase();
  const country = query.get('countryOrRegion')?.toUpperCase();
  const keyword = query.get('keyword')?.toLowerCase();
  const hubs = world.catalog.hubs.filter(
    (hub) =>
      (!iata || hub.iata === iata) &&
      (!country || hub.country === country) &&
      (!keyword || `${hub.name} ${hub.city} ${hub.iata}`.toLowerCase().includes(keyword)),
  );
  const { pagination, page } = paginate(hubs, query.get('pageSize'), query.get('pageNumber'));
  return { data: { pagination, language: languageOf(query), transportHubs: page.map(hubMessage) } };
}

function get({ world, params, query }: Call): Result {
  const hub = world.catalog.hubById.get(params.transportHubId ?? '');
  if (!hub) throw new Refusal('not-found', 'Transport hub not found.');
  return {
    data: { language: languageOf(query), ...hubMessage(hub), imagesList: pictures(world, hub.transportHubId, 2) },
  };
}

export const hubOperations: readonly Operation[] = [
  { name: 'hubs.list', method: 'GET', path: '/transportHubs', versions: BOTH, isWrite: false, run: list },
  {
    name: 'hubs.get',
    method: 'GET',
    path: '/transportHubs/{transportHubId}',
    versions: BOTH,
    isWrite: false,
    run: get,
  },
];
