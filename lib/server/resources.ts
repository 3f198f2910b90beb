import 'server-only';
import type { FormerResource } from '@/lib/catalog/answers';
import type { ResourceCard, ResourceDto, TimesDto } from '@/lib/contract/resources';
import type { Module } from '@/lib/domain/module';
import { isoInZone, type LocalDate } from '@/lib/domain/place-time';
import { bookableDates, type CandidateTime, candidateTimes } from '@/lib/domain/prebook-times';
import type { Caller } from './caller';
import { catalogOf, requireDetails, requireHub, requireResource } from './catalog-of';
import { canPrebook, resourceCard, resourceDto } from './dto/resource';
import { AppError, isAppError } from './errors';
import { holdsAt } from './holders';
import type { Runtime } from './runtime';

/** The places of a hub that the brand offers. @throws AppError `not_found` */
export async function listResources(
  caller: Caller,
  hubCode: string,
  module?: Module,
): Promise<{ resources: ResourceCard[] }> {
  const { catalog, runtime } = await catalogOf(caller);
  const { hub } = requireHub(catalog, hubCode);
  const isWanted = (of: Module) => caller.brand.modules.includes(of) && (module === undefined || of === module);
  const offered = () => catalog.resourcesOf(hub).filter((resource) => isWanted(resource.module));
  await catalog.ensureDetails(offered().map((resource) => resource.resourceId));
  return { resources: offered().map((resource) => resourceCard(resource, runtime)) };
}

/** A place, also one that has gone for those who hold something there. @throws AppError `not_found` */
export async function getResource(caller: Caller, resourceId: string): Promise<ResourceDto> {
  const { catalog, runtime } = await catalogOf(caller);
  const former = catalog.formerResource(resourceId);
  if (former) return formerResource(caller, former, runtime);
  requireResource(caller, catalog, resourceId);
  await catalog.ensureDetails([resourceId]);
  const resource = requireResource(caller, catalog, resourceId);
  return resourceDto(resource, catalog.hub(resource.vendorHubId), runtime);
}

/** What was last known of a place that takes no passes any more. @throws AppError `not_found`, to everybody but its holders */
async function formerResource(
  caller: Caller,
  { resource, hub }: FormerResource,
  runtime: Runtime,
): Promise<ResourceDto> {
  const isOffered = caller.brand.modules.includes(resource.module);
  if (!isOffered || !(await holdsAt(caller, resource.resourceId))) throw new AppError('not_found');
  const dto = resourceDto(resource, hub, runtime);
  return { ...dto, open: { state: 'unknown', until: null }, prebookable: false, walkIn: false, isWithdrawn: true };
}

/** The place, or null when it is not known or not offered any more, or cannot be told now: a page then leaves it out. */
export async function findResource(caller: Caller, resourceId: string): Promise<ResourceDto | null> {
  try {
    return await getResource(caller, resourceId);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/**
 * The times worth asking about on one of the place's days; none where the place takes no bookings.
 * @throws AppError `not_found`, `vendor_unavailable`
 */
export async function candidateTimesOf(caller: Caller, resourceId: string, date: LocalDate): Promise<TimesDto> {
  const { catalog, runtime } = await catalogOf(caller);
  const resource = await requireDetails(caller, catalog, resourceId);
  const { timeZone, details } = resource;
  const nowMs = runtime.clock();
  const { first, last } = bookableDates(timeZone, nowMs);
  const times = canPrebook(resource) ? candidateTimes(details.hours, timeZone, date, nowMs) : [];
  return { date, timeZone, firstDate: first, lastDate: last, times: times.map((time) => timeDto(time, timeZone)) };
}

export function timeDto(time: CandidateTime, timeZone: string): TimesDto['times'][number] {
  return { at: time.at, startsAt: isoInZone(time.startMs, timeZone) };
}
