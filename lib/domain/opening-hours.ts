import { addDays, instantOf, isoInZone, type LocalDate, localDateOf, reachedAt, weekdayOf } from './place-time';

/** One row of a week: on these ISO weekdays (1 Monday to 7 Sunday) from `opens` to `closes`, `HH:mm`, `24:00` allowed. */
export type OpeningRow = { days: number[]; opens: string; closes: string };

/** A stretch of one day, `HH:mm`, `24:00` allowed; closing at or before opening is on the next day. */
export type DaySpan = { opens: string; closes: string };

/** One date whose hours are not those of its weekday; without spans the place stays closed. */
export type HoursException = { on: LocalDate; spans: DaySpan[] };

/** `text` holds hours that no rule could read: shown as they are, and "open now" is then not claimed. */
export type OpeningHours =
  | {
      kind: 'weekly';
      rows: OpeningRow[];
      /** In order of date, one a date. Dates that are over may be among them. */
      exceptions: HoursException[];
      /** What the place wrote about such dates and no rule could read. */
      note?: string;
    }
  | { kind: 'text'; text: string }
  | { kind: 'unknown' };

/** `until` is when the state ends, with the place's offset; null when it never does or nobody knows. */
export type OpenState = { state: 'open' | 'closed' | 'unknown'; until: string | null };

/** A stretch of time in epoch milliseconds, end excluded. */
export type Span = { startMs: number; endMs: number };

const DAYS_AHEAD = 8;

export type WeeklyHours = Extract<OpeningHours, { kind: 'weekly' }>;

/** Whether the place is open at `nowMs`, by its own clock: across midnight, on days with two rows, and on DST nights. */
export function openState(hours: OpeningHours, timeZone: string, nowMs: number): OpenState {
  if (hours.kind !== 'weekly' || hours.rows.length === 0) return { state: 'unknown', until: null };
  const today = localDateOf(nowMs, timeZone);
  const last = addDays(today, DAYS_AHEAD + hours.exceptions.filter(({ on }) => on >= today).length);
  const spans = openSpans(hours, timeZone, addDays(today, -1), last);
  const current = spans.find((span) => span.startMs <= nowMs && nowMs < span.endMs);
  if (current) {
    const neverCloses = current.endMs >= instantOf(`${addDays(last, 1)}T00:00`, timeZone);
    return { state: 'open', until: neverCloses ? null : isoInZone(current.endMs, timeZone) };
  }
  const next = spans.find((span) => span.startMs > nowMs);
  return { state: 'closed', until: next ? isoInZone(next.startMs, timeZone) : null };
}

/** When the first of several places opens or closes; null when none ever does, as far as anybody knows. */
export function firstChangeMs(states: readonly Pick<OpenState, 'until'>[]): number | null {
  const changes = states.flatMap(({ until }) => (until === null ? [] : Date.parse(until)));
  return changes.length === 0 ? null : Math.min(...changes);
}

/**
 * Every stretch in which the place is open that begins on one of the days `from` to `to`, merged and in order. What began
 * on the evening before a closed day still runs to its end.
 */
export function openSpans(hours: WeeklyHours, timeZone: string, from: LocalDate, to: LocalDate): Span[] {
  const spans: Span[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const span of spansOn(hours, date)) spans.push(spanOf(span, date, timeZone));
  }
  return merged(spans);
}

/** The hours that begin on a date: those of an exception, or else of its weekday. */
export function spansOn({ rows, exceptions }: Pick<WeeklyHours, 'rows' | 'exceptions'>, date: LocalDate): DaySpan[] {
  const exception = exceptions.find(({ on }) => on === date);
  if (exception) return exception.spans;
  const day = weekdayOf(date);
  return rows.filter(({ days }) => days.includes(day));
}

/** Closing before (or at) opening means the next day, so that `00:00`-`00:00` and `00:00`-`24:00` are the whole day. */
function spanOf(row: DaySpan, date: LocalDate, timeZone: string): Span {
  const closesNextDay = row.closes === '24:00' || row.closes <= row.opens;
  const closes = row.closes === '24:00' ? '00:00' : row.closes;
  return {
    startMs: reachedAt(`${date}T${row.opens}`, timeZone),
    endMs: reachedAt(`${closesNextDay ? addDays(date, 1) : date}T${closes}`, timeZone),
  };
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  // Of hours that lie whole in one that spring skips, nothing is left.
  const real = spans.filter(({ startMs, endMs }) => startMs < endMs);
  for (const span of real.sort((a, b) => a.startMs - b.startMs)) {
    const last = result.at(-1);
    if (last && span.startMs <= last.endMs) last.endMs = Math.max(last.endMs, span.endMs);
    else result.push({ ...span });
  }
  return result;
}
