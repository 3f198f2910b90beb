import 'server-only';
import { z } from 'zod';
import { MODULES } from '@/lib/domain/module';
import {
  codeSchema,
  instantInputSchema,
  instantSchema,
  integerSchema,
  lenient,
  optional,
  textSchema,
} from './primitives';

const moduleSchema = integerSchema.pipe(z.union(MODULES.map((module) => z.literal(module))));

/** The scope's key is `resourceId` in v1 and `resourceIds` in v2 [doc both 338667m0]; either is read. */
const scopeSchema = lenient(
  z.object({ resourceId: lenient(z.array(textSchema)), resourceIds: lenient(z.array(textSchema)) }),
).transform((scope) => scope?.resourceIds ?? scope?.resourceId ?? []);

/** Whole sample [doc v1 338667m0]; `activationDate` in v2 only [doc v2 338667m0]. */
export const ePassSchema = z.object({
  status: codeSchema,
  module: moduleSchema,
  clientUserId: lenient(textSchema),
  orderId: textSchema,
  orderCancelledDate: optional(instantSchema),
  extra: z.object({
    ePassId: textSchema,
    clientUserId: lenient(textSchema),
    firstName: textSchema,
    lastName: textSchema,
    activationDate: optional(instantSchema),
    expirationDate: instantSchema,
    availableUsages: integerSchema,
    usedUsages: integerSchema,
    allowedResources: scopeSchema,
  }),
});
export type WireEPass = z.output<typeof ePassSchema>;

/** [doc v1 338667m0]. */
export const issueInputSchema = z.object({
  module: z.int(),
  clientUserId: z.string().min(1),
  extra: z.object({
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    expirationDate: instantInputSchema,
    availableUsages: z.int().min(1),
    /** One of the two, by version. */
    allowedResources: z.object({
      resourceId: z.array(z.string()).optional(),
      resourceIds: z.array(z.string()).optional(),
    }),
  }),
});

/** By E-pass id or by order id [doc v1 338667m0]. */
export const ePassSearchInputSchema = z.union([
  z.strictObject({ ePassId: z.string().min(1) }),
  z.strictObject({ orderId: z.string().min(1) }),
]);
