import 'server-only';
import type { Notice } from '../events';

/**
 * Our word for a number of the vendor's. A number we have no word for is `unknown` and is reported; an absent one is
 * null, and for the caller to decide about.
 */
export function wordOf<Word extends string>(
  words: Readonly<Record<number, Word>>,
  value: unknown,
  field: string,
  notice: Notice,
): Word | 'unknown' | null {
  if (value === null || value === undefined) return null;
  const word = words[Number(value)];
  if (word === undefined) notice(field, value);
  return word ?? 'unknown';
}
