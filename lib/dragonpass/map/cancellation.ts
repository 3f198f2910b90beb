import 'server-only';
import { z } from 'zod';
import type { CancellationPolicy } from '@/lib/domain/cancellation';
import type { Notice } from '../events';
import { booleanSchema, lenient } from '../wire/primitives';

const UNKNOWN: CancellationPolicy = { kind: 'unknown' };

/** Longer than any visit can be booked ahead; a larger number is not hours. */
const MOST_HOURS = 24 * 366;

/** The only sentence that is read as "never": one that says nothing else. */
const SAYS_NEVER = /^\s*(?:not|non)[\s-]*cancell?able\W*$/i;

/** Field names [inferred]. */
const policySchema = z.object({
  cancellable: lenient(booleanSchema),
  freeCancellationHours: lenient(z.union([z.number(), z.string()])),
});

/**
 * What the place says about giving a booking back: an object, a number of hours, or a sentence. What is missing or
 * cannot be read is unknown, never "free" and never "not cancellable" (0.2).
 */
export function cancellationOf(value: unknown, notice: Notice): CancellationPolicy {
  if (value === null || value === undefined) return UNKNOWN;
  const policy = typeof value === 'object' ? policySchema.safeParse(value).data : undefined;
  if (policy?.cancellable === false) return { kind: 'never' };
  const given = policy ? policy.freeCancellationHours : value;
  if (typeof given === 'string' && SAYS_NEVER.test(given)) return { kind: 'never' };
  const hoursBefore = typeof given === 'string' ? hoursInText(given) : given;
  if (typeof hoursBefore === 'number' && hoursBefore >= 0 && hoursBefore <= MOST_HOURS) {
    return { kind: 'free-until', hoursBefore };
  }
  notice('cancellationPolicy', typeof given === 'string' ? given : typeof given);
  return UNKNOWN;
}

/**
 * Hours out of "24", "24 hours before" or "2 days before". A text with two durations, a fee, or "after" says something
 * else than one limit before the visit, and is not read.
 */
function hoursInText(text: string): number | null {
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return Number(text);
  if (/\bafter\b|%|\bfees?\b|\bcharge/i.test(text)) return null;
  const [found, another] = [...text.matchAll(/(\d+(?:\.\d+)?)\s*-?\s*(hours?|hrs?|h|days?|d)\b/gi)];
  if (!found || another) return null;
  const perUnit = found[2]?.toLowerCase().startsWith('d') ? 24 : 1;
  return Number(found[1]) * perUnit;
}
