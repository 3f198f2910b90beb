import { dateFormatter } from './formatters';

type Span = { opens: string; closes: string };
export type WeekRow = Span & { days: number[] };

/** `allDay` when open round the clock; no `spans` and not `allDay`: closed that day. `closesNextDay` after midnight. */
export type DayHours = { allDay: boolean; spans: (Span & { closesNextDay: boolean })[] };

/** `day` is the ISO weekday, Monday 1 to Sunday 7. */
type WeekDayHours = DayHours & { day: number };

/** A date, `YYYY-MM-DD`, with hours other than its weekday's. */
type DateHours = { on: string; spans: Span[] };

const DAY_MS = 86_400_000;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The week as seven days, Monday first, each with its hours in order. */
export function weekTable(rows: WeekRow[]): WeekDayHours[] {
  return WEEK.map((day) => ({ day, ...dayHours(rows.filter((row) => row.days.includes(day))) }));
}

/** The hours that begin on a date, `isException` when they are not those of its weekday. */
export function hoursOn(
  { rows, exceptions }: { rows: WeekRow[]; exceptions: DateHours[] },
  date: string,
): DayHours & { isException: boolean } {
  const exception = exceptions.find(({ on }) => on === date);
  const day = isoWeekday(date);
  return { ...dayHours(exception?.spans ?? rows.filter(({ days }) => days.includes(day))), isException: !!exception };
}

/** The exceptions of the `days` days after `today`, which is told by itself. */
export function comingExceptions(
  exceptions: DateHours[],
  today: string,
  days: number,
): { on: string; hours: DayHours }[] {
  const last = new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  return exceptions
    .filter(({ on }) => on > today && on <= last)
    .map(({ on, spans }) => ({ on, hours: dayHours(spans) }));
}

function dayHours(spans: Span[]): DayHours {
  const inOrder = [...spans].sort((a, b) => a.opens.localeCompare(b.opens));
  const allDay = inOrder.some(({ opens, closes }) => opens === '00:00' && (closes === '24:00' || closes === '00:00'));
  return { allDay, spans: allDay ? [] : inOrder.map(spanOf) };
}

/** Days that follow each other with the same hours, as one line each: most places need one or two. */
export function weekLines(table: WeekDayHours[]): { from: number; to: number; hours: DayHours }[] {
  const lines: { from: number; to: number; hours: DayHours }[] = [];
  for (const hours of table) {
    const last = lines.at(-1);
    if (last && hasSameHours(last.hours, hours)) last.to = hours.day;
    else lines.push({ from: hours.day, to: hours.day, hours });
  }
  return lines;
}

/** ISO weekday of a `YYYY-MM-DD`. */
export function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** `Monday`, `Mon`. 2024 began on a Monday. */
export function weekdayName(day: number, locale: string, width: 'short' | 'long'): string {
  return dateFormatter(locale, 'UTC', { weekday: width }).format(Date.UTC(2024, 0, day));
}

function spanOf(row: Span): DayHours['spans'][number] {
  return {
    opens: row.opens,
    closes: row.closes === '24:00' ? '00:00' : row.closes,
    closesNextDay: row.closes !== '24:00' && row.closes !== '00:00' && row.closes <= row.opens,
  };
}

function hasSameHours(a: DayHours, b: DayHours): boolean {
  return a.allDay === b.allDay && JSON.stringify(a.spans) === JSON.stringify(b.spans);
}
