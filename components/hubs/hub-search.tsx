'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError } from '@/lib/client/api';
import { hubSearchOptions } from '@/lib/client/hubs';
import { QueryProvider } from '@/lib/client/query-provider';
import type { HubSearch as Hits } from '@/lib/contract/hubs';
import { pluralText } from '@/lib/format/plural';
import { NearMe } from './near-me';
import { moveRowFocus } from './row-focus';
import { SearchField } from './search-field';
import { HubRowSkeletons, SearchFailed, SearchHits } from './search-results';
import { fillIn, type SearchFailure, type SearchWords } from './search-words';
import { useSearchText } from './use-search-text';

type Props = {
  initialQuery: string;
  /** What the server found for `initialQuery`, or why it could not search; null when nothing was asked. */
  initial: { hits: Hits } | { failure: SearchFailure } | null;
  words: SearchWords;
  locale: string;
  /** What the page shows while nothing is typed. */
  children: ReactNode;
};

/** Search as you type over a real form: the server answers it whole where this code never arrives. */
export function HubSearch(props: Props) {
  return (
    <QueryProvider>
      <Island {...props} />
    </QueryProvider>
  );
}

function Island({ initialQuery, initial, words, locale, children }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const { text, setText, query, settle } = useSearchText(initialQuery, field);
  const isInitial = query === initialQuery;
  const search = useQuery({
    ...hubSearchOptions(query),
    ...(isInitial && initial && 'hits' in initial ? { initialData: initial.hits } : {}),
  });
  const isFresh = query === text.trim() && search.data !== undefined && !search.isPlaceholderData;
  const submit = useOpenOnEnter(isFresh ? { query, hits: search.data } : null, field, settle);
  const failure = failureOf(search.error) ?? (isInitial && initial && 'failure' in initial ? initial.failure : null);
  const clear = () => {
    setText('');
    field.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the field and the links inside, each usable by itself.
    <div onKeyDown={(event) => moveRowFocus(event, field.current)} onClickCapture={settle}>
      <h1 className="max-w-[14ch] font-bold text-34 lg:max-w-none">{words.title}</h1>
      <search>
        <form
          id="hub-search"
          action="/"
          className="mt-4 max-w-text"
          onSubmit={(event) => {
            event.preventDefault();
            submit(text.trim());
          }}
        >
          <SearchField
            field={field}
            text={text}
            words={words}
            onText={setText}
            onKeyDown={(event) => event.key === 'Escape' && text !== '' && clear()}
            onClear={clear}
          />
        </form>
      </search>
      <p role="status" className="sr-only">
        {text.trim() !== '' && isFresh && announcement(query, search.data, words, locale)}
      </p>
      {text.trim() === '' ? (
        <>
          <NearMe words={words} locale={locale} />
          {children}
        </>
      ) : (
        <section aria-label={words.results} aria-busy={search.isFetching} className="mt-5 max-w-text">
          {search.data && !search.isError ? (
            <>
              <Count hits={search.data} words={words} locale={locale} />
              <SearchHits query={query} result={search.data} words={words} locale={locale} />
            </>
          ) : failure ? (
            <SearchFailed failure={failure} words={words} onRetry={() => search.refetch()} />
          ) : (
            <HubRowSkeletons />
          )}
        </section>
      )}
    </div>
  );
}

function announcement(query: string, hits: Hits, words: SearchWords, locale: string): string {
  return hits.total === 0 ? fillIn(words.emptyTitle, { query }) : pluralText(words.found, hits.total, locale);
}

function Count({ hits, words, locale }: { hits: Hits; words: SearchWords; locale: string }) {
  if (hits.total === 0) return null;
  const isCut = hits.total > hits.hubs.length;
  const numbers = { shown: String(hits.hubs.length), total: hits.total.toLocaleString(locale) };
  return (
    <p className="overline tabular mb-1">
      {isCut ? fillIn(words.foundMore, numbers) : pluralText(words.found, hits.total, locale)}
    </p>
  );
}

/**
 * Enter opens the hub that can only be meant: the exact code, or the one hit. Otherwise the keyboard of a phone goes away
 * and the hits can be seen. Pressed before the answer is there, it waits for it.
 */
function useOpenOnEnter(
  answer: { query: string; hits: Hits } | null,
  field: { current: HTMLInputElement | null },
  settle: () => void,
) {
  const router = useRouter();
  const [submitted, setSubmitted] = useState<string | null>(null);
  useEffect(() => {
    if (submitted === null || answer?.query !== submitted) return;
    setSubmitted(null);
    const { hubs } = answer.hits;
    const exact = hubs.find((hub) => hub.iata?.toLowerCase() === submitted.toLowerCase());
    const only = hubs.length === 1 ? hubs[0] : undefined;
    const hub = exact ?? only;
    settle();
    if (hub) router.push(`/hubs/${encodeURIComponent(hub.hub)}`);
    else field.current?.blur();
  }, [submitted, answer, field, settle, router]);
  return (query: string) => setSubmitted(query === '' ? null : query);
}

function failureOf(error: Error | null): SearchFailure | null {
  if (!error) return null;
  if (error instanceof ApiError) return { code: error.code, requestId: error.requestId };
  return { code: 'internal', requestId: null };
}
