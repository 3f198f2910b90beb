// Without the server marker: drizzle-kit reads this file outside of a server.
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { BookingChange, BookingFlag } from '@/lib/domain/booking';
import type { CancellationPolicy } from '@/lib/domain/cancellation';
import type { Voucher } from '@/lib/domain/order';
import type { EPass, PassRequest } from '@/lib/domain/pass';
import type { Price } from '@/lib/domain/price';
import type { RefusalReason } from '@/lib/domain/refusal';
import { instant } from './instant';

/**
 * A traveller's E-pass. `vendor` is the pass as the vendor last described it, null until it is issued. Belongs to
 * (brand, client user id): every read names both. An `erased` row only counts towards its offer, under a name that stands
 * for whoever erased it.
 */
export const passes = pgTable(
  'passes',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id').notNull(),
    offerId: text('offer_id').notNull(),
    title: text('title').notNull(),
    module: integer('module').notNull(),
    state: text('state', { enum: ['requested', 'issued', 'refused', 'erased'] }).notNull(),
    /** What the vendor was asked for, word for word, so that a repeat asks for the same. Null once it has answered. */
    request: jsonb('request').$type<PassRequest>(),
    vendor: jsonb('vendor').$type<EPass>(),
    vendorAsOf: instant('vendor_as_of'),
    createdAt: instant('created_at').notNull(),
    /** As of bookings, for a pass that was asked for. */
    nextLookAt: instant('next_look_at'),
    looks: integer('looks').notNull().default(0),
  },
  (table) => [index('passes_owner').on(table.brandId, table.clientUserId)],
);

/** A place kept for a pass until `heldUntil`. The vendor's token never leaves the server. */
export const holds = pgTable(
  'holds',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id').notNull(),
    passId: text('pass_id').notNull(),
    resourceId: text('resource_id').notNull(),
    module: integer('module').notNull(),
    at: text('at').notNull(),
    timeZone: text('time_zone').notNull(),
    adults: integer('adults').notNull(),
    children: integer('children').notNull(),
    prebookingToken: text('prebooking_token').notNull(),
    price: jsonb('price').$type<Price>(),
    heldUntil: instant('held_until').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('holds_pass').on(table.passId)],
);

/**
 * A prebooking. Written with status `checking` before the vendor is called (the journal): `requestId` is the
 * `X-Request-ID` of this intention for ever, `cancelRequestId` that of its cancellation. The personal details a place
 * asked for are never stored: the vendor has them.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id').notNull(),
    passId: text('pass_id').notNull(),
    /** One hold makes at most one booking; one that never reached the vendor gives its hold back. */
    holdId: text('hold_id').notNull(),
    resourceId: text('resource_id').notNull(),
    resourceName: text('resource_name').notNull(),
    module: integer('module').notNull(),
    hub: text('hub'),
    hubName: text('hub_name'),
    city: text('city'),
    terminal: text('terminal'),
    location: text('location'),
    at: text('at').notNull(),
    timeZone: text('time_zone').notNull(),
    adults: integer('adults').notNull(),
    children: integer('children').notNull(),
    holderFirstName: text('holder_first_name').notNull(),
    holderLastName: text('holder_last_name').notNull(),
    status: text('status', {
      enum: ['confirmed', 'pending', 'checking', 'refused', 'cancelled', 'used'],
    }).notNull(),
    refusal: text('refusal'),
    cancellation: jsonb('cancellation').$type<CancellationPolicy>().notNull(),
    requestId: text('request_id').notNull(),
    orderId: text('order_id'),
    vouchers: jsonb('vouchers').$type<Voucher[]>().notNull(),
    visitsUsed: integer('visits_used').notNull(),
    /** The vendor stops holding the place here: after it, a booking it does not know was never made. */
    heldUntil: instant('held_until').notNull(),
    cancelRequestId: text('cancel_request_id'),
    isCancelling: boolean('is_cancelling').notNull().default(false),
    /** When the cancellation was asked for, and when the vendor was last sent it. */
    cancelAskedAt: instant('cancel_asked_at'),
    cancelSentAt: instant('cancel_sent_at'),
    createdAt: instant('created_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    vendorAsOf: instant('vendor_as_of').notNull(),
    /** Counts up with everything that a calendar shows of it (RFC 5545, SEQUENCE). */
    sequence: integer('sequence').notNull().default(0),
    /** When the brand's staff were told about it, and why; null once that is over. */
    flaggedAt: instant('flagged_at'),
    flaggedFor: text('flagged_for').$type<BookingFlag>(),
    /** The booking that this one was made in place of, and the other way round. */
    replaces: text('replaces'),
    replacedBy: text('replaced_by'),
    /** How far its taking the place of another has come, and how far its being replaced has. */
    change: text('change').$type<BookingChange>(),
    replacedChange: text('replaced_change').$type<BookingChange>(),
    /** Not looked at before this by the runner; null is at once. `looks` counts its tries since something last changed. */
    nextLookAt: instant('next_look_at'),
    looks: integer('looks').notNull().default(0),
  },
  (table) => [
    index('bookings_owner').on(table.brandId, table.clientUserId),
    index('bookings_unsettled')
      .on(table.nextLookAt)
      .where(sql`${table.status} in ('checking', 'pending') or ${table.isCancelling} or ${table.change} = 'waiting'`),
    uniqueIndex('bookings_hold').on(table.holdId),
    uniqueIndex('bookings_order').on(table.orderId),
  ],
);

/**
 * A traveller was turned away at a desk, in their own telling. `placeName`, `hub` and `terminal` as they were known then.
 * Takes no visit and changes no booking.
 */
export const doorRefusals = pgTable(
  'door_refusals',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id').notNull(),
    passId: text('pass_id').notNull(),
    bookingId: text('booking_id'),
    resourceId: text('resource_id'),
    placeName: text('place_name').notNull(),
    hub: text('hub'),
    terminal: text('terminal'),
    happenedAt: instant('happened_at').notNull(),
    reason: text('reason').$type<RefusalReason>().notNull(),
    words: text('words').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('door_refusals_owner').on(table.brandId, table.clientUserId)],
);

/**
 * What a brand is to be told, written in the same transaction as what happened. `token` is signed when it is written, so
 * that nothing can change on its way. Goes with its traveller's data, told or not.
 */
export const brandEvents = pgTable(
  'brand_events',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id').notNull(),
    type: text('type').notNull(),
    token: text('token').notNull(),
    createdAt: instant('created_at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [
    index('brand_events_owner').on(table.brandId, table.clientUserId),
    index('brand_events_waiting').on(table.createdAt).where(sql`${table.deliveredAt} is null`),
  ],
);

/**
 * What a write answered, by the browser's `Idempotency-Key`. A row without a status is a write under way. Kept for 24
 * hours. `bodyHash` covers route and body: the same key with another body is refused.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** The thing this write makes, chosen before it is made, so that a repeat after a crash finds it. */
    subjectId: text('subject_id'),
    status: integer('status'),
    body: jsonb('body'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.clientUserId, table.key] })],
);

/** Hand-over tokens already used, until they would have expired anyway. */
export const usedLaunchTokens = pgTable(
  'used_launch_tokens',
  {
    issuer: text('issuer').notNull(),
    jti: text('jti').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.jti] })],
);
