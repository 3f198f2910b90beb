import { z } from 'zod';
import { instantSchema, localTimeSchema, moduleSchema } from './common';

/** `reversal`: staff took a use back. `cancellation`: the traveller gave a booking back. Visits returned are negative. */
export const activityEntrySchema = z.object({
  activityId: z.string(),
  kind: z.enum(['visit', 'booking', 'cancellation', 'reversal']),
  passId: z.string(),
  bookingId: z.string().nullable(),
  module: moduleSchema.nullable(),
  resourceId: z.string().nullable(),
  resourceName: z.string().nullable(),
  hubName: z.string().nullable(),
  city: z.string().nullable(),
  visits: z.number(),
  /** When it happened, as an instant. */
  happenedAt: instantSchema,
  /** The same on the place's clock, when the vendor said so. */
  localTime: localTimeSchema.nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

/** `GET /api/activity?cursor=&limit=`. */
export const activityQuerySchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const activitySchema = z.object({
  usages: z.array(activityEntrySchema),
  nextCursor: z.string().nullable(),
  asOf: instantSchema,
});
export type ActivityPage = z.infer<typeof activitySchema>;
