import 'server-only';
import { holdsVisits } from '@/lib/domain/booking';
import { instantOf } from '@/lib/domain/place-time';
import { type BookingRow, listBookings } from '@/lib/store/bookings';
import { eraseOwner } from '@/lib/store/erase';
import { withOwnerLock } from '@/lib/store/owner';
import { type Caller, erasedOwner, ownerOf, requireSession } from './caller';
import { AppError } from './errors';
import { runtime } from './runtime';
import { walletsFollow } from './wallet/follow';

/**
 * Forgets everything kept of the traveller but how many passes of each offer they had (see docs/decisions). Again, it
 * finds nothing and changes nothing.
 * @throws AppError `already_booked` while a booking is ahead of them: nothing is lost by accident
 */
export async function eraseAccount(caller: Caller): Promise<{ erased: true }> {
  const owner = ownerOf(requireSession(caller));
  const { store, clock } = await runtime();
  const nowMs = clock();
  await withOwnerLock(store.db, owner, async (tx) => {
    const bookings = await listBookings(tx, owner);
    if (bookings.some((booking) => isAhead(booking, nowMs))) {
      throw new AppError('already_booked', { fields: { bookings: 'open_bookings' } });
    }
    await eraseOwner(tx, owner, erasedOwner(owner), nowMs);
  });
  walletsFollow();
  return { erased: true };
}

function isAhead({ status, at, timeZone }: BookingRow, nowMs: number): boolean {
  return holdsVisits(status) && instantOf(at, timeZone) > nowMs;
}
