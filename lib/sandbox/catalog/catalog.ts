import { readHubs } from './hubs';
import type { SandboxHub, SandboxResource } from './model';
import { drawPlaces } from './places';

/** Hubs and places as drawn; changes made through the control interface are laid over them by the world. */
export interface Catalog {
  readonly hubs: readonly SandboxHub[];
  readonly hubById: ReadonlyMap<string, SandboxHub>;
  readonly resources: readonly SandboxResource[];
  readonly resourceById: ReadonlyMap<string, SandboxResource>;
  readonly resourcesByHub: ReadonlyMap<string, readonly SandboxResource[]>;
}

let drawn: Catalog | null = null;

/** Drawn once a process: it depends on the committed data alone. */
export function readCatalog(): Catalog {
  if (drawn) return drawn;
  const hubs = readHubs();
  const resources = drawPlaces(hubs);
  const resourcesByHub = new Map<string, SandboxResource[]>(hubs.map((hub) => [hub.transportHubId, []]));
  for (const resource of resources) resourcesByHub.get(resource.transportHubId)?.push(resource);
  drawn = {
    hubs,
    hubById: new Map(hubs.map((hub) => [hub.transportHubId, hub])),
    resources,
    resourceById: new Map(resources.map((resource) => [resource.resourceId, resource])),
    resourcesByHub,
  };
  return drawn;
}
