import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { BookingChange } from '@/lib/domain/booking';
import type { BookingRow } from './bookings';
import type { Db } from './db';
import { bookings } from './schema';

/** Writes that a booking is being replaced by a new one. Wants the owner lock, in which it was found to be replaceable. */
export async function beginChange(tx: Db, oldId: string, newId: string): Promise<void> {
  await tx.update(bookings).set({ replacedBy: newId, replacedChange: 'waiting' }).where(eq(bookings.id, oldId));
}

/**
 * Writes how a change ended, on both bookings; null sets the old one free. One that has ended already stays as it is. Wants
 * the owner lock. The new booking as it is afterwards; null when it is gone.
 */
export async function endChange(
  tx: Db,
  row: Pick<BookingRow, 'id' | 'replaces'>,
  change: BookingChange | null,
): Promise<BookingRow | null> {
  const [ended] = await tx
    .update(bookings)
    .set({ change })
    .where(and(eq(bookings.id, row.id), eq(bookings.change, 'waiting')))
    .returning();
  if (ended && row.replaces !== null) {
    await tx
      .update(bookings)
      .set(change === null ? { replacedBy: null, replacedChange: null } : { replacedChange: change })
      .where(and(eq(bookings.id, row.replaces), eq(bookings.replacedBy, row.id)));
  }
  if (ended) return ended;
  const [current] = await tx.select().from(bookings).where(eq(bookings.id, row.id));
  return current ?? null;
}
