import type { ResourceDto } from '@/lib/contract/resources';
import { addDays, instantOf, localDateOf, weekdayOf } from '@/lib/domain/place-time';

const DAY_HOURS = 24;
const USUAL_TIME = '10:30';

/**
 * A visit that could be booked today, and the last moment to cancel it for free, both in epoch milliseconds: a rule in
 * hours says little until it is a date. Null where the place has no such rule.
 */
export function cancelExample(
  place: Pick<ResourceDto, 'cancellation' | 'hours' | 'timeZone'>,
  nowMs: number,
): { visitMs: number; untilMs: number } | null {
  const { kind, hoursBefore } = place.cancellation;
  if (kind !== 'free-until' || hoursBefore === null) return null;
  const today = localDateOf(nowMs, place.timeZone);
  const earliest = Math.ceil(hoursBefore / DAY_HOURS) + 2;
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, earliest + index));
  const date = days.find((day) => timeOn(place.hours, day) !== null) ?? addDays(today, earliest);
  const visitMs = instantOf(`${date}T${timeOn(place.hours, date) ?? USUAL_TIME}`, place.timeZone);
  return { visitMs, untilMs: visitMs - hoursBefore * 3_600_000 };
}

/** When somebody might come on that day; null when the place is closed. */
function timeOn(hours: ResourceDto['hours'], date: string): string | null {
  if (hours.kind !== 'weekly') return USUAL_TIME;
  const rows = hours.rows.filter((row) => row.days.includes(weekdayOf(date)));
  if (rows.length === 0) return null;
  const isOpenThen = rows.some(({ opens, closes }) => opens <= USUAL_TIME && (closes > USUAL_TIME || closes <= opens));
  return isOpenThen ? USUAL_TIME : (rows[0]?.opens ?? USUAL_TIME);
}
