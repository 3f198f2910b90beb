import 'server-only';
import type { CancelledBookingDto } from '@/lib/contract/bookings';
import { type BookingRow, listBookingsOfPass } from '@/lib/store/bookings';
import { findPass } from '@/lib/store/passes';
import { Answer } from './answer';
import { freshBooking, ownBooking } from './bookings';
import { type Caller, ownerOf, requireSession } from './caller';
import { journalCancellation, reopen, sendCancellation } from './cancellation';
import { settleChange } from './change-booking';
import { bookingDto } from './dto/booking';
import { passView } from './dto/pass';
import { runtime } from './runtime';

/**
 * Gives a booking back. The booking as it is afterwards; 202, `isCancelling`, while nobody knows whether the vendor took
 * it back. Of two requests at once, one asks the vendor.
 * @throws AppError `not_found`, `already_cancelled`, `too_late_to_cancel`, `vendor_unavailable` (nothing was changed, or
 *   the booking itself is still being checked)
 */
export async function cancelBooking(caller: Caller, bookingId: string): Promise<Answer<CancelledBookingDto>> {
  const known = await ownBooking(caller, bookingId);
  // One that is open is not looked at first: the vendor itself says whether it can still be given back.
  const isUnknown = known.isCancelling || known.status === 'checking';
  const current = isUnknown ? await freshBooking(caller.brand, known) : known;
  if (current.isCancelling) return answerFor(current);
  const { row, isMine } = await journalCancellation(ownerOf(requireSession(caller)), bookingId);
  if (!isMine) return answerFor(row);
  const sent = await sendCancellation(caller.brand, row);
  if (!sent.error) return answerFor(await settleChange(caller.brand, sent.row));
  await reopen(sent.row);
  throw sent.error;
}

/** The booking as it is, for a repeat of a cancellation that never answered. */
export async function cancelledBooking(caller: Caller, bookingId: string): Promise<Answer<CancelledBookingDto>> {
  return answerFor(await freshBooking(caller.brand, await ownBooking(caller, bookingId)));
}

async function answerFor(row: BookingRow): Promise<Answer<CancelledBookingDto>> {
  const { clock } = await runtime();
  const answer = { ...bookingDto(row, clock()), passVisits: await visitsAfter(row) };
  return new Answer(answer, { status: row.isCancelling ? 202 : 200 });
}

/** The visits of the pass, where they were read since the cancellation: an older number is not claimed. */
async function visitsAfter(row: BookingRow): Promise<CancelledBookingDto['passVisits']> {
  if (row.status !== 'cancelled' || row.cancelledAt === null) return null;
  const { store, clock } = await runtime();
  const pass = await findPass(store.db, row, row.passId);
  if (!pass?.vendor || pass.vendorAsOf === null) return null;
  if (Date.parse(pass.vendorAsOf) < Date.parse(row.cancelledAt)) return null;
  const bookings = await listBookingsOfPass(store.db, row.passId);
  const { total, left } = passView(row.passId, pass.vendor, bookings, clock()).visits;
  return { total, left };
}
