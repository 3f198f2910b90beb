import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { holdsVisits, nextBookingStatus, orderDifference, overdueFlag } from '@/lib/domain/booking';
import { changesCalendar } from '@/lib/domain/calendar-state';
import { isOfOtherPass, type Order } from '@/lib/domain/order';
import { type BookingPatch, type BookingRow, findBooking, hasOtherBooking, updateBooking } from '@/lib/store/bookings';
import { findPass } from '@/lib/store/passes';
import { flagBooking } from './flag-booking';
import { logger } from './log';
import { rereadPass } from './pass-news';
import { runtime } from './runtime';
import { walletsFollow } from './wallet/follow';

/** Two changes at once are sorted out by reading again; more than a few in a row means something is broken. */
const ATTEMPTS = 3;

/**
 * Writes what the vendor says of a booking's order. News that would move the booking back changes nothing but its age. An
 * order for another place, time or party is not this booking: nothing is believed of it, and staff are told.
 * `asOf` (ISO) is when the vendor was asked. Answers with the row as it is afterwards.
 */
export async function hearOrder(row: BookingRow, order: Order, asOf: string): Promise<BookingRow> {
  const { store } = await runtime();
  const difference = orderDifference(row, order) ?? (await takenBy(row, order));
  if (difference !== null) {
    logger().error({ bookingId: row.id, difference }, 'the order is not what was booked');
    return flagBooking(row, 'mismatch');
  }
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

/** An answer about another pass, or another booking's order, as a vendor that mixes up its answers would give. */
async function takenBy(row: BookingRow, order: Order): Promise<'pass' | 'booking' | null> {
  const { store } = await runtime();
  const pass = await findPass(store.db, row, row.passId);
  if (pass?.vendor && isOfOtherPass(order, pass.vendor.ePassId)) return 'pass';
  if (row.orderId === order.orderId) return null;
  return (await hasOtherBooking(store.db, row.id, order.orderId)) ? 'booking' : null;
}

function patchOf(row: BookingRow, order: Order, asOf: string): BookingPatch {
  const status = nextStatus(row, order);
  const isCancelled = status === 'cancelled';
  const isNews = Date.parse(asOf) >= Date.parse(row.vendorAsOf);
  // An answer that was overtaken by a newer one still counts for what it says has happened, and for nothing else.
  const vouchers = order.vouchers.length > 0 && (isNews || row.vouchers.length === 0) ? order.vouchers : row.vouchers;
  const next = { ...row, status, vouchers, isCancelling: row.isCancelling && holdsVisits(status) };
  const isFlagOver = row.flaggedFor !== null && overdueFlag(next, Date.parse(asOf)) !== row.flaggedFor;
  // Nothing is written that has not changed: the row may have been written meanwhile by somebody who changed something else.
  return {
    status,
    orderId: order.orderId,
    refusal: status === 'refused' ? (row.refusal ?? 'declined') : null,
    ...(isNews && { vendorAsOf: asOf }),
    ...(vouchers !== row.vouchers && { vouchers }),
    ...(order.visits > 0 && isNews && { visitsUsed: order.visits }),
    // A booking that was cancelled, refused or used has nothing left to be cancelled.
    ...(!holdsVisits(status) && { isCancelling: false }),
    ...(isCancelled && { cancelledAt: row.cancelledAt ?? isoOf(order.cancelledAt) ?? asOf }),
    ...(changesCalendar(row, next) && { sequence: row.sequence + 1 }),
    ...(isFlagOver && { flaggedFor: null, flaggedAt: null }),
    // What has just changed is worth looking at again soon.
    ...(status !== row.status && { nextLookAt: null, looks: 0 }),
  };
}

/** That a booking was never made is our own conclusion: an order that turns up after all proves it wrong. */
function nextStatus(row: BookingRow, order: Order): BookingRow['status'] {
  const isConcluded = row.status === 'refused' && row.refusal === 'not_made' && row.orderId === null;
  return nextBookingStatus(isConcluded ? 'checking' : row.status, order.status, row.cancelRequestId !== null);
}

/** The row as it stands by now: somebody else was quicker to write it. The given one when it is gone. */
export async function asItIsNow(row: BookingRow): Promise<BookingRow> {
  const { store } = await runtime();
  return (await findBooking(store.db, row, row.id)) ?? row;
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
    walletsFollow();
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
