import { z } from 'zod';
import { instantSchema, localTimeSchema, moduleSchema, opaqueIdSchema, partySchema } from './common';

export const bookingStatusSchema = z.enum(['confirmed', 'pending', 'checking', 'refused', 'cancelled', 'used']);

export const bookingSchema = z.object({
  bookingId: z.string(),
  status: bookingStatusSchema,
  /** Set while we ask the vendor whether a cancellation took effect; the booking still stands until it did. */
  isCancelling: z.boolean(),
  /** Why a refused booking was refused, as an error code; null otherwise. */
  refusal: z.string().nullable(),
  passId: z.string(),
  resourceId: z.string(),
  resourceName: z.string(),
  module: moduleSchema,
  hub: z.string().nullable(),
  hubName: z.string().nullable(),
  city: z.string().nullable(),
  terminal: z.string().nullable(),
  location: z.string().nullable(),
  /** The place's clock. */
  at: localTimeSchema,
  /** The same moment as an instant with the place's offset. */
  startsAt: instantSchema,
  timeZone: z.string(),
  party: partySchema,
  visitsUsed: z.number(),
  /** Empty unless the booking can be used. */
  vouchers: z.array(z.object({ code: z.string(), kind: z.enum(['qr', 'barcode', 'text']) })),
  holder: z.object({ firstName: z.string(), lastName: z.string() }),
  cancellation: z.object({
    kind: z.enum(['free-until', 'never', 'unknown']),
    until: instantSchema.nullable(),
    /** What the server would say to a cancellation now. */
    allowed: z.enum(['allowed', 'too-late', 'never', 'ask-vendor']),
  }),
  createdAt: instantSchema,
  cancelledAt: instantSchema.nullable(),
  /** When the vendor was last asked about it. */
  asOf: instantSchema,
  /** Counts up with everything that a calendar shows of it. */
  sequence: z.int().min(0),
  /** Since when the brand's staff know that nobody can tell what became of it, or that it waits too long; null otherwise. */
  flaggedAt: instantSchema.nullable(),
  /** The booking this one was made in place of. */
  replaces: z.string().nullable(),
  /** The booking that was made in place of this one; null again when that one was refused. */
  replacedBy: z.string().nullable(),
  /**
   * Of a change, on both bookings: the old one stands until the new one is sure (`waiting`), was given back (`done`), or
   * could not be given back, so that both stand (`both-stand`). Null without a change, or when the new one was refused.
   */
  change: z.enum(['waiting', 'done', 'both-stand']).nullable(),
  /** When a cancellation was last asked for that came to nothing: the booking stands. */
  cancelFailedAt: instantSchema.nullable(),
});
export type BookingDto = z.infer<typeof bookingSchema>;
export const bookingListSchema = z.object({ bookings: z.array(bookingSchema) });

/** What a cancellation answers: also the visits of the pass, read after it; null while nobody knows, or when that failed. */
export const cancelledBookingSchema = bookingSchema.extend({
  passVisits: z.object({ total: z.number(), left: z.number() }).nullable(),
});
export type CancelledBookingDto = z.infer<typeof cancelledBookingSchema>;

export const bookingParamsSchema = z.object({ bookingId: opaqueIdSchema });

/** What a place may ask for, by the vendor's names, and unknown codes under the place's own. Checked against the place. */
export const bookingDetailsSchema = z.record(z.string().max(60), z.string().max(200));
export const prebookBodySchema = z.object({
  holdId: opaqueIdSchema,
  details: bookingDetailsSchema,
  /** The traveller's booking that this one takes the place of: it is cancelled once this one is confirmed. */
  replaces: opaqueIdSchema.optional(),
});
export type PrebookBody = z.infer<typeof prebookBodySchema>;
