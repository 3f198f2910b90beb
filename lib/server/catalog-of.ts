import 'server-only';
import type { Catalog } from '@/lib/catalog/catalog';
import type { Hub } from '@/lib/domain/hub';
import type { Resource, ResourceDetails } from '@/lib/domain/resource';
import type { Caller } from './caller';
import { AppError } from './errors';
import { type Runtime, runtime } from './runtime';

/** How long to wait before asking again while nothing can be served yet. */
const LOADING_RETRY_SECONDS = 5;

export type Known = { runtime: Runtime; catalog: Catalog };

/** The caller's catalogue. @throws AppError `vendor_unavailable` while it has never been read: nothing is "missing" then */
export async function catalogOf(caller: Caller): Promise<Known> {
  const current = await runtime();
  const catalog = current.catalogFor(caller.brand);
  if (!catalog.isLoaded()) throw new AppError('vendor_unavailable', { retryAfterSeconds: LOADING_RETRY_SECONDS });
  return { runtime: current, catalog };
}

/** @throws AppError `not_found` */
export function requireHub(catalog: Catalog, code: string): Hub {
  const hub = catalog.hub(code);
  if (!hub) throw new AppError('not_found');
  return hub;
}

/** A place of a kind that the brand offers. @throws AppError `not_found` */
export function requireResource(caller: Caller, catalog: Catalog, resourceId: string): Resource {
  const resource = catalog.resource(resourceId);
  if (!resource || !caller.brand.modules.includes(resource.module)) throw new AppError('not_found');
  return resource;
}

/**
 * The place with its details, read now if they never were.
 * @throws AppError `not_found`, or `vendor_unavailable` when the details cannot be had
 */
export async function requireDetails(
  caller: Caller,
  catalog: Catalog,
  resourceId: string,
): Promise<Resource & { details: ResourceDetails }> {
  requireResource(caller, catalog, resourceId);
  await catalog.ensureDetails([resourceId]);
  const resource = requireResource(caller, catalog, resourceId);
  const { details } = resource;
  if (!details) throw new AppError('vendor_unavailable', { retryAfterSeconds: LOADING_RETRY_SECONDS });
  return { ...resource, details };
}
