import 'server-only';
import { z } from 'zod';
import { listInputSchema, pageInputSchema } from './envelope';
import {
  booleanSchema,
  codeSchema,
  imagesSchema,
  instantInputSchema,
  instantSchema,
  lenient,
  numberSchema,
  textSchema,
  webAddressSchema,
} from './primitives';

/** [doc v2 338421m0]. */
const locationInfoSchema = z.object({
  transportHubId: lenient(textSchema),
  location: lenient(textSchema),
  timezone: textSchema,
});

/** `extra.loungeInfo` [doc v2 338421m0]; the other modules' blocks were not visible and are read alike [inferred]. */
const placeInfoSchema = z.object({
  area: lenient(codeSchema),
  routeTypes: lenient(z.array(z.unknown())),
  terminal: lenient(textSchema),
  nearestGate: lenient(textSchema),
});
export type WirePlaceInfo = z.output<typeof placeInfoSchema>;

const NO_PLACE_INFO: WirePlaceInfo = { area: null, routeTypes: null, terminal: null, nearestGate: null };

/** The block of whatever module; a field that stands flat beside it, as in v1 orders, is read when the block lacks it. */
const placeSchema = lenient(z.record(z.string(), z.unknown())).transform((extra): WirePlaceInfo => {
  const blocks = Object.values(extra ?? {}).flatMap((value) => placeInfoSchema.safeParse(value).data ?? []);
  return merged(merged(NO_PLACE_INFO, placeInfoSchema.safeParse(extra).data), blocks[0]);
});

function merged(base: WirePlaceInfo, over: WirePlaceInfo | undefined): WirePlaceInfo {
  return {
    area: over?.area ?? base.area,
    routeTypes: over?.routeTypes ?? base.routeTypes,
    terminal: over?.terminal ?? base.terminal,
    nearestGate: over?.nearestGate ?? base.nearestGate,
  };
}

/** A row of a list [doc v2 338421m0]. `module` may be one we do not offer. */
export const resourceSchema = z.object({
  module: codeSchema,
  resourceId: textSchema,
  resourceName: textSchema,
  locationInfo: locationInfoSchema,
  image: lenient(webAddressSchema),
  terminal: lenient(textSchema),
  extra: placeSchema,
});
export type WireResource = z.output<typeof resourceSchema>;

/** Rules, in one text or in one for each. */
const linesSchema = z.union([textSchema, z.array(textSchema).transform((lines) => lines.join('\n'))]);

/** Shapes of these are for `map/` to read: the vendor's own were not visible [inferred]. */
const policySchema = z.object({
  prebookingSupported: lenient(booleanSchema),
  maxPassengerPerOrder: lenient(numberSchema),
  prebookingRequiredInfo: lenient(z.unknown()),
  cancellationPolicy: lenient(z.unknown()),
});

/** `prebookingRequiredInfo` and the cancellation policy may stand inside `prebookingPolicy` or beside it (6.4). */
export const resourceDetailsSchema = resourceSchema.extend({
  imagesList: imagesSchema,
  businessHours: lenient(z.unknown()),
  /** Dates with other hours; name and shape [inferred]. */
  businessHoursExceptions: lenient(z.unknown()),
  facilities: lenient(z.unknown()),
  description: lenient(textSchema),
  conditions: lenient(linesSchema),
  prebookingPolicy: lenient(policySchema),
  prebookingRequiredInfo: lenient(z.unknown()),
  cancellationPolicy: lenient(z.unknown()),
});
export type WireResourceDetails = z.output<typeof resourceDetailsSchema>;

export const resourceListInputSchema = listInputSchema.extend({
  transportHubId: z.string().optional(),
  /** Several only where no hub is named [doc v2 338421m0]. */
  module: z.union([z.int(), z.array(z.int())]).optional(),
});

export const resourceInputSchema = z.object({
  language: z.string().optional(),
  fallbackAllowed: z.boolean().optional(),
});

export const updatesInputSchema = pageInputSchema.extend({ lastUpdatedDate: instantInputSchema });
export const updateSchema = z.object({ resourceId: textSchema, updatedDate: instantSchema });
