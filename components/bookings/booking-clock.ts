import type { BookingDto } from '@/lib/contract/bookings';
import { addDays, instantOf, localDateOf } from '@/lib/domain/place-time';
import { visitWindow } from '@/lib/domain/visit-window';
import { bookingFace } from './booking-groups';

/** In it, what is left until a booking can no longer be given back is counted down. */
export const LAST_DAY_MS = 24 * 3_600_000;

type Timed = Pick<BookingDto, 'status' | 'isCancelling' | 'startsAt' | 'timeZone'> & {
  cancellation: Pick<BookingDto['cancellation'], 'until'>;
};

/**
 * When a page that shows these bookings is no longer right by the clock alone: a day at one of the places ends, a desk begins
 * or stops to read a code, a visit begins, its last day or last moment to be given back comes. Null where nothing does.
 */
export function nextChangeMs(bookings: readonly Timed[], nowMs: number): number | null {
  const next = Math.min(...bookings.flatMap((booking) => changesOf(booking, nowMs)).filter((ms) => ms > nowMs));
  return Number.isFinite(next) ? next : null;
}

function changesOf(booking: Timed, nowMs: number): number[] {
  const face = bookingFace(booking, nowMs);
  if (face === 'past' || face === 'refused' || face === 'cancelled' || face === 'used') return [];
  const { startsAt, timeZone } = booking;
  const { opensMs, closesMs } = visitWindow(startsAt);
  const midnightMs = instantOf(`${addDays(localDateOf(nowMs, timeZone), 1)}T00:00`, timeZone);
  const { until } = booking.cancellation;
  // The last moment itself is still in time.
  const limits = until === null ? [] : [Date.parse(until) - LAST_DAY_MS, Date.parse(until) + 1];
  return [midnightMs, opensMs, Date.parse(startsAt), closesMs, ...limits];
}
