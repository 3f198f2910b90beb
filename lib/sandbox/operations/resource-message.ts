import { REQUIRED_INFO_NAMES, type SandboxResource } from '../catalog/model';
import type { ApiProfile } from '../profiles';
import type { World } from '../world';
import { pictures } from './hubs';

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
export function resourceRow(world: World, profile: ApiProfile, resource: SandboxResource) {
  const hub = world.hubOf(resource);
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

function hoursMessage(resource: SandboxResource): { businessHours?: unknown } {
  if (resource.hoursShape === 'missing') return {};
  if (resource.hoursShape === 'rows') return { businessHours: resource.hours };
  return { businessHours: 'Opening hours follow the flight schedule. See venue.' };
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
export function resourceDetails(world: World, profile: ApiProfile, resource: SandboxResource) {
  const { image: _, ...row } = resourceRow(world, profile, resource);
  const required = { prebookingRequiredInfo: requiredInfoMessage(resource) };
  const isOnTop = resource.requiredInfoShape.endsWith('on-top');
  const hasPolicy = resource.module <= 2;
  return {
    ...row,
    imagesList: pictures(world, resource.resourceId, resource.imageCount),
    ...hoursMessage(resource),
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
