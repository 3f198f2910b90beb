import 'server-only';
import type { BookingDto, PrebookBody } from '@/lib/contract/bookings';
import { checkDetails } from '@/lib/contract/details';
import { FAST_TRACK, LOUNGE } from '@/lib/domain/module';
import type { RequiredInfo } from '@/lib/domain/required-info';
import { type BookingRow, findBooking, findBookingOfHold, updateBooking, withdrawBooking } from '@/lib/store/bookings';
import { findHold, type HoldRow } from '@/lib/store/holds';
import { newId } from '@/lib/store/ids';
import { Answer } from './answer';
import { hearOrder, rereadPassOf } from './booking-order';
import { ownBooking } from './bookings';
import { type Caller, ownerOf, requireSession } from './caller';
import { catalogOf, requireDetails } from './catalog-of';
import { bookingDto } from './dto/booking';
import { AppError } from './errors';
import { isDragonPassError, toAppError } from './errors-vendor';
import { journalBooking } from './journal-booking';
import { ownPass } from './passes';
import { runtime } from './runtime';

/** The id of a booking that is about to be made. */
export function newBookingId(): string {
  return newId('bk');
}

/**
 * Books what a hold keeps, under the given id. 201 when the vendor took it; 202, `checking`, while nobody knows.
 * @throws AppError `not_found` (no such hold), `hold_expired`, `already_booked`, `no_availability`, `not_entitled`,
 *   `invalid_request` with `details.<name>` for what the place asks for
 */
export async function prebook(caller: Caller, body: PrebookBody, bookingId: string): Promise<Answer<BookingDto>> {
  const { store, clock } = await runtime();
  const owner = ownerOf(requireSession(caller));
  const hold = await findHold(store.db, owner, body.holdId);
  if (!hold) throw new AppError('not_found');
  // One hold is one booking: whoever sends it again, under whatever key, hears of the booking it made.
  const made = await findBookingOfHold(store.db, owner, hold.id);
  if (made) return answerForMade(made);
  if (Date.parse(hold.heldUntil) <= clock()) throw new AppError('hold_expired');
  const { catalog } = await catalogOf(caller);
  const place = await requireDetails(caller, catalog, hold.resourceId);
  const details = requireDetailsTyped(caller, place.details.requiredInfo, body.details);
  const pass = await ownPass(caller, hold.passId);
  if (!pass.vendor) throw new AppError('not_entitled', { fields: { passId: 'pass_not_usable' } });
  const hub = catalog.hub(place.vendorHubId);
  const { row, isNew } = await journalBooking({ bookingId, owner, hold, place, hub, pass: pass.vendor });
  if (!isNew) return answerForMade(row);
  return send(caller, { row, hold, ePassId: pass.vendor.ePassId, details });
}

/** What became of a booking whose first request never answered. */
export async function madeBooking(caller: Caller, bookingId: string): Promise<Answer<BookingDto> | null> {
  const { store } = await runtime();
  const row = await findBooking(store.db, ownerOf(requireSession(caller)), bookingId);
  return row && row.status !== 'refused' ? answerFor(row) : null;
}

/** The traveller's own name is filled in where the place wants one and none was typed. */
function requireDetailsTyped(caller: Caller, needs: RequiredInfo, typed: Record<string, string>) {
  const { firstName, lastName } = requireSession(caller);
  const given = {
    ...typed,
    firstName: typed.firstName?.trim() || firstName,
    lastName: typed.lastName?.trim() || lastName,
  };
  const { values, problems } = checkDetails(needs, given);
  const fields = Object.fromEntries(Object.entries(problems).map(([name, why]) => [`details.${name}`, why]));
  if (Object.keys(fields).length > 0) throw new AppError('invalid_request', { fields });
  return values;
}

type Sending = { row: BookingRow; hold: HoldRow; ePassId: string; details: Record<string, string> };

/** The one call that books. It is never sent a second time: an unknown outcome is settled by looking it up. */
async function send(caller: Caller, { row, hold, ePassId, details }: Sending): Promise<Answer<BookingDto>> {
  const { clock, dragonpassFor } = await runtime();
  try {
    const order = await dragonpassFor(caller.brand).prebook({
      module: hold.module === FAST_TRACK ? FAST_TRACK : LOUNGE,
      ePassId,
      prebookingToken: hold.prebookingToken,
      details,
      requestId: row.requestId,
    });
    const heard = await hearOrder(row, order, new Date(clock()).toISOString());
    await rereadPassOf(caller.brand, heard);
    return answerFor(heard);
  } catch (error) {
    if (!isDragonPassError(error)) throw error;
    if (error.outcomeUnknown) return answerFor(await ownBooking(caller, row.id));
    await close(row, error);
    throw toAppError(error);
  }
}

/** A refusal stays as a refused booking. One that the traveller can mend, or that never arrived, leaves the hold usable. */
async function close(row: BookingRow, error: Parameters<typeof toAppError>[0]): Promise<void> {
  const { store, clock } = await runtime();
  if (error.kind !== 'rejected' || error.reason === 'missing-info') return withdrawBooking(store.db, row.id);
  const { code } = toAppError(error);
  const vendorAsOf = new Date(clock()).toISOString();
  await updateBooking(store.db, row.id, ['checking'], { status: 'refused', refusal: code, vendorAsOf });
}

/** The hold has been tried before. What it made is the answer; what was refused used it up. */
async function answerForMade(row: BookingRow): Promise<Answer<BookingDto>> {
  if (row.status === 'refused') throw new AppError('hold_expired');
  return answerFor(row);
}

async function answerFor(row: BookingRow): Promise<Answer<BookingDto>> {
  const { clock } = await runtime();
  return new Answer(bookingDto(row, clock()), { status: row.status === 'checking' ? 202 : 201 });
}
