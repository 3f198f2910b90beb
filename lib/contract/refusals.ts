import { z } from 'zod';
import { LONGEST_WORDS, REFUSAL_REASONS } from '@/lib/domain/refusal';
import { instantSchema, opaqueIdSchema, resourceIdSchema } from './common';

const refusalReasonSchema = z.enum(REFUSAL_REASONS);

/** Line breaks, but no other control characters and no halves of letters: no database keeps them. */
const writingSchema = z
  .string()
  .trim()
  .regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u);

/** `POST /api/passes/[passId]/refusals`. The place is a booking's, one of the catalogue, or the traveller's own words. */
export const refusalBodySchema = z
  .object({
    bookingId: opaqueIdSchema.optional(),
    resourceId: resourceIdSchema.optional(),
    placeName: writingSchema.min(1).max(120).optional(),
    /** Now unless given. */
    happenedAt: instantSchema.optional(),
    reason: refusalReasonSchema,
    words: writingSchema.max(LONGEST_WORDS).default(''),
  })
  .refine(({ bookingId, resourceId, placeName }) => bookingId ?? resourceId ?? placeName, { path: ['placeName'] });
export type RefusalBody = z.output<typeof refusalBodySchema>;

export const refusalSchema = z.object({
  refusalId: z.string(),
  passId: z.string(),
  bookingId: z.string().nullable(),
  resourceId: z.string().nullable(),
  placeName: z.string(),
  hub: z.string().nullable(),
  terminal: z.string().nullable(),
  happenedAt: instantSchema,
  reason: refusalReasonSchema,
  words: z.string(),
  createdAt: instantSchema,
});
export type RefusalDto = z.infer<typeof refusalSchema>;
