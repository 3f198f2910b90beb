import 'server-only';
import { and, asc, desc, eq, inArray, notInArray, or } from 'drizzle-orm';
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
    | 'cancelledAt'
    | 'vendorAsOf'
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
 * Bookings of these brands whose outcome, or whose cancellation's outcome, is not known yet, but for those in `except`; the
 * one looked at longest ago first.
 */
export function listUnsettledBookings(
  db: Db,
  limit: number,
  { brandIds, except }: { brandIds: readonly string[]; except: readonly string[] },
): Promise<BookingRow[]> {
  const isOpen = or(inArray(bookings.status, ['checking', 'pending']), eq(bookings.isCancelling, true));
  return db
    .select()
    .from(bookings)
    .where(and(isOpen, inArray(bookings.brandId, [...brandIds]), notInArray(bookings.id, [...except])))
    .orderBy(asc(bookings.vendorAsOf), asc(bookings.id))
    .limit(limit);
}

/** Forgets a booking that the vendor was asked for and certainly did not make, so that its hold may be used again. */
export async function withdrawBooking(db: Db, bookingId: string): Promise<void> {
  await db.delete(bookings).where(and(eq(bookings.id, bookingId), eq(bookings.status, 'checking')));
}
