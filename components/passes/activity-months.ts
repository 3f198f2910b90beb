import type { ActivityEntry } from '@/lib/contract/activity';

type Dated = Pick<ActivityEntry, 'kind' | 'happenedAt' | 'localTime'>;

/**
 * Entries by calendar month, in the order they come in. What happened at a place counts by the place's clock; a booking is
 * made wherever the traveller is, and its local time is that of the visit to come.
 */
export function byMonth<E extends Dated>(entries: E[]): { month: string; entries: E[] }[] {
  const months = new Map<string, E[]>();
  for (const entry of entries) {
    const isAtPlace = entry.kind === 'visit' || entry.kind === 'reversal';
    const day = (isAtPlace && entry.localTime) || new Date(entry.happenedAt).toISOString();
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, ofMonth]) => ({ month, entries: ofMonth }));
}
