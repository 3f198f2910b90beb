import { Temporal } from 'temporal-polyfill';
import type { SandboxResource } from '../catalog/model';

/** Half-hour slots, asked for at least an hour ahead and at most sixty days [inferred]. */
export const SLOT_MINUTES = 30;
export const LEAD_MINUTES = 60;
export const HORIZON_DAYS = 60;

const DAY_MINUTES = 24 * 60;

/** The instant of a local time, in milliseconds; null where the clocks jump over it, or where it is no date. */
export function instantMs(at: string, zone: string): number | null {
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(at, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const exists = zoned.toPlainDateTime().equals(local);
  return exists ? zoned.epochMilliseconds : null;
}

/** The local time of an instant, in minutes and without an offset: `2026-11-26T10:30`. */
export function localText(ms: number, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

type Hours = Pick<SandboxResource, 'hours' | 'holidays'>;

/** Opening and closing, in minutes of the day, of the rows that begin on a date; past midnight the closing is beyond 24 hours. */
function rowsOf({ hours, holidays }: Hours, date: Temporal.PlainDate): { open: number; close: number }[] {
  const holiday = holidays.find(({ day }) => day === date.toString().slice(5));
  const rows = holiday ? [holiday.open ?? []].flat() : hours.filter((row) => row.days.includes(date.dayOfWeek));
  return rows.map((row) => {
    const [open, close] = [minutesOf(row.openTime), minutesOf(row.closeTime)];
    return { open, close: close > open ? close : close + DAY_MINUTES };
  });
}

/** Whether the place is open at this local time: what begins in the evening goes on into the next day, a holiday or not. */
export function isOpenAt(place: Hours, at: string): boolean {
  const local = Temporal.PlainDateTime.from(at);
  const date = local.toPlainDate();
  const minute = local.hour * 60 + local.minute;
  const isWithin = (late: number) => (row: { open: number; close: number }) =>
    row.open <= minute + late && minute + late < row.close;
  return rowsOf(place, date).some(isWithin(0)) || rowsOf(place, date.subtract({ days: 1 })).some(isWithin(DAY_MINUTES));
}

/** Whether the time may be asked for at all, by grid, lead time and horizon. */
export function isBookable(at: string, zone: string, nowMs: number): boolean {
  const startMs = instantMs(at, zone);
  if (startMs === null || Number(at.slice(14, 16)) % SLOT_MINUTES !== 0) return false;
  const lastDay = Temporal.PlainDate.from(localText(nowMs, zone).slice(0, 10)).add({ days: HORIZON_DAYS });
  return startMs >= nowMs + LEAD_MINUTES * 60_000 && Temporal.PlainDate.compare(at.slice(0, 10), lastDay) <= 0;
}
