import { z } from 'zod';

/** Every error our API can answer with, and its status. The words people read are looked up from the code. */
export const ERROR_STATUS = {
  invalid_request: 400,
  not_signed_in: 401,
  not_entitled: 403,
  not_found: 404,
  already_booked: 409,
  no_availability: 409,
  hold_expired: 409,
  too_late_to_cancel: 409,
  already_cancelled: 409,
  idempotency_conflict: 409,
  rate_limited: 429,
  internal: 500,
  vendor_unexpected: 502,
  vendor_unavailable: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

/** `fields` maps a dotted path in the request (`details.email`) to a message key for that field. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    requestId: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;
