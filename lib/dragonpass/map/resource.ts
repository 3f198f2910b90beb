import 'server-only';
import { allowsPrebooking, FAST_TRACK, isModule, type Module } from '@/lib/domain/module';
import { readMaxParty } from '@/lib/domain/party';
import { isTimeZone } from '@/lib/domain/place-time';
import type { ResourceDetails, ResourceSummary, RouteType, Side } from '@/lib/domain/resource';
import type { Notice } from '../events';
import { CODES } from '../versions';
import type { WireResource, WireResourceDetails } from '../wire/resource';
import { cancellationOf } from './cancellation';
import { wordOf } from './code';
import { entryRulesOf } from './entry-rules';
import { hoursOf } from './hours';
import { plainText } from './plain-text';
import { requiredInfoOf } from './required-info';

/**
 * Null for what this product cannot offer: a module it does not know, or a place whose time zone cannot be read, of
 * which no deadline could be told rightly. `hubId` stands in for one that a row under a hub does not repeat.
 */
export function summaryOf(wire: WireResource, hubId: string | null, notice: Notice): ResourceSummary | null {
  const module = Number(wire.module);
  const { timezone, location } = wire.locationInfo;
  const vendorHubId = wire.locationInfo.transportHubId ?? hubId;
  if (!isModule(module)) notice('resource.module', wire.module);
  if (!isTimeZone(timezone)) notice('resource.timezone', timezone);
  if (!isModule(module) || !isTimeZone(timezone) || vendorHubId === null) return null;
  return {
    resourceId: wire.resourceId,
    module,
    name: wire.resourceName,
    vendorHubId,
    terminal: wire.extra.terminal ?? wire.terminal,
    side: sideOf(wire, notice),
    gate: wire.extra.nearestGate,
    location,
    timeZone: timezone,
    image: wire.image,
    routeTypes: routeTypesOf(wire, notice),
  };
}

/** Where the number is absent, the vendor's own line about the place begins with the side [sample doc v2 338421m0]. */
function sideOf(wire: WireResource, notice: Notice): Side {
  const side = wordOf(CODES.area, wire.extra.area, 'resource.area', notice);
  if (side !== null) return side;
  const [, word] = /^(airside|landside)\b/i.exec(wire.locationInfo.location ?? '') ?? [];
  if (!word) return 'unknown';
  return word.toLowerCase() === 'airside' ? 'airside' : 'landside';
}

function routeTypesOf(wire: WireResource, notice: Notice): RouteType[] {
  const words = (wire.extra.routeTypes ?? []).map((value) =>
    wordOf(CODES.routeType, value, 'resource.routeType', notice),
  );
  return [...new Set(words.filter((word) => word !== null))];
}

export function detailsOf(wire: WireResourceDetails, module: Module, notice: Notice): ResourceDetails {
  const policy = wire.prebookingPolicy;
  const conditions = plainText(wire.conditions);
  return {
    images: wire.imagesList,
    hours: hoursOf(wire.businessHours, wire.businessHoursExceptions, notice),
    facilities: facilitiesOf(wire.facilities, notice),
    description: plainText(wire.description),
    conditions,
    entry: entryRulesOf(conditions),
    prebookable: allowsPrebooking(module) && isPrebookable(module, policy),
    maxParty: readMaxParty(policy?.maxPassengerPerOrder),
    requiredInfo: requiredInfoOf(policy?.prebookingRequiredInfo ?? wire.prebookingRequiredInfo, notice),
    cancellation: cancellationOf(policy?.cancellationPolicy ?? wire.cancellationPolicy, notice),
  };
}

/** Where it is not said, a lane takes prebookings, having no other use, and a lounge does if it has a policy [inferred]. */
function isPrebookable(module: Module, policy: WireResourceDetails['prebookingPolicy']): boolean {
  return policy?.prebookingSupported ?? (module === FAST_TRACK || policy !== null);
}

/** Words as the vendor writes them, known to us or not. */
function facilitiesOf(value: unknown, notice: Notice): string[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) notice('facilities', typeof value);
  const words = (Array.isArray(value) ? value : [value]).filter((word) => typeof word === 'string');
  return [...new Set(words.map((word) => word.trim()).filter(Boolean))];
}
