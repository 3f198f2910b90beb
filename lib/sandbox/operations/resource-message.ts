import { REQUIRED_INFO_NAMES, type SandboxResource } from '../catalog/model';
import { hubIn, type Language } from '../catalog/translations';
import type { ApiProfile } from '../profiles';
import { localText } from '../rules/place-time';
import type { World } from '../world';
import { pictures } from './hubs';

const DAY_MS = 86_400_000;

/** The vendor documents `loungeInfo` only; the other three keys are [inferred] by analogy. */
const INFO_KEYS: Readonly<Record<number, string>> = {
  1: 'loungeInfo',
  2: 'fastTrackInfo',
  3: 'setMealInfo',
  4: 'couponInfo',
};

const CODES = {
  firstName: 'FIRST_NAME',
  lastName: 'LAST_NAME',
  email: 'EMAIL',
  phoneNumber: 'PHONE_NUMBER',
  callingCode: 'CALLING_CODE',
  transportNumber: 'TRANSPORT_NUMBER',
} as const;

/** A row of the resource list. */
export function resourceRow(world: World, profile: ApiProfile, resource: SandboxResource, language: Language) {
  const english = world.hubOf(resource);
  const hub = hubIn(language, english) ?? english;
  return {
    module: resource.module,
    resourceId: resource.resourceId,
    resourceName: resource.resourceName,
    locationInfo: {
      city: hub.city,
      countryOrRegion: hub.country,
      continent: hub.continent,
      transportHubId: hub.transportHubId,
      transportHubName: hub.name,
      iata: hub.iata,
      location: resource.location,
      timezone: hub.timezone,
      ...(profile.hasCoordinates && { coordinates: `${hub.latitude},${hub.longitude}` }),
    },
    image: pictures(world, resource.resourceId, 1)[0]?.url ?? '',
    extra: {
      [INFO_KEYS[resource.module] ?? 'info']: {
        area: resource.area,
        routeTypes: resource.routeTypes,
        ...(resource.terminal !== null && { terminal: resource.terminal }),
        nearestGate: resource.nearestGate ?? '',
        tier: resource.tier,
      },
    },
  };
}

function hoursMessage(world: World, resource: SandboxResource): Record<string, unknown> {
  if (resource.hoursShape === 'missing') return {};
  if (resource.hoursShape === 'text') return { businessHours: 'Opening hours follow the flight schedule. See venue.' };
  return { businessHours: resource.hours, ...holidaysMessage(world, resource) };
}

/** The holidays of a year, from yesterday on by the place's calendar; name and shape of the field [inferred]. */
function holidaysMessage(world: World, resource: SandboxResource): { businessHoursExceptions?: unknown } {
  if (resource.holidaysText !== null) return { businessHoursExceptions: resource.holidaysText };
  if (resource.holidays.length === 0) return {};
  const { timezone } = world.hubOf(resource);
  const [first, last] = [-1, 365].map((days) => localText(world.nowMs() + days * DAY_MS, timezone).slice(0, 10));
  const year = Number(first?.slice(0, 4));
  const dates = [year, year + 1].flatMap((of) =>
    resource.holidays.map(({ day, open }) => ({ date: `${of}-${day}`, ...(open ?? { closed: true }) })),
  );
  return {
    businessHoursExceptions: dates
      .filter(({ date }) => first !== undefined && last !== undefined && first <= date && date < last)
      .sort((a, b) => a.date.localeCompare(b.date)),
  };
}

function requiredInfoMessage(resource: SandboxResource): unknown {
  if (!resource.requiredInfoShape.startsWith('codes')) return resource.requiredInfo;
  return [
    ...REQUIRED_INFO_NAMES.filter((name) => resource.requiredInfo[name]).map((name) => CODES[name]),
    ...resource.extraInfoCodes,
  ];
}

function cancellationMessage(resource: SandboxResource): { cancellationPolicy?: unknown } {
  const { cancellable, freeCancellationHours: hours } = resource;
  switch (resource.cancellationShape) {
    case 'missing':
      return {};
    case 'unreadable':
      return { cancellationPolicy: 'See venue' };
    case 'text':
      return { cancellationPolicy: cancellable ? `${hours} hours before` : 'Not cancellable' };
    case 'number-as-text':
      return { cancellationPolicy: { cancellable, freeCancellationHours: String(hours) } };
    case 'object':
      return { cancellationPolicy: cancellable ? { cancellable, freeCancellationHours: hours } : { cancellable } };
  }
}

/** The details; their literal shape is a reconstruction [inferred], with the differences the sources leave open. */
export function resourceDetails(world: World, profile: ApiProfile, resource: SandboxResource, language: Language) {
  const { image: _, ...row } = resourceRow(world, profile, resource, language);
  const required = { prebookingRequiredInfo: requiredInfoMessage(resource) };
  const isOnTop = resource.requiredInfoShape.endsWith('on-top');
  const hasPolicy = resource.module <= 2;
  return {
    ...row,
    imagesList: pictures(world, resource.resourceId, resource.imageCount),
    ...hoursMessage(world, resource),
    facilities: resource.facilities,
    description: resource.description,
    conditions: resource.conditions,
    ...(hasPolicy && isOnTop && required),
    prebookingPolicy: {
      prebookingSupported: resource.prebookingSupported,
      ...(resource.maxPassengerPerOrder !== null && { maxPassengerPerOrder: resource.maxPassengerPerOrder }),
      ...(hasPolicy && !isOnTop && required),
      ...(hasPolicy && resource.prebookingSupported && cancellationMessage(resource)),
    },
  };
}
