import { z } from 'zod';

/** What the sandbox remembers. Instants are ISO strings in UTC; `at` is the local time of the place, in minutes, without an offset. */

export const partySchema = z.object({ adults: z.number().int().min(0), children: z.number().int().min(0) });
export type Party = z.infer<typeof partySchema>;

export const passRecordSchema = z.object({
  ePassId: z.string(),
  orderId: z.string(),
  programId: z.string(),
  clientUserId: z.string(),
  module: z.number().int(),
  firstName: z.string(),
  lastName: z.string(),
  createdAt: z.string(),
  activatesAt: z.string(),
  expiresAt: z.string(),
  /** In all, as granted; what is left is this less `usedUsages`. */
  availableUsages: z.number().int(),
  usedUsages: z.number().int(),
  allowedResources: z.array(z.string()),
  cancelledAt: z.string().nullable(),
});
export type PassRecord = z.infer<typeof passRecordSchema>;

export const entitlementSchema = z.object({
  module: z.number().int(),
  cardholder: z.number().int(),
  guests: z.number().int(),
  shared: z.number().int(),
  allowedGuestsPerUsage: z.number().int(),
});
export type Entitlement = z.infer<typeof entitlementSchema>;

export const membershipRecordSchema = z.object({
  membershipId: z.string(),
  programId: z.string(),
  clientUserId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** 0 pending activation, 1 active, 2 suspended, 3 cancelled; 9 expired is worked out from `expiresAt`. */
  status: z.number().int(),
  registeredAt: z.string(),
  activatesAt: z.string(),
  expiresAt: z.string(),
  entitlements: z.array(entitlementSchema),
});
export type MembershipRecord = z.infer<typeof membershipRecordSchema>;

export const voucherRecordSchema = z.object({ voucher: z.string(), redeemedAt: z.string().nullable() });

/** Usages an order took from a membership, by the pot they came from, so that they go back to the same pots. */
export const takenSchema = z.object({
  cardholder: z.number().int(),
  guests: z.number().int(),
  shared: z.number().int(),
});
export type Taken = z.infer<typeof takenSchema>;

export const orderRecordSchema = z.object({
  orderId: z.string(),
  programId: z.string(),
  clientUserId: z.string(),
  ePassId: z.string().nullable(),
  membershipId: z.string().nullable(),
  module: z.number().int(),
  /** 1 walk-in, 2 prebooking. */
  category: z.number().int(),
  /** 0 pending, 1 confirmed, 2 used, 3 cancelled. */
  status: z.number().int(),
  resourceId: z.string(),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  at: z.string().nullable(),
  usedAtLocal: z.string().nullable(),
  party: partySchema,
  usedUsages: z.number().int(),
  taken: takenSchema.nullable(),
  vouchers: z.array(voucherRecordSchema),
  requiredInfo: z.record(z.string(), z.string().nullable()),
});
export type OrderRecord = z.infer<typeof orderRecordSchema>;

export const holdRecordSchema = z.object({
  token: z.string(),
  programId: z.string(),
  /** The pass or membership the place is kept for; null when the question was for information only and nothing is kept. */
  holderId: z.string().nullable(),
  module: z.number().int(),
  resourceId: z.string(),
  at: z.string(),
  party: partySchema,
  validUntilMs: z.number(),
});
export type HoldRecord = z.infer<typeof holdRecordSchema>;

/** An answer kept for 24 hours, to be given again to the same request id. */
export const replyRecordSchema = z.object({
  key: z.string(),
  fingerprint: z.string(),
  status: z.number().int(),
  body: z.unknown(),
  keptUntilMs: z.number(),
});
export type ReplyRecord = z.infer<typeof replyRecordSchema>;

export const qrCodeRecordSchema = z.object({ code: z.string(), membershipId: z.string(), validUntilMs: z.number() });

/** One write: puts a record into a collection, or removes it when `value` is null. */
export interface Change {
  readonly in: CollectionName;
  readonly key: string;
  readonly value: unknown;
}

export const COLLECTIONS = {
  /** `program|clientUserId` to the name that is bound to it. */
  names: z.object({ firstName: z.string(), lastName: z.string() }),
  passes: passRecordSchema,
  memberships: membershipRecordSchema,
  orders: orderRecordSchema,
  holds: holdRecordSchema,
  replies: replyRecordSchema,
  qrCodes: qrCodeRecordSchema,
  /** Changes made to a resource through the control interface, kept as they came. */
  patches: z.object({ patch: z.unknown(), updatedAt: z.string() }),
  /** `resource|at` to a capacity set through the control interface. */
  slots: z.object({ capacity: z.number().int() }),
  settings: z.object({ number: z.number() }),
} as const;

export type CollectionName = keyof typeof COLLECTIONS;
export type RecordOf<Name extends CollectionName> = z.infer<(typeof COLLECTIONS)[Name]>;
