import { clockTime, daysFrom, type Reading, weekdayTime } from './time';

/** What a chip says about opening; the words stand in messages under the same kinds. Times are on the place's clock. */
export type OpeningChip =
  | { kind: 'open'; tone: 'positive' }
  | { kind: 'openUntil'; tone: 'positive'; time: string }
  | { kind: 'opens'; tone: 'warning'; time: string }
  | { kind: 'opensTomorrow'; tone: 'warning'; time: string }
  | { kind: 'closed'; tone: 'warning' }
  | { kind: 'unknown'; tone: 'neutral' };

/** How far ahead a bare clock time cannot be mistaken for another day's. */
const BARE_TIME_MS = 20 * 3_600_000;

/** `until` null while open means that it never closes; while closed, that nobody knows when it opens. */
export function openingChip(
  open: { state: 'open' | 'closed' | 'unknown'; until: string | null },
  reading: Reading,
  nowMs: number,
): OpeningChip {
  if (open.state === 'unknown') return { kind: 'unknown', tone: 'neutral' };
  if (open.state === 'open') {
    if (open.until === null) return { kind: 'open', tone: 'positive' };
    const isSoon = Date.parse(open.until) - nowMs < BARE_TIME_MS;
    return {
      kind: 'openUntil',
      tone: 'positive',
      time: isSoon ? clockTime(open.until, reading) : weekdayTime(open.until, reading),
    };
  }
  if (open.until === null) return { kind: 'closed', tone: 'warning' };
  const days = daysFrom(nowMs, open.until, reading.timeZone);
  if (days <= 0) return { kind: 'opens', tone: 'warning', time: clockTime(open.until, reading) };
  if (days === 1) return { kind: 'opensTomorrow', tone: 'warning', time: clockTime(open.until, reading) };
  return { kind: 'opens', tone: 'warning', time: weekdayTime(open.until, reading) };
}
