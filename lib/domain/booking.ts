import type { OrderStatus } from './order';

export type BookingStatus = 'confirmed' | 'pending' | 'checking' | 'refused' | 'cancelled' | 'used';

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
