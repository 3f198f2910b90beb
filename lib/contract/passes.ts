import { z } from 'zod';
import { activityEntrySchema } from './activity';
import { instantSchema, moduleSchema, opaqueIdSchema } from './common';

export const offerSchema = z.object({
  offerId: z.string(),
  title: z.string(),
  module: moduleSchema,
  visits: z.number(),
  validDays: z.number(),
  resourceIds: z.array(z.string()),
  maxPerTraveller: z.number(),
  /** How many more of it this traveller may get; null when nobody is signed in. */
  left: z.number().nullable(),
});
export type OfferDto = z.infer<typeof offerSchema>;
export const offerListSchema = z.object({ offers: z.array(offerSchema) });

export const passStatusSchema = z.enum([
  'active',
  'not-yet-active',
  'used-up',
  'expired',
  'cancelled',
  'suspended',
  'pending',
]);

/** Why a pass shows no code; null while it does. */
const passBlockSchema = z
  .enum([...passStatusSchema.exclude(['active']).options, 'booked', 'booking-only', 'not-here'])
  .nullable();

export const passSchema = z.object({
  passId: z.string(),
  kind: z.enum(['e-pass', 'membership']),
  module: moduleSchema,
  title: z.string(),
  status: passStatusSchema,
  holder: z.object({ firstName: z.string(), lastName: z.string() }),
  activatesAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
  visits: z.object({
    total: z.number(),
    /** Without those that staff took back. */
    used: z.number(),
    reserved: z.number(),
    /** Taken back by the place's staff, as far as we have heard. */
    reversed: z.number(),
    left: z.number(),
  }),
  blockedBy: passBlockSchema,
  scope: z.object({ resourceIds: z.array(z.string()) }),
  createdAt: instantSchema,
  /** When the vendor last confirmed what is shown. */
  asOf: instantSchema,
});
export type PassDto = z.infer<typeof passSchema>;
export const passListSchema = z.object({ passes: z.array(passSchema) });

/** One pass, with the code to show at the desk; null when the pass cannot be used now. */
export const passDetailSchema = passSchema.extend({
  code: z.string().nullable(),
  /** What became of its visits, newest first, as far as we have heard; of a long story the newest part. */
  history: z.array(activityEntrySchema),
});
export type PassDetail = z.infer<typeof passDetailSchema>;

export const passCodeSchema = z.object({ code: z.string(), validUntil: instantSchema.nullable() });

export const passParamsSchema = z.object({ passId: opaqueIdSchema });
export const issuePassBodySchema = z.object({ offerId: z.string().min(1).max(100) });
