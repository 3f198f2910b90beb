import { dateFormatter } from './formatters';

/** An ISO text with an offset or `Z`, or epoch milliseconds. */
export type Instant = string | number;

/** Where and in which language a time is read: never the device's own zone. */
export type Reading = { timeZone: string; locale: string };

/** `22:00` on the place's clock. */
export function clockTime(instant: Instant, { timeZone, locale }: Reading): string {
  return dateFormatter(locale, timeZone, { hour: '2-digit', minute: '2-digit' }).format(msOf(instant));
}

/** `Tue 14:00` on the place's clock. */
export function weekdayTime(instant: Instant, reading: Reading): string {
  return `${weekday(instant, reading, 'short')} ${clockTime(instant, reading)}`;
}

/** `Tue` or `Tuesday`. */
export function weekday(instant: Instant, { timeZone, locale }: Reading, width: 'short' | 'long'): string {
  return dateFormatter(locale, timeZone, { weekday: width }).format(msOf(instant));
}

/** `Wed 25 Nov`, with the year when it is not the year of `nowMs`. */
export function shortDate(instant: Instant, reading: Reading, nowMs: number): string {
  return withoutComma(instant, reading, { weekday: 'short', day: 'numeric', month: 'short' }, nowMs);
}

/** `Thursday 26 November`, with the year when it is not the year of `nowMs`. */
export function longDate(instant: Instant, reading: Reading, nowMs: number): string {
  return withoutComma(instant, reading, { weekday: 'long', day: 'numeric', month: 'long' }, nowMs);
}

/** `31 Dec 2028`. */
export function expiryDate(instant: Instant, { timeZone, locale }: Reading): string {
  return dateFormatter(locale, timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(msOf(instant));
}

/** The zone in short, as it is at that moment: `GMT`, `CET`, `GMT+8`. */
export function zoneName(instant: Instant, { timeZone, locale }: Reading): string {
  const parts = dateFormatter(locale, timeZone, { hour: '2-digit', timeZoneName: 'short' }).formatToParts(
    msOf(instant),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** The calendar day at the place, `YYYY-MM-DD`: for comparing, not for reading. */
export function dayAt(instant: Instant, timeZone: string): string {
  return dateFormatter('sv-SE', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(msOf(instant));
}

/** Whole calendar days from `from` to `instant` at the place: 0 today, 1 tomorrow, -1 yesterday. */
export function daysFrom(from: Instant, instant: Instant, timeZone: string): number {
  return Math.round((Date.parse(dayAt(instant, timeZone)) - Date.parse(dayAt(from, timeZone))) / 86_400_000);
}

function withoutComma(
  instant: Instant,
  { timeZone, locale }: Reading,
  options: Intl.DateTimeFormatOptions,
  nowMs: number,
): string {
  const isThisYear = dayAt(instant, timeZone).slice(0, 4) === dayAt(nowMs, timeZone).slice(0, 4);
  const text = dateFormatter(locale, timeZone, isThisYear ? options : { ...options, year: 'numeric' }).format(
    msOf(instant),
  );
  return locale.startsWith('en') ? text.replaceAll(',', '') : text;
}

function msOf(instant: Instant): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}
