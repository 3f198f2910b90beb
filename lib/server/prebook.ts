import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { BookingDto, PrebookBody } from '@/lib/contract/bookings';
import { checkDetails } from '@/lib/contract/details';
import { FAST_TRACK, LOUNGE } from '@/lib/domain/module';
import type { RequiredInfo } from '@/lib/domain/required-info';
import type { DragonPassError } from '@/lib/dragonpass/errors';
import { type BookingRow, findBooking, findBookingOfHold, updateBooking, withdrawBooking } from '@/lib/store/bookings';
import { findHold, type HoldRow } from '@/lib/store/holds';
import { newId } from '@/lib/store/ids';
import { Answer } from './answer';
import { hearOrder, rereadPassOf } from './booking-order';
import { ownBooking } from './bookings';
import { within } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { catalogOf, requireDetails } from './catalog-of';
import { settleChange } from './change-booking';
import { bookingDto } from './dto/booking';
import { AppError } from './errors';
import { isDragonPassError, toAppError } from './errors-vendor';
import { findOrder } from './find-order';
import { journalBooking } from './journal-booking';
import { logger } from './log';
import { ownPass } from './passes';
import { runtime } from './runtime';

/** How long a refusal is looked into, and the end of a booking that was replaced waited for. */
const LOOK_MS = 3_000;
const CHANGE_MS = 5_000;

/** The id of a booking that is about to be made. */
export function newBookingId(): string {
  return newId('bk');
}

/**
 * Books what a hold keeps, under the given id. 201 when the vendor took it; 202, `checking`, while nobody knows.
 * @throws AppError `not_found` (no such hold), `hold_expired`, `already_booked`, `no_availability`, `not_entitled`,
 *   `invalid_request` with `details.<name>` for what the place asks for; for `replaces` also `too_late_to_cancel`,
 *   `already_cancelled` and `vendor_unavailable` (it is being checked itself)
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
  const replaces = body.replaces ?? null;
  const { row, isNew } = await journalBooking({ bookingId, owner, hold, place, hub, pass: pass.vendor, replaces });
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
    return answerFor(await changed(caller.brand, heard));
  } catch (error) {
    if (!isDragonPassError(error)) throw error;
    if (error.outcomeUnknown) return answerFor(await ownBooking(caller, row.id));
    const made = await madeAfterAll(caller, row, error);
    if (made) return answerFor(made);
    await close(caller.brand, row, error);
    throw toAppError(error);
  }
}

/** Gives back what the new booking takes the place of, for as long as a traveller can be kept waiting. */
async function changed(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const note = (error: unknown) => logger().warn({ err: error, bookingId: row.id }, 'change not settled');
  return (await within(settleChange(brand, row), CHANGE_MS, note)) ?? row;
}

/**
 * A refusal may be the answer to a call that arrived twice, as the first has spent the hold: the vendor's orders decide. The
 * booking that was made, or one still `checking` while that is not known; null when it was not.
 */
async function madeAfterAll(caller: Caller, row: BookingRow, error: DragonPassError): Promise<BookingRow | null> {
  if (error.kind !== 'rejected' || canBeMended(error)) return null;
  const { store, clock } = await runtime();
  const asOf = new Date(clock()).toISOString();
  const note = (cause: unknown) => logger().warn({ err: cause, bookingId: row.id }, 'refusal not looked up');
  const found = await within(findOrder(caller.brand, row), LOOK_MS, note);
  if (found?.kind === 'found') return changed(caller.brand, await hearOrder(row, found.order, asOf));
  if (found?.kind === 'absent') return null;
  // Kept for the look-up that will be clear: without an order it is refused for this, and need not wait for the hold's end.
  await updateBooking(store.db, row.id, ['checking'], { refusal: toAppError(error).code });
  return ownBooking(caller, row.id);
}

/** Nothing was wrong but what was typed: it is checked before anything happens. */
function canBeMended({ reason }: DragonPassError): boolean {
  return reason === 'missing-info' || reason === 'name-conflict';
}

/** A refusal stays as a refused booking. One that the traveller can mend, or that never arrived, leaves the hold usable. */
async function close(brand: Brand, row: BookingRow, error: DragonPassError): Promise<void> {
  const { store, clock } = await runtime();
  if (error.kind !== 'rejected' || canBeMended(error)) return withdrawBooking(store.db, row.id);
  const { code } = toAppError(error);
  const vendorAsOf = new Date(clock()).toISOString();
  const refused = await updateBooking(store.db, row.id, ['checking'], { status: 'refused', refusal: code, vendorAsOf });
  if (refused) await settleChange(brand, refused);
  // The pass was not as we thought.
  if (code === 'not_entitled') await rereadPassOf(brand, row);
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
