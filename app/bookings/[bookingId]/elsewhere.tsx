import { OtherAirport } from '@/app/_page/other-airport';
import type { BookingDto } from '@/lib/contract/bookings';
import { isVisitNear } from '@/lib/domain/visit-window';
import type { Caller } from '@/lib/server/caller';

/** Of a booking that its traveller is on the way to: that it is not at the airport where they seem to be. */
export function Elsewhere({ caller, booking, nowMs }: { caller: Caller; booking: BookingDto; nowMs: number }) {
  const { hub, status, startsAt } = booking;
  const stands = status === 'confirmed' || status === 'pending';
  return hub !== null && stands && isVisitNear(startsAt, nowMs) ? (
    <OtherAirport caller={caller} hubs={[hub]} words="bookings" />
  ) : null;
}
