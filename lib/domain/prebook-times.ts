import type { OpeningHours } from './opening-hours';
import { openSpans } from './opening-hours';
import { addDays, existsAt, instantOf, type LocalDate, type LocalTime, localDateOf } from './place-time';

/**
 * The vendor publishes no slot list, lead time or horizon; one slot is asked about at a time (dragonpass-api 8.1).
 * These three numbers are [inferred] and stand here only.
 */
export const PREBOOK_RULES = { gridMinutes: 30, leadMinutes: 60, horizonDays: 60 } as const;

export type CandidateTime = { at: LocalTime; startMs: number };

/** First and last calendar day, in the place's zone, for which a time may be asked. */
export function bookableDates(timeZone: string, nowMs: number): { first: LocalDate; last: LocalDate } {
  const first = localDateOf(nowMs, timeZone);
  return { first, last: addDays(first, PREBOOK_RULES.horizonDays) };
}

/**
 * The times worth asking the vendor about on one of the place's days: on the grid, within opening hours (the whole day
 * when hours cannot be read), after the lead time, before the horizon, and shown by the place's clock on that day.
 */
export function candidateTimes(hours: OpeningHours, timeZone: string, date: LocalDate, nowMs: number): CandidateTime[] {
  const { first, last } = bookableDates(timeZone, nowMs);
  if (date < first || date > last) return [];
  const earliestMs = nowMs + PREBOOK_RULES.leadMinutes * 60_000;
  const isOpen = openCheck(hours, timeZone, date);
  const times: CandidateTime[] = [];
  for (let minute = 0; minute < 24 * 60; minute += PREBOOK_RULES.gridMinutes) {
    const at = `${date}T${clock(minute)}`;
    if (!existsAt(at, timeZone)) continue;
    const startMs = instantOf(at, timeZone);
    if (startMs >= earliestMs && isOpen(startMs)) times.push({ at, startMs });
  }
  return times;
}

/** Up to `count` other times, nearest first; of two equally near, the later one, which a traveller can still make. */
export function nearestTimes(times: CandidateTime[], wanted: LocalTime, timeZone: string, count: number) {
  const wantedMs = instantOf(wanted, timeZone);
  return times
    .filter((time) => time.startMs !== wantedMs)
    .sort((a, b) => Math.abs(a.startMs - wantedMs) - Math.abs(b.startMs - wantedMs) || b.startMs - a.startMs)
    .slice(0, count);
}

function openCheck(hours: OpeningHours, timeZone: string, date: LocalDate): (ms: number) => boolean {
  if (hours.kind !== 'weekly') return () => true;
  const spans = openSpans(hours, timeZone, addDays(date, -1), date);
  return (ms) => spans.some((span) => span.startMs <= ms && ms < span.endMs);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
