import { z } from 'zod';
import {
  instantSchema,
  localDateSchema,
  localTimeSchema,
  moduleParamSchema,
  moduleSchema,
  opaqueIdSchema,
  partySchema,
  resourceIdSchema,
} from './common';

/** `until` carries the place's offset; null when the state never ends or is not known. */
export const openStateSchema = z.object({
  state: z.enum(['open', 'closed', 'unknown']),
  until: instantSchema.nullable(),
});

export const sideSchema = z.enum(['airside', 'landside', 'unknown']);

export const resourceCardSchema = z.object({
  resourceId: z.string(),
  module: moduleSchema,
  name: z.string(),
  terminal: z.string().nullable(),
  side: sideSchema,
  gate: z.string().nullable(),
  location: z.string().nullable(),
  open: openStateSchema,
  prebookable: z.boolean(),
  walkIn: z.boolean(),
  image: z.string().nullable(),
});
export type ResourceCard = z.infer<typeof resourceCardSchema>;

/** `GET /api/hubs/[hub]/resources?module=`. */
export const resourceListQuerySchema = z.object({ module: moduleParamSchema.optional() });
export const resourceListSchema = z.object({ resources: z.array(resourceCardSchema) });

const spanSchema = z.object({ opens: z.string(), closes: z.string() });

export const openingHoursSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weekly'),
    rows: z.array(z.object({ days: z.array(z.number()), opens: z.string(), closes: z.string() })),
    /** Dates with other hours than their weekday, in order; no spans: closed that day. */
    exceptions: z.array(z.object({ on: localDateSchema, spans: z.array(spanSchema) })),
    /** What the place wrote about such dates, where it cannot be read as hours. */
    note: z.string().optional(),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('unknown') }),
]);

/** Each fact comes with the sentences of the place's own text that it was read from; nothing is claimed that they do not say. */
export const entryRulesSchema = z.object({
  maxStay: z.object({ minutes: z.number(), words: z.string() }).nullable(),
  /** Not earlier than this before departure. */
  earliestEntry: z.object({ minutes: z.number(), words: z.string() }).nullable(),
  adultsOnly: z.string().nullable(),
  children: z.array(z.string()),
  dress: z.array(z.string()),
  arrivals: z.object({ access: z.enum(['allowed', 'not-allowed', 'unknown']), words: z.string() }).nullable(),
  boardingPass: z.object({ isSameDay: z.boolean(), words: z.string() }).nullable(),
  notGuaranteed: z.string().nullable(),
});

/** Field name, or a place's own code that we do not know → whether it must be given. */
export const requiredInfoSchema = z.record(z.string(), z.enum(['required', 'not-asked']));

export const cancellationPolicySchema = z.object({
  kind: z.enum(['free-until', 'never', 'unknown']),
  hoursBefore: z.number().nullable(),
});

export const resourceParamsSchema = z.object({ resourceId: resourceIdSchema });

/** `GET /api/resources/[resourceId]`. */
export const resourceSchema = resourceCardSchema.extend({
  hub: z.string(),
  hubName: z.string(),
  city: z.string(),
  countryCode: z.string(),
  timeZone: z.string(),
  hours: openingHoursSchema,
  requiredInfo: requiredInfoSchema,
  maxParty: z.number(),
  cancellation: cancellationPolicySchema,
  routeTypes: z.array(z.enum(['international', 'domestic', 'unknown'])),
  facilities: z.array(z.string()),
  description: z.string().nullable(),
  conditions: z.string().nullable(),
  entry: entryRulesSchema,
  images: z.array(z.string()),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  confirmedAt: instantSchema,
  /** Takes no passes any more. Told only to those who hold a booking or a pass for this place. */
  isWithdrawn: z.boolean(),
});
export type ResourceDto = z.infer<typeof resourceSchema>;

/** `GET /api/resources/[resourceId]/times?date=`. */
export const timesQuerySchema = z.object({ date: localDateSchema });
export const timesSchema = z.object({
  date: localDateSchema,
  timeZone: z.string(),
  /** First and last day that can be asked about, on the place's calendar. */
  firstDate: localDateSchema,
  lastDate: localDateSchema,
  times: z.array(z.object({ at: localTimeSchema, startsAt: instantSchema })),
});
export type TimesDto = z.infer<typeof timesSchema>;

/** `POST /api/resources/[resourceId]/availability`. Without a pass nothing is held. */
export const availabilityBodySchema = z
  .object({ passId: opaqueIdSchema.optional(), at: localTimeSchema })
  .extend(partySchema.shape);
export type AvailabilityBody = z.infer<typeof availabilityBodySchema>;

export const priceSchema = z.object({
  currency: z.string(),
  /** Exact decimal texts, as the vendor wrote them. */
  adultRate: z.string(),
  childRate: z.string(),
});

export const availabilitySchema = z.object({
  available: z.boolean(),
  holdId: z.string().optional(),
  heldUntil: instantSchema.optional(),
  price: priceSchema.optional(),
  /** Free times near the wanted one, nearest first; empty when the wanted one is free. */
  alternatives: z.array(z.object({ at: localTimeSchema, startsAt: instantSchema })),
});
export type Availability = z.infer<typeof availabilitySchema>;
