import type { ActivityEntry } from '@/lib/contract/activity';

type Dated = Pick<ActivityEntry, 'happenedAt' | 'localTime'>;

/** Entries by calendar month of the place, where its clock is known; in the order they come in. */
export function byMonth<E extends Dated>(entries: E[]): { month: string; entries: E[] }[] {
  const months: { month: string; entries: E[] }[] = [];
  for (const entry of entries) {
    const month = (entry.localTime ?? new Date(entry.happenedAt).toISOString()).slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}
