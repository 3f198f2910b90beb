import type { HubSearch } from '@/lib/contract/hubs';
import { numberFormatter } from '@/lib/format/formatters';
import { type PluralForms, pluralText } from '@/lib/format/plural';

/** Words of the search island, translated on the server. `#` stands for a number, `{…}` for what the name says. */
export type SearchWords = {
  title: string;
  label: string;
  search: string;
  clear: string;
  results: string;
  /** What may be chosen before anything is typed. */
  suggestions: string;
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

/** `14 results`, or how many of how many are shown. */
export function countText(hits: HubSearch, words: SearchWords, locale: string): string {
  const shown = hits.hubs.length;
  if (hits.total <= shown) return pluralText(words.found, hits.total, locale);
  return fillIn(words.foundMore, { shown: String(shown), total: numberFormatter(locale).format(hits.total) });
}

type Outcome = { query: string; hits: HubSearch | undefined; isFresh: boolean; failure: SearchFailure | null };

/** What to tell somebody who does not see the hits; empty while they are on their way. */
export function outcomeText({ query, hits, isFresh, failure }: Outcome, words: SearchWords, locale: string): string {
  if (hits && isFresh) {
    return hits.total === 0 ? fillIn(words.emptyTitle, { query }) : pluralText(words.found, hits.total, locale);
  }
  return failure && !hits ? failureWords(words, failure).title : '';
}
