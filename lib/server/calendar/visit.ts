import 'server-only';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { originOf } from '@/lib/brand/origin';
import type { Brand } from '@/lib/brand/schema';
import type { BookingDto } from '@/lib/contract/bookings';
import { type CalendarState, calendarState } from '@/lib/domain/calendar-state';
import { visitWindow } from '@/lib/domain/visit-window';
import { clockTime, type Reading, shortDate, zoneName } from '@/lib/format/time';
import { type Words, wordsFor } from '../words';
import { timeZoneBlock } from './time-zone';

const STATUSES: Record<CalendarState, ICalEventStatus> = {
  tentative: ICalEventStatus.TENTATIVE,
  sure: ICalEventStatus.CONFIRMED,
  over: ICalEventStatus.CANCELLED,
};

/**
 * One visit as a calendar file (RFC 5545); null where a calendar has nothing to show. The same `UID` for ever and a
 * `SEQUENCE` that rises, so that a calendar changes the entry it has instead of adding another; after a cancellation
 * `METHOD:CANCEL`, which takes it out again. It holds no code: calendars are shared, and a code opens a door. Times on the
 * place's clock; the end is that of the visit window, as the vendor tells none. In the hour that autumn repeats a calendar
 * takes an end for the first pass of it. `wish` is the traveller's language.
 */
export function visitCalendar(booking: BookingDto, brand: Brand, wish: string | null, nowMs: number): string | null {
  const state = calendarState(booking);
  if (state === null) return null;
  const { startsAt, timeZone } = booking;
  const startMs = Date.parse(startsAt);
  const { closesMs } = visitWindow(startsAt);
  const { t, locale } = wordsFor(brand, wish);
  const url = new URL(`/bookings/${booking.bookingId}`, originOf(brand)).href;
  const calendar = ical({
    prodId: { company: 'Layover', product: 'Bookings', language: locale.toUpperCase() },
    method: state === 'over' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // A name here would have the moment the file was made written without its zone; the event names the place's.
    timezone: { name: null, generator: (zone) => timeZoneBlock(zone, startMs, closesMs) },
  });
  calendar.createEvent({
    id: `${booking.bookingId}@${brand.id}`,
    sequence: booking.sequence,
    stamp: new Date(nowMs),
    start: zoned(startMs, timeZone),
    end: zoned(closesMs, timeZone),
    timezone: timeZone,
    status: STATUSES[state],
    summary: printable(booking.resourceName),
    location: { title: printable(placeOf(booking)) },
    description: printable(descriptionOf(booking, { timeZone, locale }, nowMs, url, t)),
    url,
    organizer: { name: printable(brand.name).replaceAll('"', ''), email: brand.support.email },
  });
  // Every line of such a file ends, the last one too.
  return `${calendar}\r\n`;
}

function descriptionOf(booking: BookingDto, reading: Reading, nowMs: number, url: string, t: Words): string {
  if (calendarState(booking) === 'over') return t('bookings.calendar.cancelled');
  const { kind, until } = booking.cancellation;
  const { opensMs, closesMs } = visitWindow(booking.startsAt);
  // With its own zone each: the visit may last beyond a change of clocks.
  const time = (instant: string | number) => `${clockTime(instant, reading)} ${zoneName(instant, reading)}`;
  const lines = [
    t('bookings.party', booking.party),
    booking.status === 'pending'
      ? t('bookings.calendar.pending')
      : t('bookings.calendar.window', { from: time(opensMs), until: time(closesMs) }),
    kind === 'free-until' && until !== null
      ? t('bookings.calendar.freeUntil', { date: `${shortDate(until, reading, nowMs)}, ${time(until)}` })
      : null,
    t('bookings.calendar.page', { url }),
  ];
  return lines.filter(Boolean).join('\n');
}

function placeOf({ resourceName, hubName, city, terminal, location }: BookingDto): string {
  return [resourceName, hubName ?? city, terminal, location].filter(Boolean).join(', ');
}

/** Text from places may hold anything; a calendar refuses a file with a control character in it. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ');
}

function zoned(ms: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}
