import { z } from 'zod';

/** A transport hub as the sandbox knows it; the wire says less. */
export interface SandboxHub {
  readonly transportHubId: string;
  /** 1 airport, 2 rail station, 3 port. */
  readonly type: 1 | 2 | 3;
  /** Empty for rail stations and ports. */
  readonly iata: string;
  readonly icao: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly continent: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
  /** 1 for the hubs most travellers know. */
  readonly rank: 1 | 2;
}

/** Monday is 1; a close before or at the open is past midnight; 00:00 to 24:00 is all day. */
export const hoursRowSchema = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1),
  openTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  closeTime: z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/),
});
export type HoursRow = z.infer<typeof hoursRowSchema>;

/** A day of every year with hours of its own, or with none: then the place stays closed. */
export const holidaySchema = z.object({
  /** `MM-DD`; not 29 February, which most years lack. */
  day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  open: hoursRowSchema.omit({ days: true }).nullable(),
});
export type Holiday = z.infer<typeof holidaySchema>;

export const REQUIRED_INFO_NAMES = [
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'callingCode',
  'transportNumber',
] as const;
export type RequiredInfoName = (typeof REQUIRED_INFO_NAMES)[number];

export const requiredInfoSchema = z.record(z.enum(REQUIRED_INFO_NAMES), z.boolean());

/** How a fact is told on the wire: sources leave several shapes open, and a client has to read them all. */
const requiredInfoShapeSchema = z.enum(['map-in-policy', 'map-on-top', 'codes-in-policy', 'codes-on-top']);
const cancellationShapeSchema = z.enum(['object', 'number-as-text', 'text', 'unreadable', 'missing']);
const hoursShapeSchema = z.enum(['rows', 'text', 'missing']);

export const resourceSchema = z.object({
  resourceId: z.string(),
  module: z.number().int().min(1).max(4),
  resourceName: z.string(),
  transportHubId: z.string(),
  terminal: z.string().nullable(),
  /** 1 airside, 2 landside [inferred]. */
  area: z.number().int(),
  routeTypes: z.array(z.number().int()),
  nearestGate: z.string().nullable(),
  location: z.string(),
  tier: z.number().int(),
  hours: z.array(hoursRowSchema),
  hoursShape: hoursShapeSchema,
  holidays: z.array(holidaySchema),
  /** Told in place of the holidays' dates. */
  holidaysText: z.string().nullable(),
  facilities: z.array(z.string()),
  description: z.string(),
  conditions: z.string(),
  imageCount: z.number().int(),
  prebookingSupported: z.boolean(),
  /** What the wire says: 0 and null both mean that the vendor names no limit. */
  maxPassengerPerOrder: z.number().int().nullable(),
  requiredInfo: requiredInfoSchema,
  requiredInfoShape: requiredInfoShapeSchema,
  /** Codes beyond the six names, on places that list codes. */
  extraInfoCodes: z.array(z.string()),
  cancellable: z.boolean(),
  freeCancellationHours: z.number().int(),
  cancellationShape: cancellationShapeSchema,
  price: z.object({ currency: z.string(), adultRate: z.string(), childRate: z.string() }).nullable(),
  /** Passengers a half-hour slot takes through prebooking. */
  slotCapacity: z.number().int(),
  /** A prebooking here starts as pending, and is confirmed through the control interface. */
  confirmsLater: z.boolean(),
  /** Gone from the catalogue, as when a place closes for good. */
  removed: z.boolean(),
  updatedAt: z.string(),
});
export type SandboxResource = z.infer<typeof resourceSchema>;

/** What the control interface may change of a resource. */
export const resourcePatchSchema = resourceSchema
  .omit({ resourceId: true, module: true, transportHubId: true, updatedAt: true })
  .partial()
  .strict();

/** A party limit of the vendor's that is 0 or missing means six [3p-ui]. */
export function partyLimit(resource: SandboxResource): number {
  return resource.maxPassengerPerOrder || 6;
}
