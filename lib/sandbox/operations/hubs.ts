import type { SandboxHub } from '../catalog/model';
import { ENGLISH, hubIn, isLanguage, type Language } from '../catalog/translations';
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

/** The language asked for, which the vendor echoes. */
export function languageOf(query: URLSearchParams): Language {
  const code = query.get('language') || ENGLISH;
  if (!isLanguage(code)) throw new Refusal('malformed', 'language: not one of the languages');
  return code;
}

/** Details may fall back to English where a thing has no translation; lists never do [doc v2 339140m0]. */
export function mayFallBack(query: URLSearchParams): boolean {
  return query.get('fallbackAllowed') === 'true';
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
  const language = languageOf(query);
  const translated = hubs.flatMap((hub) => hubIn(language, hub) ?? []);
  const { pagination, page } = paginate(translated, query.get('pageSize'), query.get('pageNumber'));
  return { data: { pagination, language, transportHubs: page.map(hubMessage) } };
}

function get({ world, params, query }: Call): Result {
  const language = languageOf(query);
  const known = world.catalog.hubById.get(params.transportHubId ?? '');
  const hub = known && (hubIn(language, known) ?? (mayFallBack(query) ? known : null));
  if (!hub) throw new Refusal('not-found', 'Transport hub not found.');
  return {
    data: { language, ...hubMessage(hub), imagesList: pictures(world, hub.transportHubId, 2) },
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
