import 'server-only';
import type { ResourceCard, ResourceDto } from '@/lib/contract/resources';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import type { Hub } from '@/lib/domain/hub';
import { allowsPrebooking, allowsWalkIn } from '@/lib/domain/module';
import type { OpeningHours } from '@/lib/domain/opening-hours';
import { DEFAULT_MAX_PARTY } from '@/lib/domain/party';
import type { RequiredInfo } from '@/lib/domain/required-info';
import type { Resource } from '@/lib/domain/resource';
import { imageUrl, imageUrls } from '../images';
import { openStateNow } from '../open-now';
import type { Runtime } from '../runtime';

const UNKNOWN_HOURS: OpeningHours = { kind: 'unknown' };

/** Without its details, which may not have been read yet, a place claims nothing about hours and bookings. */
export function resourceCard(resource: Resource, runtime: Runtime): ResourceCard {
  const { resourceId, module, name, terminal, side, gate, location, timeZone, details } = resource;
  return {
    resourceId,
    module,
    name,
    terminal,
    side,
    gate,
    location,
    open: openStateNow(details?.hours ?? UNKNOWN_HOURS, timeZone, runtime.clock()),
    prebookable: canPrebook(resource),
    walkIn: allowsWalkIn(module),
    image: imageUrl(runtime, resource.image ?? details?.images[0] ?? null),
  };
}

/** A place as our API tells it. `hub` is undefined for a hub the catalogue no longer lists. Claims nothing without details. */
export function resourceDto(resource: Resource, hub: Hub | undefined, runtime: Runtime): ResourceDto {
  const { details } = resource;
  return {
    ...resourceCard(resource, runtime),
    hub: hub?.hub ?? resource.vendorHubId,
    hubName: hub?.name ?? '',
    city: hub?.city ?? '',
    countryCode: hub?.countryCode ?? '',
    timeZone: resource.timeZone,
    hours: details?.hours ?? UNKNOWN_HOURS,
    requiredInfo: details ? requiredInfoDto(details.requiredInfo) : {},
    maxParty: details?.maxParty ?? DEFAULT_MAX_PARTY,
    cancellation: cancellationDto(details?.cancellation ?? { kind: 'unknown' }),
    routeTypes: resource.routeTypes,
    facilities: details?.facilities ?? [],
    description: details?.description ?? null,
    conditions: details?.conditions ?? null,
    entry: details?.entry ?? NO_ENTRY_RULES,
    images: imageUrls(runtime, details?.images ?? []),
    latitude: hub?.latitude ?? null,
    longitude: hub?.longitude ?? null,
    confirmedAt: resource.confirmedAt,
    isWithdrawn: false,
  };
}

/** A place takes bookings when its kind can, and it says so itself. */
export function canPrebook(resource: Resource): boolean {
  return allowsPrebooking(resource.module) && (resource.details?.prebookable ?? false);
}

function requiredInfoDto({ fields, unknownCodes }: RequiredInfo): ResourceDto['requiredInfo'] {
  return { ...fields, ...Object.fromEntries(unknownCodes.map((code) => [code, 'required' as const])) };
}

function cancellationDto(policy: NonNullable<Resource['details']>['cancellation']): ResourceDto['cancellation'] {
  return { kind: policy.kind, hoursBefore: policy.kind === 'free-until' ? policy.hoursBefore : null };
}
