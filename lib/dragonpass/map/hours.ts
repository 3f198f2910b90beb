import 'server-only';
import { z } from 'zod';
import type { HoursException, OpeningHours, OpeningRow } from '@/lib/domain/opening-hours';
import type { Notice } from '../events';
import { booleanSchema, integerSchema, lenient, textSchema } from '../wire/primitives';

/** More dates than this are no list of holidays. */
const MOST_EXCEPTIONS = 400;

/** `HH:mm`, seconds dropped; one digit for the hour is taken as well. */
function clockOf(text: string, latest: string): string | null {
  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  return clock <= latest ? clock : null;
}

const clockSchema = (latest: string) =>
  textSchema.transform((text, context) => {
    const clock = clockOf(text, latest);
    if (clock !== null) return clock;
    context.addIssue({ code: 'custom', message: 'is not a time of day' });
    return z.NEVER;
  });

const timesSchema = z.object({ openTime: clockSchema('23:59'), closeTime: clockSchema('24:00') });

/** [inferred]; several rows a day, and closing before opening, are for the rules of opening hours to read. */
const rowSchema = timesSchema.extend({ days: z.array(integerSchema.pipe(z.int().min(1).max(7))).min(1) });

/** `2026-12-25`, or an instant's text that begins with it. */
const dateSchema = textSchema.transform((text) => text.slice(0, 10)).pipe(z.iso.date());

/** One date of `businessHoursExceptions` [inferred]: closed, or with one stretch of other hours; several rows a date. */
const exceptionSchema = z.union([
  timesSchema.extend({ date: dateSchema, closed: lenient(booleanSchema).pipe(z.literal(false).nullable()) }),
  z.object({ date: dateSchema, closed: booleanSchema.pipe(z.literal(true)) }),
]);

/**
 * Opening hours. One row that cannot be read makes all of them the vendor's text: half a week would claim that a place
 * is closed when it is open. Of exceptions, what cannot be read is kept as the vendor's text beside the rest.
 */
export function hoursOf(value: unknown, exceptions: unknown, notice: Notice): OpeningHours {
  const rows = z.array(rowSchema).min(1).safeParse(value);
  if (rows.success) return { kind: 'weekly', rows: rows.data.map(rowOf), ...exceptionsOf(exceptions, notice) };
  const text = [value, exceptions].map(textOf).filter(Boolean).join('; ').trim();
  return text === '' ? { kind: 'unknown' } : { kind: 'text', text };
}

function rowOf(row: z.output<typeof rowSchema>): OpeningRow {
  return { days: [...new Set(row.days)].sort(), ...spanOf(row) };
}

/** A day written as 00:00-23:59 is a whole day, not one with a minute missing [inferred]. */
function spanOf({ openTime, closeTime }: z.output<typeof timesSchema>) {
  return { opens: openTime, closes: openTime === '00:00' && closeTime === '23:59' ? '24:00' : closeTime };
}

function exceptionsOf(value: unknown, notice: Notice): { exceptions: HoursException[]; note?: string } {
  if (value === null || value === undefined) return { exceptions: [] };
  const byDate = new Map<string, HoursException>();
  const unreadable: unknown[] = [];
  for (const row of Array.isArray(value) ? value.slice(0, MOST_EXCEPTIONS) : [value]) {
    const read = exceptionSchema.safeParse(row).data;
    if (!read) {
      notice('businessHoursExceptions', typeof row === 'object' ? JSON.stringify(row) : row);
      unreadable.push(row);
      continue;
    }
    const spans = 'openTime' in read ? [spanOf(read)] : [];
    byDate.set(read.date, { on: read.date, spans: [...(byDate.get(read.date)?.spans ?? []), ...spans] });
  }
  const exceptions = [...byDate.values()].sort((a, b) => a.on.localeCompare(b.on));
  const note = textOf(unreadable).trim();
  return note === '' ? { exceptions } : { exceptions, note };
}

/** What the vendor wrote, as a person can read it: texts as they are, rows as "days opens-closes". */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value !== 'object' || value === null) return '';
  const row = z
    .object({ days: z.unknown().optional(), date: z.unknown().optional(), openTime: textSchema, closeTime: textSchema })
    .safeParse(value).data;
  if (row) {
    const when = row.days ?? row.date;
    const days = Array.isArray(when) ? when.map(String).join(', ') : String(when ?? '');
    return `${days} ${row.openTime}-${row.closeTime}`.trim();
  }
  return Object.values(value).map(textOf).filter(Boolean).join(' ');
}
