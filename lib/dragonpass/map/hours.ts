import 'server-only';
import { z } from 'zod';
import type { OpeningHours, OpeningRow } from '@/lib/domain/opening-hours';
import { integerSchema, textSchema } from '../wire/primitives';

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

/** [inferred]; several rows a day, and closing before opening, are for the rules of opening hours to read. */
const rowSchema = z.object({
  days: z.array(integerSchema.pipe(z.int().min(1).max(7))).min(1),
  openTime: clockSchema('23:59'),
  closeTime: clockSchema('24:00'),
});

/**
 * Opening hours. One row that cannot be read makes all of them the vendor's text: half a week would claim that a place
 * is closed when it is open.
 */
export function hoursOf(value: unknown): OpeningHours {
  const rows = z.array(rowSchema).min(1).safeParse(value);
  if (rows.success) return { kind: 'weekly', rows: rows.data.map(rowOf) };
  const text = textOf(value).trim();
  return text === '' ? { kind: 'unknown' } : { kind: 'text', text };
}

function rowOf(row: z.output<typeof rowSchema>): OpeningRow {
  // A day written as 00:00-23:59 is a whole day, not one with a minute missing [inferred].
  const closes = row.openTime === '00:00' && row.closeTime === '23:59' ? '24:00' : row.closeTime;
  return { days: [...new Set(row.days)].sort(), opens: row.openTime, closes };
}

/** What the vendor wrote, as a person can read it: texts as they are, rows as "days opens-closes". */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value !== 'object' || value === null) return '';
  const row = z
    .object({ days: z.unknown().optional(), openTime: textSchema, closeTime: textSchema })
    .safeParse(value).data;
  if (row) {
    const days = Array.isArray(row.days) ? row.days.map(String).join(', ') : String(row.days ?? '');
    return `${days} ${row.openTime}-${row.closeTime}`.trim();
  }
  return Object.values(value).map(textOf).filter(Boolean).join(' ');
}
