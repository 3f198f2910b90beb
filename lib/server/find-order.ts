import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { orderDifference } from '@/lib/domain/booking';
import { isOfOtherPass, type Order } from '@/lib/domain/order';
import { type BookingRow, listBookingsOfPass } from '@/lib/store/bookings';
import { findPass } from '@/lib/store/passes';
import { runtime } from './runtime';

/** The vendor's clock and ours may differ by this much. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** `unclear`: there is an order that may be the one, or that nobody can account for. */
export type Found = { kind: 'found'; order: Order } | { kind: 'absent' } | { kind: 'unclear' };

/**
 * Looks for the order of a booking among all orders of its pass. It is absent only if the whole list was read and every order
 * since the booking was asked for is known to be another's.
 * @throws DragonPassError when the vendor cannot be asked, or its list cannot be trusted to be whole
 */
export async function findOrder(brand: Brand, row: BookingRow): Promise<Found> {
  const { store, dragonpassFor } = await runtime();
  const client = dragonpassFor(brand);
  const pass = await findPass(store.db, row, row.passId);
  if (!pass?.vendor) return { kind: 'unclear' };
  const listed = await client.listOrders({ ePassId: pass.vendor.ePassId, isProof: true });
  const siblings = await listBookingsOfPass(store.db, row.passId);
  let isUnclear = false;
  for (const { orderId } of listed.filter((order) => isUnaccounted(row, siblings, order)).sort(openFirst)) {
    // A row of a list does not carry the booked time.
    const order = await client.getOrder({ orderId });
    const doesNotSay = order.at === null || order.resourceId === null;
    const isOthers = isOfOtherPass(order, pass.vendor.ePassId);
    if (!doesNotSay && !isOthers && orderDifference(row, order) === null) return { kind: 'found', order };
    // Of another booking that nobody has heard of, or of this one, misread: a visit is not written off while it stands.
    isUnclear ||= order.status !== 'cancelled';
  }
  return { kind: isUnclear ? 'unclear' : 'absent' };
}

/** An order of that pass since the booking was asked for that none of our bookings is about yet. */
function isUnaccounted(row: BookingRow, siblings: readonly BookingRow[], order: Order): boolean {
  const isOurs = siblings.some((booking) => booking.orderId === order.orderId);
  const isLater = Date.parse(order.createdAt) >= Date.parse(row.createdAt) - CLOCK_SLACK_MS;
  return order.category !== 'walk-in' && isLater && !isOurs;
}

/** One that stands is rather the booking than one that was given back. */
function openFirst(a: Order, b: Order): number {
  return Number(a.status === 'cancelled') - Number(b.status === 'cancelled');
}
