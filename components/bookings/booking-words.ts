import type { BookingDto } from '@/lib/contract/bookings';
import { daysFrom, longDate, type Reading, shortDate } from '@/lib/format/time';

type Placed = Pick<BookingDto, 'city' | 'hubName' | 'hub' | 'terminal' | 'timeZone'>;

/** The name a time is given with: people know cities, not zones. */
export function cityOf(place: Pick<BookingDto, 'city' | 'hubName' | 'timeZone'>): string {
  return place.city ?? place.hubName ?? place.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? place.timeZone;
}

/** `Manchester Airport · Terminal 1`, from what is known. */
export function whereOf(place: Placed): string {
  return [place.hubName ?? place.city, place.terminal].filter(Boolean).join(' · ');
}

/** `Today`, `Tomorrow`, or the day at the place. */
export function dayWords(
  startsAt: string,
  reading: Reading,
  nowMs: number,
  words: { today: string; tomorrow: string },
  width: 'short' | 'long' = 'short',
): string {
  const days = daysFrom(nowMs, startsAt, reading.timeZone);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  return (width === 'short' ? shortDate : longDate)(startsAt, reading, nowMs);
}
