import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { BookingChange } from '@/lib/domain/booking';
import { judgeCancellation } from '@/lib/domain/cancellation';
import { type BookingRow, findBooking } from '@/lib/store/bookings';
import { endChange } from '@/lib/store/changes';
import { withOwnerLock } from '@/lib/store/owner';
import { journalCancellation, reopen, requireCancellable, sendCancellation, settleCancellation } from './cancellation';
import { AppError, isAppError } from './errors';
import { runtime } from './runtime';

/**
 * Whether a new booking may take the place of this one now.
 * @throws AppError `already_cancelled` (also while it is being cancelled), `too_late_to_cancel`, `already_booked` (a change
 *   that it is part of, as the old or the new one, is under way), `vendor_unavailable` while it is being checked
 */
export function requireReplaceable(old: BookingRow, nowMs: number): void {
  if (old.isCancelling) throw new AppError('already_cancelled');
  // As the new one of a change it has a booking to end yet, which would stand if it ended first itself.
  if (old.replacedChange === 'waiting' || old.change === 'waiting') throw new AppError('already_booked');
  if (old.replacedChange === 'both-stand') throw new AppError('too_late_to_cancel');
  requireCancellable(old, nowMs);
}

/**
 * The second half of a change: once the new booking is sure, the one it takes the place of is cancelled, in the journalled
 * way. Does what is next whenever it is called, and nothing twice. Answers with the new booking as it is afterwards.
 * @throws DragonPassError when the vendor cannot be asked
 */
export async function settleChange(brand: Brand, heard: BookingRow): Promise<BookingRow> {
  if (heard.change !== 'waiting') return heard;
  const { store } = await runtime();
  // As it stands now: while the new booking is being given back itself, the old one may be all that is left.
  const row = (await findBooking(store.db, heard, heard.id)) ?? heard;
  if (row.change !== 'waiting' || row.replaces === null) return row;
  if (row.status === 'refused' || row.status === 'cancelled') return end(row, null);
  if (row.status === 'checking' || row.status === 'pending' || row.isCancelling) return row;
  const old = await findBooking(store.db, row, row.replaces);
  if (!old || isOver(old)) return end(row, 'done');
  if (old.isCancelling) return after(row, await settleCancellation(brand, old));
  return giveBack(brand, row, old);
}

async function giveBack(brand: Brand, row: BookingRow, old: BookingRow): Promise<BookingRow> {
  const { clock } = await runtime();
  if (!canEnd(old, clock())) return end(row, 'both-stand');
  const journalled = await journalCancellation(row, old.id).catch(overtaken);
  if (!journalled?.isMine) return row;
  const sent = await sendCancellation(brand, journalled.row);
  if (!sent.error) return after(row, sent.row);
  await reopen(sent.row);
  return sent.isRefused ? end(row, 'both-stand') : row;
}

/** While the old booking's own outcome is open, so is the change. */
async function after(row: BookingRow, old: BookingRow): Promise<BookingRow> {
  if (isOver(old)) return end(row, 'done');
  const { clock } = await runtime();
  return old.isCancelling || canEnd(old, clock()) ? row : end(row, 'both-stand');
}

function isOver({ status }: BookingRow): boolean {
  return status === 'cancelled' || status === 'refused';
}

function canEnd(old: BookingRow, nowMs: number): boolean {
  const answer = judgeCancellation(old.cancellation, old.at, old.timeZone, nowMs);
  return old.status !== 'used' && (answer === 'allowed' || answer === 'ask-vendor');
}

/** The moment has passed, or the traveller was quicker: the next call sees how the old booking stands then. */
function overtaken(error: unknown): null {
  if (isAppError(error)) return null;
  throw error;
}

/** `change` null: the new booking was not made, and the old one stands as if nobody had asked. */
async function end(row: BookingRow, change: Exclude<BookingChange, 'waiting'> | null): Promise<BookingRow> {
  const { store } = await runtime();
  return (await withOwnerLock(store.db, row, (tx) => endChange(tx, row, change))) ?? row;
}
