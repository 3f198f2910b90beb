import 'server-only';
import { randomUUID } from 'node:crypto';
import type { BookingDto } from '@/lib/contract/bookings';
import { judgeCancellation } from '@/lib/domain/cancellation';
import { type BookingRow, findBooking, updateBooking } from '@/lib/store/bookings';
import { withOwnerLock } from '@/lib/store/owner';
import { Answer } from './answer';
import { rereadOrder, rereadPassOf } from './booking-order';
import { freshBooking, ownBooking } from './bookings';
import { within } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { bookingDto } from './dto/booking';
import { AppError } from './errors';
import { isDragonPassError, toAppError } from './errors-vendor';
import { logger } from './log';
import { runtime } from './runtime';
import { voidInWallets } from './wallet/void';

/** How long to look at the order at once when the vendor's answer was lost. */
const LOOK_MS = 3_000;
/** How long a booking whose outcome is unknown takes to settle, roughly. */
const CHECKING_RETRY_SECONDS = 15;

/**
 * Gives a booking back. The booking as it is afterwards; 202, `isCancelling`, while nobody knows whether the vendor took
 * it back. Of two requests at once, one asks the vendor.
 * @throws AppError `not_found`, `already_cancelled`, `too_late_to_cancel`, `vendor_unavailable` (nothing was changed, or
 *   the booking itself is still being checked)
 */
export async function cancelBooking(caller: Caller, bookingId: string): Promise<Answer<BookingDto>> {
  const current = await freshBooking(caller.brand, await ownBooking(caller, bookingId));
  if (current.isCancelling) return answerFor(current);
  const { row, isMine } = await journalCancellation(caller, bookingId);
  return isMine && row.orderId !== null ? send(caller, row, row.orderId) : answerFor(row);
}

/** The booking as it is, for a repeat of a cancellation that never answered. */
export async function cancelledBooking(caller: Caller, bookingId: string): Promise<Answer<BookingDto>> {
  return answerFor(await freshBooking(caller.brand, await ownBooking(caller, bookingId)));
}

/** Writes that a cancellation is under way before the vendor is asked. Judged by the server's clock. */
async function journalCancellation(caller: Caller, bookingId: string): Promise<{ row: BookingRow; isMine: boolean }> {
  const { store, clock } = await runtime();
  const owner = ownerOf(requireSession(caller));
  return withOwnerLock(store.db, owner, async (tx) => {
    const row = await findBooking(tx, owner, bookingId);
    if (!row) throw new AppError('not_found');
    if (row.isCancelling) return { row, isMine: false };
    requireCancellable(row, clock());
    const cancelRequestId = row.cancelRequestId ?? randomUUID();
    const patch = { isCancelling: true, cancelRequestId, cancelAskedAt: new Date(clock()).toISOString() };
    const written = await updateBooking(tx, bookingId, [row.status], patch);
    return written ? { row: written, isMine: true } : { row, isMine: false };
  });
}

function requireCancellable(row: BookingRow, nowMs: number): void {
  if (row.status === 'cancelled' || row.status === 'refused') throw new AppError('already_cancelled');
  if (row.status === 'used') throw new AppError('too_late_to_cancel');
  const answer = judgeCancellation(row.cancellation, row.at, row.timeZone, nowMs);
  if (answer === 'too-late' || answer === 'never') throw new AppError('too_late_to_cancel');
  if (row.status === 'checking') {
    throw new AppError('vendor_unavailable', { retryAfterSeconds: CHECKING_RETRY_SECONDS });
  }
}

async function send(caller: Caller, row: BookingRow, orderId: string): Promise<Answer<BookingDto>> {
  const { dragonpassFor } = await runtime();
  try {
    const requestId = row.cancelRequestId ?? randomUUID();
    await dragonpassFor(caller.brand).cancelOrder({ orderId, requestId });
  } catch (error) {
    if (!isDragonPassError(error)) throw error;
    if (error.outcomeUnknown) return answerFor(await lookNow(caller, row));
    if (error.reason !== 'already-cancelled') {
      await reopen(row, error.kind === 'rejected');
      throw toAppError(error);
    }
  }
  return answerFor(await close(caller, row));
}

/** The answer was lost: the order itself says whether the cancellation took effect. */
async function lookNow(caller: Caller, row: BookingRow): Promise<BookingRow> {
  const note = (error: unknown) => logger().warn({ err: error, bookingId: row.id }, 'cancellation not settled');
  return (await within(rereadOrder(caller.brand, row), LOOK_MS, note)) ?? row;
}

async function close(caller: Caller, row: BookingRow): Promise<BookingRow> {
  const { store, clock } = await runtime();
  const now = new Date(clock()).toISOString();
  const patch = { status: 'cancelled', isCancelling: false, cancelledAt: now, vendorAsOf: now } as const;
  const written = await updateBooking(store.db, row.id, ['confirmed', 'pending', 'used'], patch);
  await rereadPassOf(caller.brand, row);
  void voidInWallets(caller.brand, row.id, row.vouchers.length);
  return written ?? ownBooking(caller, row.id);
}

/** The booking stands. A refused intention is over: the next one gets a request id of its own. */
async function reopen(row: BookingRow, isRefused: boolean): Promise<void> {
  const { store } = await runtime();
  const patch = { isCancelling: false, ...(isRefused && { cancelRequestId: null }) };
  await updateBooking(store.db, row.id, ['confirmed', 'pending', 'used'], patch);
}

async function answerFor(row: BookingRow): Promise<Answer<BookingDto>> {
  const { clock } = await runtime();
  return new Answer(bookingDto(row, clock()), { status: row.isCancelling ? 202 : 200 });
}
