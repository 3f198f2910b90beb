import {
  type DaySpan,
  type HoursException,
  type OpeningRow,
  spansOn,
  type WeeklyHours,
} from '@/lib/domain/opening-hours';
import { dateFormatter } from './formatters';

/** `allDay` when open round the clock; no `spans` and not `allDay`: closed that day. `closesNextDay` after midnight. */
export type DayHours = { allDay: boolean; spans: (DaySpan & { closesNextDay: boolean })[] };

/** `day` is the ISO weekday, Monday 1 to Sunday 7. */
type WeekDayHours = DayHours & { day: number };

const DAY_MS = 86_400_000;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The week as seven days, Monday first, each with its hours in order. */
export function weekTable(rows: OpeningRow[]): WeekDayHours[] {
  return WEEK.map((day) => ({ day, ...dayHours(rows.filter((row) => row.days.includes(day))) }));
}

/** The hours that begin on a date, `isException` when they are not those of its weekday. */
export function hoursOn(
  hours: Pick<WeeklyHours, 'rows' | 'exceptions'>,
  date: string,
): DayHours & { isException: boolean } {
  const isException = hours.exceptions.some(({ on }) => on === date);
  return { ...dayHours(spansOn(hours, date)), isException };
}

/** The exceptions of the `days` days after `today`, which is told by itself. */
export function comingExceptions(
  exceptions: HoursException[],
  today: string,
  days: number,
): { on: string; hours: DayHours }[] {
  const last = new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  return exceptions
    .filter(({ on }) => on > today && on <= last)
    .map(({ on, spans }) => ({ on, hours: dayHours(spans) }));
}

function dayHours(spans: DaySpan[]): DayHours {
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

/** `Monday`, `Mon`. 2024 began on a Monday. */
export function weekdayName(day: number, locale: string, width: 'short' | 'long'): string {
  return dateFormatter(locale, 'UTC', { weekday: width }).format(Date.UTC(2024, 0, day));
}

function spanOf(row: DaySpan): DayHours['spans'][number] {
  return {
    opens: row.opens,
    closes: row.closes === '24:00' ? '00:00' : row.closes,
    closesNextDay: row.closes !== '24:00' && row.closes !== '00:00' && row.closes <= row.opens,
  };
}

function hasSameHours(a: DayHours, b: DayHours): boolean {
  return a.allDay === b.allDay && JSON.stringify(a.spans) === JSON.stringify(b.spans);
}
