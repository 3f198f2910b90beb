import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { nextBookingStatus } from '@/lib/domain/booking';
import type { Order } from '@/lib/domain/order';
import { type BookingPatch, type BookingRow, findBooking, updateBooking } from '@/lib/store/bookings';
import { findPass } from '@/lib/store/passes';
import { logger } from './log';
import { rereadPass } from './pass-news';
import { runtime } from './runtime';
import { voidInWallets } from './wallet/void';

/** Two changes at once are sorted out by reading again; more than a few in a row means something is broken. */
const ATTEMPTS = 3;

/**
 * Writes what the vendor says of a booking's order. News that would move the booking back changes nothing but its age.
 * `asOf` (ISO) is when the vendor was asked. Answers with the row as it is afterwards.
 */
export async function hearOrder(row: BookingRow, order: Order, asOf: string): Promise<BookingRow> {
  const { store } = await runtime();
  let current = row;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const written = await updateBooking(store.db, row.id, [current.status], patchOf(current, order, asOf));
    if (written) return written;
    const again = await findBooking(store.db, row, row.id);
    if (!again) break;
    current = again;
  }
  return current;
}

function patchOf(row: BookingRow, order: Order, asOf: string): BookingPatch {
  const status = nextBookingStatus(row.status, order.status);
  const isCancelled = status === 'cancelled';
  return {
    status,
    orderId: order.orderId,
    vendorAsOf: asOf,
    ...(order.vouchers.length > 0 && { vouchers: order.vouchers }),
    ...(order.visits > 0 && { visitsUsed: order.visits }),
    // A booking that was cancelled or used has nothing left to be cancelled.
    ...((isCancelled || status === 'used') && { isCancelling: false }),
    ...(isCancelled && { cancelledAt: row.cancelledAt ?? isoOf(order.cancelledAt) ?? asOf }),
  };
}

/** Reads the booking's order again. @throws DragonPassError */
export async function rereadOrder(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { clock, dragonpassFor } = await runtime();
  if (row.orderId === null) return row;
  const asOf = new Date(clock()).toISOString();
  const order = await dragonpassFor(brand).getOrder({ orderId: row.orderId });
  const heard = await hearOrder(row, order, asOf);
  if (heard.status !== row.status) {
    await rereadPassOf(brand, heard);
    const isOver = heard.status === 'cancelled' || heard.status === 'used';
    if (isOver) void voidInWallets(brand, heard.id, heard.vouchers.length);
  }
  return heard;
}

/** Visits were taken or given back: the pass is read again. A failure leaves the pass as it was last described. */
export async function rereadPassOf(brand: Brand, row: BookingRow): Promise<void> {
  const { store } = await runtime();
  const pass = await findPass(store.db, row, row.passId);
  if (pass) await rereadPass(brand, pass);
  else logger().error({ bookingId: row.id }, 'the pass of a booking is missing');
}

function isoOf(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
