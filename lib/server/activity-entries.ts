import 'server-only';
import { createHash } from 'node:crypto';
import type { ActivityEntry } from '@/lib/contract/activity';
import type { Order } from '@/lib/domain/order';
import { instantOf } from '@/lib/domain/place-time';
import type { BookingRow } from '@/lib/store/bookings';
import { moduleOf } from './dto/pass';

/**
 * What happened with one pass: its bookings as we keep them, and whatever else the vendor's orders tell (walk-ins, and
 * bookings made elsewhere). Newest first.
 */
export function activityEntries(passId: string, bookings: readonly BookingRow[], orders: readonly Order[]) {
  const own = bookings.filter((booking) => booking.passId === passId);
  const attached = new Map(own.flatMap((booking) => (booking.orderId ? [[booking.orderId, booking] as const] : [])));
  const ofBookings = own.flatMap((booking) =>
    bookingEntries(
      booking,
      orders.find((order) => order.orderId === booking.orderId),
    ),
  );
  const ofOrders = orders
    .filter((order) => !attached.has(order.orderId))
    .flatMap((order) => orderEntries(passId, order));
  return [...ofBookings, ...ofOrders].sort(newestFirst);
}

export function newestFirst(a: ActivityEntry, b: ActivityEntry): number {
  if (a.happenedAt !== b.happenedAt) return a.happenedAt < b.happenedAt ? 1 : -1;
  return a.activityId < b.activityId ? 1 : -1;
}

function bookingEntries(row: BookingRow, order: Order | undefined): ActivityEntry[] {
  if (row.status === 'checking' || row.status === 'refused') return [];
  const base = {
    passId: row.passId,
    bookingId: row.id,
    module: moduleOf(row.module),
    resourceId: row.resourceId,
    resourceName: row.resourceName,
    hubName: row.hubName,
    city: row.city,
    localTime: row.at,
  };
  const wasUsed = row.status === 'used' || (order !== undefined && order.usedOn !== null);
  const taken: ActivityEntry = {
    ...base,
    activityId: idOf('taken', row.id),
    kind: wasUsed ? 'visit' : 'booking',
    visits: row.visitsUsed,
    happenedAt: wasUsed ? usedAt(row) : row.createdAt,
  };
  if (row.status !== 'cancelled') return [taken];
  const returned: ActivityEntry = {
    ...base,
    activityId: idOf('returned', row.id),
    kind: wasUsed ? 'reversal' : 'cancellation',
    visits: -row.visitsUsed,
    happenedAt: row.cancelledAt ?? row.vendorAsOf,
  };
  return [returned, taken];
}

/** The booked time, as the vendor's "used on" has no offset; never later than the moment we heard of it. */
function usedAt(row: BookingRow): string {
  const bookedMs = instantOf(row.at, row.timeZone);
  return new Date(Math.min(bookedMs, Date.parse(row.vendorAsOf))).toISOString();
}

function orderEntries(passId: string, order: Order): ActivityEntry[] {
  // An order in a state we have no word for may not have happened; a pending one has not.
  if (order.status === 'unknown' || order.status === 'pending') return [];
  const isWalkIn = order.category === 'walk-in';
  const base = {
    passId,
    bookingId: null,
    module: order.module,
    resourceId: order.resourceId,
    resourceName: order.resourceName,
    hubName: order.place.hubName,
    city: order.place.city,
    localTime: order.usedOn ?? order.at,
  };
  const wasUsed = isWalkIn || order.status === 'used' || order.usedOn !== null;
  const createdAt = new Date(order.createdAt).toISOString();
  const taken: ActivityEntry = {
    ...base,
    activityId: idOf('taken', order.orderId),
    kind: wasUsed ? 'visit' : 'booking',
    visits: order.visits,
    happenedAt: createdAt,
  };
  if (order.status !== 'cancelled') return [taken];
  const returned: ActivityEntry = {
    ...base,
    activityId: idOf('returned', order.orderId),
    kind: wasUsed ? 'reversal' : 'cancellation',
    visits: -order.visits,
    happenedAt: order.cancelledAt ? new Date(order.cancelledAt).toISOString() : createdAt,
  };
  return [returned, taken];
}

/** The vendor's order ids stay here. Of two entries of one moment, what was given back comes after what was taken. */
function idOf(what: 'taken' | 'returned', id: string): string {
  return `${what === 'taken' ? 'a' : 'b'}${createHash('sha256').update(`${what} ${id}`).digest('hex').slice(0, 23)}`;
}
