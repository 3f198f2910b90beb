import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { type BookingRow, updateBooking } from '@/lib/store/bookings';
import { asItIsNow, hearOrder, rereadOrder, rereadPassOf } from './booking-order';
import { settleCancellation } from './cancellation';
import { settleChange } from './change-booking';
import { findOrder } from './find-order';
import { flagOverdue } from './flag-booking';
import { logger } from './log';
import { oncePerProcess } from './process-state';
import { runtime } from './runtime';

/** After the vendor has let go of the place, how long a late order is still waited for. */
const LATE_ORDER_MS = 60_000;

/**
 * Learns what became of a booking, a cancellation or a change with an unknown outcome, by looking it up: no booking is ever
 * sent a second time. Staff are told of what stays open for too long. Answers with the row as it is afterwards.
 * @throws DragonPassError when the vendor cannot be asked
 */
export function settleBooking(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const running = oncePerProcess('booking-settling', () => new Map<string, Promise<BookingRow>>());
  const current = running.get(row.id) ?? settle(brand, row).finally(() => running.delete(row.id));
  running.set(row.id, current);
  return current;
}

async function settle(brand: Brand, row: BookingRow): Promise<BookingRow> {
  try {
    const heard = await settleChange(brand, await lookUp(brand, row));
    return await flagged(heard);
  } catch (error) {
    // That the vendor cannot be asked is why staff have to know.
    await flagged(row);
    throw error;
  }
}

async function flagged(row: BookingRow): Promise<BookingRow> {
  try {
    return await flagOverdue(row);
  } catch (error) {
    logger().error({ err: error, bookingId: row.id }, 'staff could not be told of a booking');
    return row;
  }
}

async function lookUp(brand: Brand, row: BookingRow): Promise<BookingRow> {
  if (row.isCancelling) return settleCancellation(brand, row);
  if (row.status === 'refused') return row;
  if (row.status === 'checking' && row.orderId === null) return settleChecking(brand, row);
  // What is waited for is the other booking's end.
  const isOnlyChanging = row.change === 'waiting' && row.status !== 'pending' && row.status !== 'checking';
  return isOnlyChanging ? row : rereadOrder(brand, row);
}

async function settleChecking(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { store, clock } = await runtime();
  const asOf = new Date(clock()).toISOString();
  const found = await findOrder(brand, row);
  if (found.kind === 'found') {
    const heard = await hearOrder(row, found.order, asOf);
    await rereadPassOf(brand, heard);
    return heard;
  }
  // A refusal that could not be told from one of a call that arrived twice is true when there is no order.
  const isOver = row.refusal !== null || clock() > Date.parse(row.heldUntil) + LATE_ORDER_MS;
  if (isOver && found.kind === 'absent') return refuse(brand, row, asOf);
  return (await updateBooking(store.db, row.id, ['checking'], { vendorAsOf: asOf })) ?? asItIsNow(row);
}

/** The place is no longer held, or was refused, and the vendor knows of no booking: it was never made. */
async function refuse(brand: Brand, row: BookingRow, asOf: string): Promise<BookingRow> {
  const { store } = await runtime();
  const written = await updateBooking(store.db, row.id, ['checking'], {
    status: 'refused',
    refusal: row.refusal ?? 'not_made',
    vendorAsOf: asOf,
    flaggedAt: null,
    flaggedFor: null,
  });
  if (written) await rereadPassOf(brand, written);
  return written ?? asItIsNow(row);
}
