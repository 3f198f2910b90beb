import type { ResourceDto } from '@/lib/contract/resources';
import { cancellationLimitMs } from '@/lib/domain/cancellation';
import { spansOn } from '@/lib/domain/opening-hours';
import { addDays, instantOf, localDateOf } from '@/lib/domain/place-time';

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
  const at = `${date}T${timeOn(place.hours, date) ?? USUAL_TIME}`;
  const untilMs = cancellationLimitMs({ kind, hoursBefore }, at, place.timeZone);
  return untilMs === null ? null : { visitMs: instantOf(at, place.timeZone), untilMs };
}

/** When somebody might come on that day; null when the place is closed. */
function timeOn(hours: ResourceDto['hours'], date: string): string | null {
  if (hours.kind !== 'weekly') return USUAL_TIME;
  const spans = spansOn(hours, date);
  const isOpenThen = spans.some(({ opens, closes }) => opens <= USUAL_TIME && (closes > USUAL_TIME || closes <= opens));
  return isOpenThen ? USUAL_TIME : (spans[0]?.opens ?? null);
}
