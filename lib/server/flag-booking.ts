import 'server-only';
import { type BookingFlag, overdueFlag } from '@/lib/domain/booking';
import { type BookingRow, findBooking, updateBooking } from '@/lib/store/bookings';
import { insertBrandEvent } from '@/lib/store/brand-events';
import { withOwnerLock } from '@/lib/store/owner';
import { brandEvent } from './brand-event';
import { logger } from './log';
import { runtime } from './runtime';

const EVENT_TYPES = {
  unsettled: 'booking.unsettled',
  mismatch: 'booking.unsettled',
  pending_long: 'booking.pending_long',
} as const satisfies Record<BookingFlag, string>;

/** Tells the brand's staff of a booking that stays open for too long, once. Answers with the row as it is afterwards. */
export async function flagOverdue(row: BookingRow): Promise<BookingRow> {
  const { clock } = await runtime();
  const flag = overdueFlag(row, clock());
  // What staff were told of a mismatch is more than that it is open.
  const isTold = flag === row.flaggedFor || row.flaggedFor === 'mismatch';
  return flag === null || isTold ? row : flagBooking(row, flag);
}

/**
 * Writes that staff are told of a booking, and what they are told, both or neither. The same reason again tells nobody. The
 * event holds no personal details, no code and no voucher.
 */
export async function flagBooking(row: BookingRow, flag: BookingFlag): Promise<BookingRow> {
  const { store, clock } = await runtime();
  const nowMs = clock();
  const event = await brandEvent(row, { type: EVENT_TYPES[flag], data: factsOf(row, flag) }, nowMs);
  return withOwnerLock(store.db, row, async (tx) => {
    const current = await findBooking(tx, row, row.id);
    if (!current || current.flaggedFor === flag || current.status !== row.status) return current ?? row;
    const patch = { flaggedFor: flag, flaggedAt: new Date(nowMs).toISOString() };
    const written = await updateBooking(tx, row.id, [row.status], patch);
    if (!written) return current;
    await insertBrandEvent(tx, row, event);
    logger().warn({ bookingId: row.id, flag }, 'staff told of a booking');
    return written;
  });
}

/** `vendorRequestId` and `orderId` are what the vendor's own support can find it by. */
function factsOf(row: BookingRow, flag: BookingFlag): Record<string, unknown> {
  const { id, status, isCancelling, resourceId, resourceName, hub, at, timeZone, adults, children, createdAt } = row;
  return {
    bookingId: id,
    reason: flag,
    ...{ status, isCancelling, resourceId, resourceName, hub, at, timeZone },
    party: { adults, children },
    createdAt,
    vendorRequestId: isCancelling ? row.cancelRequestId : row.requestId,
    orderId: row.orderId,
  };
}
