import 'server-only';
import { z } from 'zod';
import { booleanSchema, lenient, localTimeInputSchema, numberSchema, optional, textSchema } from './primitives';

/** [doc v2 338963m0]. */
export const availabilityInputSchema = z.object({
  ePassId: z.string().optional(),
  module: z.int(),
  resourceId: z.string(),
  prebookingDate: localTimeInputSchema,
  adultCount: z.int().min(0),
  childCount: z.int().min(0),
});

/** `validUntil` is in unix seconds; amounts are texts and stay so, to stay exact [doc v2 338963m0]. */
export const availabilitySchema = z.object({
  available: booleanSchema,
  prebookingToken: optional(textSchema),
  validUntil: optional(numberSchema),
  price: lenient(z.object({ currency: textSchema, adultRate: textSchema, childRate: textSchema })),
});
