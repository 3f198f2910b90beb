import 'server-only';
import { calendarState } from '@/lib/domain/calendar-state';
import { dayAt } from '@/lib/format/time';
import { Answer, type Payload } from './answer';
import { getBooking } from './bookings';
import type { Caller } from './caller';
import { AppError } from './errors';
import { runtime } from './runtime';

/**
 * A booking for the traveller's own calendar. Its type names the method as well: mail and calendar programs go by it.
 * @throws AppError `not_found`, also for a booking that a calendar has nothing to show of
 */
export async function bookingCalendar(caller: Caller, bookingId: string): Promise<Answer<Payload>> {
  const [{ clock }, booking] = await Promise.all([runtime(), getBooking(caller, bookingId)]);
  // Made for few of the pages' readers: its library stays out of the way of everybody else.
  const { visitCalendar } = await import('./calendar/visit');
  const file = visitCalendar(booking, caller.brand, caller.session?.locale ?? null, clock());
  if (!file) throw new AppError('not_found');
  const method = calendarState(booking) === 'over' ? 'CANCEL' : 'PUBLISH';
  return new Answer(new TextEncoder().encode(file), {
    headers: {
      'Content-Type': `text/calendar; charset=utf-8; method=${method}`,
      'Content-Disposition': `attachment; filename="visit-${dayAt(booking.startsAt, booking.timeZone)}.ics"`,
    },
  });
}
