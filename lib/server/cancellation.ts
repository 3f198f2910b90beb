import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Brand } from '@/lib/brand/schema';
import { changesCalendar } from '@/lib/domain/calendar-state';
import { judgeCancellation } from '@/lib/domain/cancellation';
import { type BookingRow, findBooking, takeCancelTurn, updateBooking } from '@/lib/store/bookings';
import { firstLookAt } from '@/lib/store/looks';
import { type Owner, withOwnerLock } from '@/lib/store/owner';
import { asItIsNow, rereadOrder, rereadPassOf } from './booking-order';
import { within } from './bounded';
import { AppError } from './errors';
import { isDragonPassError, toAppError } from './errors-vendor';
import { logger } from './log';
import { runtime } from './runtime';
import { walletsFollow } from './wallet/follow';

/** How long to look at the order at once when the vendor's answer was lost, or was a refusal. */
const LOOK_MS = 3_000;
/** A cancellation that the vendor does not show this long after it was sent did not arrive. */
const ARRIVES_MS = 60_000;
/** How long a booking whose outcome is unknown takes to settle, roughly. */
const CHECKING_RETRY_SECONDS = 15;

/** `refused`: the vendor said no. `not-sent`: certainly nothing happened. `row` is the booking as it is afterwards. */
export type Cancelled = { row: BookingRow; error: null } | { row: BookingRow; error: AppError; isRefused: boolean };

/**
 * Writes that a cancellation is under way before the vendor is asked. Judged by the server's clock. Of any number of
 * requests at once, one is told that it is its to send.
 * @throws AppError `not_found`, `already_cancelled`, `too_late_to_cancel`; `vendor_unavailable` while it is being checked
 *   whether there is anything to cancel
 */
export async function journalCancellation(
  owner: Owner,
  bookingId: string,
): Promise<{ row: BookingRow; isMine: boolean }> {
  const { store, clock } = await runtime();
  return withOwnerLock(store.db, owner, async (tx) => {
    const row = await findBooking(tx, owner, bookingId);
    if (!row) throw new AppError('not_found');
    if (row.isCancelling) return { row, isMine: false };
    const nowMs = clock();
    requireCancellable(row, nowMs);
    const now = new Date(nowMs).toISOString();
    const written = await updateBooking(tx, bookingId, [row.status], {
      isCancelling: true,
      cancelRequestId: row.cancelRequestId ?? randomUUID(),
      cancelAskedAt: now,
      cancelSentAt: now,
      nextLookAt: firstLookAt(nowMs),
      looks: 0,
    });
    return written ? { row: written, isMine: true } : { row, isMine: false };
  });
}

/** @throws AppError as above */
export function requireCancellable(row: BookingRow, nowMs: number): void {
  if (row.status === 'cancelled' || row.status === 'refused') throw new AppError('already_cancelled');
  if (row.status === 'used') throw new AppError('too_late_to_cancel');
  const answer = judgeCancellation(row.cancellation, row.at, row.timeZone, nowMs);
  if (answer === 'too-late' || answer === 'never') throw new AppError('too_late_to_cancel');
  if (row.orderId === null || row.status === 'checking') {
    throw new AppError('vendor_unavailable', { retryAfterSeconds: CHECKING_RETRY_SECONDS });
  }
}

/** Sends a journalled cancellation. It may be sent again under its id: an order has one end, and no way back from it. */
export async function sendCancellation(brand: Brand, row: BookingRow): Promise<Cancelled> {
  const { dragonpassFor } = await runtime();
  const { orderId, cancelRequestId } = row;
  if (orderId === null || cancelRequestId === null) return { row, error: null };
  try {
    await dragonpassFor(brand).cancelOrder({ orderId, requestId: cancelRequestId });
  } catch (error) {
    if (!isDragonPassError(error)) throw error;
    if (error.outcomeUnknown) return { row: (await lookNow(brand, row)) ?? row, error: null };
    if (error.kind !== 'rejected') return { row, error: toAppError(error), isRefused: false };
    if (error.reason !== 'already-cancelled') return refused(brand, row, toAppError(error));
  }
  return { row: await close(brand, row), error: null };
}

/**
 * The booking stands. An intention that certainly had no effect is over, and the next one gets a request id of its own; one
 * that `mayArrive` yet keeps its id.
 */
export async function reopen(row: BookingRow, { mayArrive = false } = {}): Promise<BookingRow> {
  const { store } = await runtime();
  const written = await updateBooking(store.db, row.id, ['confirmed', 'pending', 'used'], {
    isCancelling: false,
    flaggedFor: null,
    flaggedAt: null,
    nextLookAt: null,
    looks: 0,
    ...(!mayArrive && { cancelRequestId: null }),
  });
  return written ?? asItIsNow(row);
}

/**
 * Learns what became of a cancellation with an unknown outcome. One that did not arrive is sent again, once in a while, as
 * long as there is time; afterwards the booking stands.
 * @throws DragonPassError when the vendor cannot be asked
 */
export async function settleCancellation(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { store, clock } = await runtime();
  const heard = await rereadOrder(brand, row);
  const nowMs = clock();
  const sentMs = Date.parse(heard.cancelSentAt ?? heard.cancelAskedAt ?? heard.createdAt);
  if (!heard.isCancelling || nowMs <= sentMs + ARRIVES_MS) return heard;
  const answer = judgeCancellation(heard.cancellation, heard.at, heard.timeZone, nowMs);
  if (answer === 'too-late' || answer === 'never') return reopen(heard, { mayArrive: true });
  const mine = await takeCancelTurn(store.db, heard.id, heard.cancelSentAt, new Date(nowMs).toISOString());
  if (!mine) return asItIsNow(heard);
  const sent = await sendCancellation(brand, mine);
  return sent.error && sent.isRefused ? reopen(sent.row) : sent.row;
}

/** Why it was refused is for the order to say: it may have been used, or cancelled elsewhere, meanwhile. */
async function refused(brand: Brand, row: BookingRow, error: AppError): Promise<Cancelled> {
  const heard = (await lookNow(brand, row)) ?? row;
  if (heard.status === 'cancelled') return { row: heard, error: null };
  return { row: heard, error: heard.status === 'used' ? new AppError('too_late_to_cancel') : error, isRefused: true };
}

async function lookNow(brand: Brand, row: BookingRow): Promise<BookingRow | null> {
  const note = (error: unknown) => logger().warn({ err: error, bookingId: row.id }, 'cancellation not settled');
  return within(rereadOrder(brand, row), LOOK_MS, note);
}

/** Cancelled, with its visits read afresh. */
async function close(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { store, clock } = await runtime();
  const now = new Date(clock()).toISOString();
  const written = await updateBooking(store.db, row.id, ['confirmed', 'pending', 'used'], {
    status: 'cancelled',
    isCancelling: false,
    cancelledAt: now,
    vendorAsOf: now,
    flaggedFor: null,
    flaggedAt: null,
    ...(changesCalendar(row, { ...row, status: 'cancelled' }) && { sequence: row.sequence + 1 }),
  });
  await rereadPassOf(brand, row);
  walletsFollow();
  return written ?? asItIsNow(row);
}
