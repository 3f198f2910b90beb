import { dateFormatter } from './formatters';

export type WeekRow = { days: number[]; opens: string; closes: string };

/** `allDay` when open round the clock; no `spans` and not `allDay`: closed that day. `closesNextDay` after midnight. */
export type DayHours = {
  /** ISO weekday, Monday 1 to Sunday 7. */
  day: number;
  allDay: boolean;
  spans: { opens: string; closes: string; closesNextDay: boolean }[];
};

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The week as seven days, Monday first, each with its hours in order. */
export function weekTable(rows: WeekRow[]): DayHours[] {
  return WEEK.map((day) => {
    const ofDay = rows.filter((row) => row.days.includes(day)).sort((a, b) => a.opens.localeCompare(b.opens));
    const allDay = ofDay.some((row) => row.opens === '00:00' && (row.closes === '24:00' || row.closes === '00:00'));
    return { day, allDay, spans: allDay ? [] : ofDay.map(spanOf) };
  });
}

/** Days that follow each other with the same hours, as one line each: most places need one or two. */
export function weekLines(table: DayHours[]): { from: number; to: number; hours: DayHours }[] {
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

function spanOf(row: WeekRow): DayHours['spans'][number] {
  return {
    opens: row.opens,
    closes: row.closes === '24:00' ? '00:00' : row.closes,
    closesNextDay: row.closes !== '24:00' && row.closes !== '00:00' && row.closes <= row.opens,
  };
}

function hasSameHours(a: DayHours, b: DayHours): boolean {
  return a.allDay === b.allDay && JSON.stringify(a.spans) === JSON.stringify(b.spans);
}
