import type { OrderStatus } from './order';

export type BookingStatus = 'confirmed' | 'pending' | 'checking' | 'refused' | 'cancelled' | 'used';

/** Why a brand's staff were told about a booking: nobody knows what became of it, or its place does not confirm it. */
export type BookingFlag = 'unsettled' | 'pending_long';

/**
 * How far a change has come: the old booking still stands until the new one is sure (`waiting`), was given back (`done`),
 * or could not be given back any more, so that both stand (`both-stand`).
 */
export type BookingChange = 'waiting' | 'done' | 'both-stand';

/** How far along a booking is. News that would move it to a lower rank is old news and changes nothing. */
const RANK: Record<BookingStatus, number> = {
  checking: 0,
  pending: 1,
  confirmed: 2,
  refused: 3,
  used: 4,
  cancelled: 5,
};

/** Whether the booking still holds visits of its pass that have not been made. */
export function holdsVisits(status: BookingStatus): boolean {
  return status === 'confirmed' || status === 'pending' || status === 'checking';
}

/** The status after hearing `heard` from the vendor: a late "confirmed" never overwrites "cancelled" or "used". */
export function nextBookingStatus(current: BookingStatus, heard: OrderStatus): BookingStatus {
  if (heard === 'unknown' || current === 'refused') return current;
  return RANK[heard] > RANK[current] ? heard : current;
}
