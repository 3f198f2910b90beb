import 'server-only';
import { z } from 'zod';
import { pageInputSchema } from './envelope';
import { codeSchema, instantSchema, integerSchema, lenient, localTimeSchema, optional, textSchema } from './primitives';

const voucherSchema = z.object({ voucher: textSchema, voucherType: lenient(codeSchema) });

/** Visits one order can take: a larger number is something else, and too large for where it is kept. */
const visitsSchema = integerSchema.pipe(z.int().min(0).max(999));

/** Fields that stand at the top in one message and inside `extra` in another (8.2, 9). */
const movingFields = {
  usedUsages: lenient(visitsSchema),
  resourceId: lenient(textSchema),
  resourceName: lenient(textSchema),
  usageDate: lenient(localTimeSchema),
  prebookingDate: optional(localTimeSchema),
};

const extraSchema = z.object({
  ...movingFields,
  iata: lenient(textSchema),
  transportHubName: lenient(textSchema),
  terminal: lenient(textSchema),
  city: lenient(textSchema),
  vouchersList: lenient(z.array(z.unknown())).transform((rows) =>
    (rows ?? []).flatMap((row) => voucherSchema.safeParse(row).data ?? []),
  ),
});

/** A whole order [doc v1 338669m0] and a row of a list [3p v2]. The personal data in it is never read. */
export const orderSchema = z.object({
  status: codeSchema,
  module: lenient(codeSchema),
  category: lenient(codeSchema),
  ePassId: lenient(textSchema),
  orderId: textSchema,
  orderCreatedDate: instantSchema,
  orderCancelledDate: optional(instantSchema),
  ...movingFields,
  extra: optional(extraSchema),
});
export type WireOrder = z.output<typeof orderSchema>;

/** [doc v1 338669m0]: date, place and counts are carried by the token. */
export const prebookInputSchema = z.object({
  module: z.union([z.literal(1), z.literal(2)]),
  ePassId: z.string().min(1),
  extra: z.object({
    prebookingToken: z.string().min(1),
    prebookingRequiredInfo: z.record(z.string(), z.string()),
  }),
});

/** [inferred]. */
export const orderListInputSchema = pageInputSchema.extend({ ePassId: z.string().min(1) });
export const orderDetailsInputSchema = z.object({ orderId: z.string().min(1) });

/** [3p v2]. */
export const cancelInputSchema = z.object({ orderId: z.string().min(1), status: z.literal(3) });
export const cancelledSchema = z.object({ status: lenient(codeSchema) });
