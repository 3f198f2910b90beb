import 'server-only';
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { BookingStatus } from '@/lib/domain/booking';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import { bookings } from './schema';

export type BookingRow = typeof bookings.$inferSelect;
export type NewBooking = Omit<typeof bookings.$inferInsert, 'brandId' | 'clientUserId'>;
export type BookingPatch = Partial<
  Pick<
    BookingRow,
    | 'status'
    | 'refusal'
    | 'orderId'
    | 'vouchers'
    | 'visitsUsed'
    | 'cancelRequestId'
    | 'isCancelling'
    | 'cancelAskedAt'
    | 'cancelSentAt'
    | 'cancelledAt'
    | 'vendorAsOf'
    | 'sequence'
    | 'flaggedAt'
    | 'flaggedFor'
    | 'replacedBy'
    | 'change'
    | 'replacedChange'
    | 'nextLookAt'
    | 'looks'
  >
>;

/** Writes a booking, before the vendor is asked for it. Null when its hold, or its id, has made a booking already. */
export async function insertBooking(db: Db, owner: Owner, booking: NewBooking): Promise<BookingRow | null> {
  const { brandId, clientUserId } = owner;
  const [row] = await db
    .insert(bookings)
    .values({ ...booking, brandId, clientUserId })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

export async function findBooking(db: Db, owner: Owner, bookingId: string): Promise<BookingRow | null> {
  const [row] = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), ownedBy(bookings, owner)));
  return row ?? null;
}

/** The booking that a hold has made, if any. */
export async function findBookingOfHold(db: Db, owner: Owner, holdId: string): Promise<BookingRow | null> {
  const [row] = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.holdId, holdId), ownedBy(bookings, owner)));
  return row ?? null;
}

/** Newest first. */
export function listBookings(db: Db, owner: Owner): Promise<BookingRow[]> {
  return db
    .select()
    .from(bookings)
    .where(ownedBy(bookings, owner))
    .orderBy(desc(bookings.createdAt), desc(bookings.id));
}

/** Newest first. The caller has made sure whose pass it is. */
export function listBookingsOfPass(db: Db, passId: string): Promise<BookingRow[]> {
  return db
    .select()
    .from(bookings)
    .where(eq(bookings.passId, passId))
    .orderBy(desc(bookings.createdAt), desc(bookings.id));
}

/** Whether another booking, of whatever traveller, has this order. */
export async function hasOtherBooking(db: Db, bookingId: string, orderId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.orderId, orderId), ne(bookings.id, bookingId)));
  return row !== undefined;
}

/**
 * Changes a booking only while its status is one of `expected`. Null when somebody changed it first (or there is none):
 * read it again and decide anew.
 */
export async function updateBooking(
  db: Db,
  bookingId: string,
  expected: readonly BookingStatus[],
  patch: BookingPatch,
): Promise<BookingRow | null> {
  const [row] = await db
    .update(bookings)
    .set(patch)
    .where(and(eq(bookings.id, bookingId), inArray(bookings.status, [...expected])))
    .returning();
  return row ?? null;
}

/**
 * Takes the turn to send a cancellation once more: of any number of processes that saw it sent at `sentAt`, one is given the
 * row.
 */
export async function takeCancelTurn(
  db: Db,
  bookingId: string,
  sentAt: string | null,
  nowAt: string,
): Promise<BookingRow | null> {
  const isMine = sql`${bookings.cancelSentAt} is not distinct from ${sentAt}::timestamptz`;
  const [row] = await db
    .update(bookings)
    .set({ cancelSentAt: nowAt })
    .where(and(eq(bookings.id, bookingId), eq(bookings.isCancelling, true), isMine))
    .returning();
  return row ?? null;
}

/**
 * Ends a booking that certainly never came about, and gives its hold back for another attempt. The row stays, because another
 * press, or another device, may have been told of it as `checking`. What it was to replace is as before.
 */
export async function withdrawBooking(db: Db, bookingId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx
      .update(bookings)
      .set({ status: 'refused', refusal: 'not_made', holdId: givenBack(bookingId), change: null })
      .where(and(eq(bookings.id, bookingId), eq(bookings.status, 'checking')))
      .returning();
    if (!ended?.replaces) return;
    await tx
      .update(bookings)
      .set({ replacedBy: null, replacedChange: null })
      .where(and(eq(bookings.id, ended.replaces), eq(bookings.replacedBy, bookingId)));
  });
}

/** Whether the booking was withdrawn: its traveller was told so at once, and to try again. */
export function isWithdrawn({ id, holdId }: Pick<BookingRow, 'id' | 'holdId'>): boolean {
  return holdId === givenBack(id);
}

/** What stands in place of a hold that was given back. */
function givenBack(bookingId: string): string {
  return `given back by ${bookingId}`;
}
