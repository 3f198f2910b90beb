import type { BookingDto } from '@/lib/contract/bookings';
import { bookingFace } from './booking-groups';

/** Why a booking cannot be changed now. The words stand in messages under the same names. */
export type NoChange = 'never' | 'tooLate' | 'underWay' | 'bothStand' | 'closed' | 'noVisits';

/**
 * Changing is booking another time first and giving this booking back then, so it is offered only where both can work: the
 * place still takes bookings, a visit is left for the new one, and this one can still be given back. Null where there is
 * nothing to change: it is over, or on its way out, or nobody knows yet whether it is one.
 */
export function changeOutlook(
  booking: Pick<BookingDto, 'status' | 'isCancelling' | 'startsAt' | 'change'> & {
    cancellation: Pick<BookingDto['cancellation'], 'allowed'>;
  },
  here: { isPrebookable: boolean; hasVisit: boolean },
  nowMs: number,
): 'offered' | NoChange | null {
  const face = bookingFace(booking, nowMs);
  if (face !== 'confirmed' && face !== 'pending') return null;
  if (booking.change === 'waiting') return 'underWay';
  if (booking.change === 'both-stand') return 'bothStand';
  const { allowed } = booking.cancellation;
  if (allowed === 'never') return 'never';
  if (allowed === 'too-late') return 'tooLate';
  if (!here.isPrebookable) return 'closed';
  return here.hasVisit ? 'offered' : 'noVisits';
}
