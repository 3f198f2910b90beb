import type { BookingDto } from '@/lib/contract/bookings';
import { visitPhase } from '@/lib/domain/visit-window';

type Booked = Pick<BookingDto, 'status' | 'startsAt'>;

/** What a booking shows; `past` is one whose time is over without the vendor having said that it was used. */
export type BookingFace = BookingDto['status'] | 'cancelling' | 'past';

/** `startsAt` is an instant with the place's offset, so the end is the place's, wherever the traveller reads it. */
export function isOver(booking: Booked, nowMs: number): boolean {
  return visitPhase(booking.startsAt, nowMs) === 'over';
}

export function bookingFace(booking: Booked & Pick<BookingDto, 'isCancelling'>, nowMs: number): BookingFace {
  if (booking.status === 'confirmed' || booking.status === 'pending') {
    if (isOver(booking, nowMs)) return 'past';
    if (booking.isCancelling) return 'cancelling';
  }
  return booking.status;
}

/** Soonest first for what is to come, latest first for what was. A refused booking never was one: it stands apart. */
export function groupBookings<B extends Booked>(bookings: B[], nowMs: number) {
  const start = (booking: B) => Date.parse(booking.startsAt);
  const isGivenUp = (booking: B) => booking.status === 'cancelled' || booking.status === 'refused';
  const isPast = (booking: B) => booking.status === 'used' || isOver(booking, nowMs);
  const standing = bookings.filter((booking) => !isGivenUp(booking));
  return {
    upcoming: standing.filter((booking) => !isPast(booking)).sort((a, b) => start(a) - start(b)),
    past: standing.filter(isPast).sort((a, b) => start(b) - start(a)),
    cancelled: bookings.filter(isGivenUp).sort((a, b) => start(b) - start(a)),
  };
}

/** What settles by itself, so that the page looks again: soon while nobody knows, seldom where a place takes its days. */
export function settling(
  booking: Pick<BookingDto, 'change' | 'replacedBy'> & Parameters<typeof bookingFace>[0],
  nowMs: number,
): 'soon' | 'slowly' | null {
  const face = bookingFace(booking, nowMs);
  if (face === 'checking' || face === 'cancelling') return 'soon';
  if (face === 'pending') return 'slowly';
  if (booking.change !== 'waiting' || face !== 'confirmed') return null;
  // Of a change the new booking may wait for its place; once that is sure, the earlier one is given back at once.
  return booking.replacedBy === null ? 'soon' : 'slowly';
}
