import 'server-only';
import { holdsVisits } from '@/lib/domain/booking';
import type { Hub } from '@/lib/domain/hub';
import { partySize } from '@/lib/domain/party';
import type { EPass } from '@/lib/domain/pass';
import type { Resource, ResourceDetails } from '@/lib/domain/resource';
import { type BookingRow, findBookingOfHold, insertBooking, listBookings } from '@/lib/store/bookings';
import { beginChange } from '@/lib/store/changes';
import { findHold, type HoldRow } from '@/lib/store/holds';
import { firstLookAt } from '@/lib/store/looks';
import { type Owner, withOwnerLock } from '@/lib/store/owner';
import { requireReplaceable } from './change-booking';
import { AppError } from './errors';
import { intentionId } from './request-id';
import { runtime } from './runtime';

type Input = {
  bookingId: string;
  owner: Owner;
  hold: HoldRow;
  place: Resource & { details: ResourceDetails };
  hub: Hub | undefined;
  pass: EPass;
  /** The booking that the new one takes the place of. */
  replaces: string | null;
};

/**
 * Writes a booking as `checking` before the vendor is asked for it, so that none can be lost. Of any number of requests
 * with one hold, one is `isNew` and goes on to ask.
 * @throws AppError `already_booked` when the traveller has another booking at that place and time; `hold_expired` when the
 *   hold is no longer there; and when `replaces` cannot be replaced, as `requireReplaceable` says
 */
export async function journalBooking(input: Input): Promise<{ row: BookingRow; isNew: boolean }> {
  const { store, clock } = await runtime();
  const { owner, hold, replaces } = input;
  const nowMs = clock();
  return withOwnerLock(store.db, owner, async (tx) => {
    const made = await findBookingOfHold(tx, owner, hold.id);
    if (made) return { row: made, isNew: false };
    // Gone since it was read: the traveller has erased everything, and nothing may come back.
    if (!(await findHold(tx, owner, hold.id))) throw new AppError('hold_expired');
    const own = await listBookings(tx, owner);
    // The same place and time again, for another party, is a change as well.
    const others = own.filter(({ id }) => id !== replaces);
    if (others.some((booking) => isSameVisit(booking, hold))) throw new AppError('already_booked');
    if (replaces !== null) requireReplaceable(found(own, replaces), nowMs);
    const row = await insertBooking(tx, owner, newBooking(input, nowMs));
    if (!row) throw new AppError('idempotency_conflict');
    if (replaces !== null) await beginChange(tx, replaces, row.id);
    return { row, isNew: true };
  });
}

function found(own: readonly BookingRow[], bookingId: string): BookingRow {
  const row = own.find(({ id }) => id === bookingId);
  if (!row) throw new AppError('not_found');
  return row;
}

function isSameVisit(booking: BookingRow, hold: HoldRow): boolean {
  return holdsVisits(booking.status) && booking.resourceId === hold.resourceId && booking.at === hold.at;
}

function newBooking({ bookingId, hold, place, hub, pass, replaces }: Input, nowMs: number) {
  const now = new Date(nowMs).toISOString();
  const { passId, resourceId, module, at, timeZone, adults, children, heldUntil } = hold;
  return {
    id: bookingId,
    holdId: hold.id,
    ...{ passId, resourceId, module, at, timeZone, adults, children, heldUntil },
    resourceName: place.name,
    hub: hub?.hub ?? null,
    hubName: hub?.name ?? null,
    city: hub?.city ?? null,
    terminal: place.terminal,
    location: place.location,
    holderFirstName: pass.firstName,
    holderLastName: pass.lastName,
    status: 'checking' as const,
    cancellation: place.details.cancellation,
    requestId: intentionId(`prebook ${bookingId}`),
    vouchers: [],
    visitsUsed: partySize(hold),
    createdAt: now,
    vendorAsOf: now,
    nextLookAt: firstLookAt(nowMs),
    ...(replaces !== null && { replaces, change: 'waiting' as const }),
  };
}
