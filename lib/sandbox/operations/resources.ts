import { z } from 'zod';
import type { SandboxHub, SandboxResource } from '../catalog/model';
import { placeIn } from '../catalog/translations';
import { BOTH, type Call, type Operation, paginate, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import { languageOf, mayFallBack } from './hubs';
import { resourceDetails, resourceRow } from './resource-message';

const moduleSchema = z.coerce.number().int().min(1).max(11);
const instantSchema = z.iso.datetime({ offset: true });

function modulesAsked(query: URLSearchParams): number[] {
  return query
    .getAll('module')
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
    .map((value) => parseInput(moduleSchema, value));
}

function listAnswer({ world, profile, query }: Call, resources: readonly SandboxResource[]): Result {
  const language = languageOf(query);
  const translated = resources.flatMap((resource) => placeIn(language, resource) ?? []);
  const { pagination, page } = paginate(translated, query.get('pageSize'), query.get('pageNumber'));
  const rows = page.map((resource) => resourceRow(world, profile, resource, language));
  return { data: { pagination, language, resources: profile.resourceList(rows) } };
}

function resourcesOfHub(call: Call, transportHubId: string): SandboxResource[] {
  const modules = modulesAsked(call.query);
  if (modules.length > 1) throw new Refusal('malformed', 'module: only one value with a transportHubId');
  const all = call.world.catalog.resourcesByHub.get(transportHubId);
  if (!all) throw new Refusal('not-found', 'Transport hub not found.');
  return call.world.resources(all).filter((resource) => modules.length === 0 || modules.includes(resource.module));
}

function listOfHub(call: Call): Result {
  return listAnswer(call, resourcesOfHub(call, call.params.transportHubId ?? ''));
}

function kilometresBetween(hub: SandboxHub, latitude: number, longitude: number): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((hub.latitude - latitude) * rad) / 2) ** 2 +
    Math.cos(latitude * rad) * Math.cos(hub.latitude * rad) * Math.sin(((hub.longitude - longitude) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(h));
}

const aroundSchema = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  radius: z.coerce.number().positive(),
});

/** v2: filters instead of a path; a position (radius in kilometres) and a single place must not be combined [doc v2 3504481e0]. */
function listFiltered(call: Call): Result {
  const { world, query } = call;
  const isAround = ['latitude', 'longitude', 'radius'].some((name) => query.has(name));
  const isPlace = ['transportHubId', 'iata', 'cityId', 'countryOrRegion'].some((name) => query.has(name));
  if (isAround && isPlace) throw new Refusal('malformed', 'latitude: not together with a single location');
  const transportHubId = query.get('transportHubId');
  if (transportHubId) return listAnswer(call, resourcesOfHub(call, transportHubId));
  const modules = modulesAsked(query);
  const around = isAround ? parseInput(aroundSchema, Object.fromEntries(query)) : null;
  const [iata, country] = [query.get('iata')?.toUpperCase(), query.get('countryOrRegion')?.toUpperCase()];
  const hubs = world.catalog.hubs.filter(
    (hub) =>
      (!iata || hub.iata === iata) &&
      (!country || hub.country === country) &&
      !query.get('cityId') &&
      (!around || kilometresBetween(hub, around.latitude, around.longitude) <= around.radius),
  );
  const resources = hubs.flatMap((hub) => world.resources(world.catalog.resourcesByHub.get(hub.transportHubId) ?? []));
  return listAnswer(
    call,
    resources.filter((resource) => modules.length === 0 || modules.includes(resource.module)),
  );
}

function get({ world, profile, params, query }: Call): Result {
  const language = languageOf(query);
  const known = world.resource(params.resourceId ?? '');
  const resource = known && (placeIn(language, known) ?? (mayFallBack(query) ? known : null));
  if (!resource) throw new Refusal('not-found', 'Resource not found.');
  return { data: { language, ...resourceDetails(world, profile, resource, language) } };
}

/** Places changed after an instant, oldest change first; a place that was taken away is among them, and its details are then missing. */
function updates({ world, query }: Call): Result {
  const since = query.get('lastUpdatedDate');
  const sinceMs = since ? Date.parse(parseInput(instantSchema, since)) : Number.NEGATIVE_INFINITY;
  const modules = modulesAsked(query);
  const changed = world.catalog.resources
    .map((resource) => world.withPatch(resource))
    .filter((resource) => Date.parse(resource.updatedAt) > sinceMs)
    .filter((resource) => modules.length === 0 || modules.includes(resource.module))
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.resourceId.localeCompare(b.resourceId));
  const { pagination, page } = paginate(changed, query.get('pageSize'), query.get('pageNumber'));
  const rows = page.map(({ resourceId, module, updatedAt }) => ({
    resourceId,
    module,
    updatedDate: updatedAt.replace(/(\.\d+)?Z$/, '+00:00'),
  }));
  return { data: { pagination, resources: rows } };
}

export const resourceOperations: readonly Operation[] = [
  {
    name: 'resources.list',
    method: 'GET',
    path: '/transportHubs/{transportHubId}/resources',
    versions: ['v1'],
    isWrite: false,
    run: listOfHub,
  },
  { name: 'resources.list', method: 'GET', path: '/resources', versions: ['v2'], isWrite: false, run: listFiltered },
  {
    name: 'resources.updates',
    method: 'GET',
    path: '/resources/updates',
    versions: ['v1'],
    isWrite: false,
    run: updates,
  },
  { name: 'resources.get', method: 'GET', path: '/resources/{resourceId}', versions: BOTH, isWrite: false, run: get },
];
