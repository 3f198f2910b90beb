import { Temporal } from 'temporal-polyfill';

/** `YYYY-MM-DD` on the place's own calendar. */
export type LocalDate = string;
/** `YYYY-MM-DDTHH:mm` on the place's own clock, without an offset, as the vendor wants it (dragonpass-api 1.2). */
export type LocalTime = string;

/**
 * True for a zone name this machine's zone data knows; the vendor's text is not trusted to be one. An offset is none: it
 * knows no summer, and only newer browsers write times in it. `Temporal` alone would take it, and any instant's text.
 */
export function isTimeZone(timeZone: string): boolean {
  if (!/^[a-z]/i.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant at which a clock at the place shows `at`, in milliseconds. In the hour that a zone repeats in autumn the
 * first pass is taken; a time that spring skips is moved forward by the skipped hour.
 */
export function instantOf(at: LocalTime, timeZone: string): number {
  return Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The instant from which a clock at the place shows `at` or later: a time that spring skips is there when it is skipped. */
export function reachedAt(at: LocalTime, timeZone: string): number {
  if (existsAt(at, timeZone)) return instantOf(at, timeZone);
  const before = Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? instantOf(at, timeZone);
}

/** True when the place's clock shows `at` at some moment, false in the hour that spring skips. */
export function existsAt(at: LocalTime, timeZone: string): boolean {
  const plain = Temporal.PlainDateTime.from(at);
  return plain.toZonedDateTime(timeZone).toPlainDateTime().equals(plain);
}

/** The place's calendar day at an instant. */
export function localDateOf(epochMs: number, timeZone: string): LocalDate {
  return zoned(epochMs, timeZone).toPlainDate().toString();
}

/** An instant written with the place's own offset, for example `2026-03-29T02:30:00+02:00`. */
export function isoInZone(epochMs: number, timeZone: string): string {
  return zoned(epochMs, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function weekdayOf(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

function zoned(epochMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
}
