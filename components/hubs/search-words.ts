import type { PluralForms } from '@/lib/format/plural';

/** Words of the search island, translated on the server. `#` stands for a number, `{…}` for what the name says. */
export type SearchWords = {
  title: string;
  label: string;
  search: string;
  clear: string;
  results: string;
  found: PluralForms;
  /** `{shown}` and `{total}`. */
  foundMore: string;
  places: PluralForms;
  noPlaces: string;
  /** `{name}` and `{distance}`. */
  nearestServed: string;
  /** `{query}`. */
  emptyTitle: string;
  emptyText: string;
  failed: Record<'any' | 'offline' | 'busy', { title: string; text: string }>;
  retry: string;
  reference: string;
  near: {
    button: string;
    title: string;
    asking: string;
    refused: string;
    failed: string;
    close: string;
  };
};

/** Puts values where a word has `{name}`. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export type SearchFailure = { code: string; requestId: string | null };

export function failureWords(words: SearchWords, failure: SearchFailure): { title: string; text: string } {
  if (failure.code === 'offline') return words.failed.offline;
  return failure.code === 'rate_limited' ? words.failed.busy : words.failed.any;
}
