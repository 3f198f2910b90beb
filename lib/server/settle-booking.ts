import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { Order } from '@/lib/domain/order';
import { type BookingRow, findBooking, listBookingsOfPass, updateBooking } from '@/lib/store/bookings';
import { findPass } from '@/lib/store/passes';
import { hearOrder, rereadOrder, rereadPassOf } from './booking-order';
import { oncePerProcess } from './process-state';
import { runtime } from './runtime';

/** After the vendor has let go of the place, how long a late order is still waited for. */
const LATE_ORDER_MS = 60_000;
/** A cancellation that the vendor does not show this long after it was asked for did not arrive. */
const CANCEL_ARRIVES_MS = 60_000;
/** The vendor's clock and ours may differ by this much. */
const CLOCK_SLACK_MS = 5 * 60_000;

/**
 * Learns what became of a booking or a cancellation with an unknown outcome, by looking it up: nothing is ever sent a
 * second time. Answers with the row as it is afterwards.
 * @throws DragonPassError when the vendor cannot be asked
 */
export function settleBooking(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const running = oncePerProcess('booking-settling', () => new Map<string, Promise<BookingRow>>());
  const current = running.get(row.id) ?? settle(brand, row).finally(() => running.delete(row.id));
  running.set(row.id, current);
  return current;
}

async function settle(brand: Brand, row: BookingRow): Promise<BookingRow> {
  if (row.isCancelling) return settleCancelling(brand, row);
  if (row.status === 'checking' && row.orderId === null) return settleChecking(brand, row);
  return rereadOrder(brand, row);
}

async function settleChecking(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { store, clock, dragonpassFor } = await runtime();
  const client = dragonpassFor(brand);
  const asOf = new Date(clock()).toISOString();
  const pass = await findPass(store.db, row, row.passId);
  if (!pass?.vendor) return row;
  const listed = await client.listOrders({ ePassId: pass.vendor.ePassId });
  const siblings = await listBookingsOfPass(store.db, row.passId);
  let isUnclear = false;
  for (const { orderId } of listed.filter((order) => couldBe(row, siblings, order))) {
    // A row of a list does not carry the booked time.
    const order = await client.getOrder({ orderId });
    // One that does not say what it is about may be this booking: a visit is not written off while it stands.
    isUnclear ||= (order.at === null || order.resourceId === null) && order.status !== 'cancelled';
    if (order.at !== row.at || order.resourceId !== row.resourceId) continue;
    const attached = await hearOrder(row, order, asOf);
    await rereadPassOf(brand, attached);
    return attached;
  }
  const isOver = clock() > Date.parse(row.heldUntil) + LATE_ORDER_MS;
  return isOver && !isUnclear ? refuse(row, asOf) : row;
}

/** An order of that pass, at that place as far as it says, that none of our bookings is about yet. */
function couldBe(row: BookingRow, siblings: readonly BookingRow[], order: Order): boolean {
  const isOurs = siblings.some((booking) => booking.orderId === order.orderId);
  const isLater = Date.parse(order.createdAt) >= Date.parse(row.createdAt) - CLOCK_SLACK_MS;
  const isThere = order.resourceId === row.resourceId || order.resourceId === null;
  return order.category !== 'walk-in' && isThere && isLater && !isOurs;
}

/** The place is no longer held, and the vendor knows of no booking: it was never made. */
async function refuse(row: BookingRow, asOf: string): Promise<BookingRow> {
  const { store } = await runtime();
  const patch = { status: 'refused', refusal: 'not_made', vendorAsOf: asOf } as const;
  const written = await updateBooking(store.db, row.id, ['checking'], patch);
  return written ?? (await findBooking(store.db, row, row.id)) ?? row;
}

async function settleCancelling(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { store, clock } = await runtime();
  const askedMs = Date.parse(row.cancelAskedAt ?? row.createdAt);
  const isSettled = clock() > askedMs + CANCEL_ARRIVES_MS;
  const heard = await rereadOrder(brand, row);
  if (!heard.isCancelling || !isSettled) return heard;
  // Read after all that time, the order still stands: the traveller may try again.
  return (await updateBooking(store.db, row.id, [heard.status], { isCancelling: false })) ?? heard;
}
