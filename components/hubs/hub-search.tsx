'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { QueryProvider } from '@/lib/client/query-provider';
import type { HubSearch as Hits } from '@/lib/contract/hubs';
import { NearMe } from './near-me';
import { SearchField } from './search-field';
import { type OptionList, OptionListProvider, optionPath, SuggestedOptions } from './search-option';
import { SearchAnswer } from './search-results';
import { makeRoomForHits } from './search-room';
import { SearchStatus } from './search-status';
import { outcomeText, type SearchWords } from './search-words';
import { type InitialHits, useHubHits } from './use-hub-hits';
import { useOptionList } from './use-option-list';
import { useSearchText } from './use-search-text';

type Props = {
  initialQuery: string;
  initial: InitialHits;
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
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLElement>(null);
  const { text, setText, rested, settle } = useSearchText(initialQuery, field);
  const router = useRouter();
  const query = text.trim();
  const keys = useOptionList({ root, field }, { onClear: () => setText('') });
  const { isFocused } = keys;
  const search = useHubHits({ query, rested, initialQuery, initial, isFocused });
  const submit = useOpenOnEnter(search.isFresh && search.hits ? { query, hits: search.hits } : null, field, settle);
  const isAsked = query !== '' && !keys.isClosed;
  const list = useList(keys.list, !isAsked || (search.hits?.hubs.length ?? 0) > 0);
  const type = (typed: string) => {
    keys.open();
    setText(typed);
  };

  return (
    <OptionListProvider value={list}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked, and work without this. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click. */}
      <div
        ref={root}
        onClickCapture={settle}
        onClick={(event) => {
          const path = optionPath(event);
          if (path === null) return;
          event.preventDefault();
          router.push(path);
        }}
      >
        <h1 className="max-w-[14ch] font-bold text-34 lg:max-w-none">{words.title}</h1>
        <search>
          <form
            id="hub-search"
            action="/"
            className="mt-4 max-w-text"
            onSubmit={(event) => {
              event.preventDefault();
              keys.open();
              submit(query);
            }}
          >
            <SearchField
              field={field}
              text={text}
              words={words}
              list={keys.isHydrated ? list : null}
              onText={type}
              onKeyDown={keys.onKeyDown}
              onFocus={(event) => {
                keys.onFocus();
                makeRoomForHits(event.currentTarget);
              }}
              onBlur={keys.onBlur}
              onClick={keys.open}
              onClear={() => {
                type('');
                field.current?.focus();
              }}
            />
          </form>
        </search>
        <SearchStatus query={query} message={isAsked ? outcomeText({ ...search, query }, words, locale) : ''} />
        {isAsked ? (
          <section
            ref={results}
            tabIndex={-1}
            aria-label={words.results}
            aria-busy={search.isAsking}
            className="mt-5 max-w-text min-h-[calc(100dvh-6rem)]"
          >
            <SearchAnswer
              query={query}
              hits={search.hits}
              isLocal={search.isLocal}
              failure={search.failure}
              words={words}
              locale={locale}
              onRetry={() => {
                // The button is about to go, and the focus must not go with it.
                results.current?.focus();
                search.retry();
              }}
            />
          </section>
        ) : (
          <>
            <SuggestedOptions label={words.suggestions} />
            <NearMe words={words} locale={locale} />
            {children}
          </>
        )}
      </div>
    </OptionListProvider>
  );
}

/** The list with the same identity as long as it is the same, so that its links are not drawn again for nothing. */
function useList({ id, isOpen, activeId }: OptionList, hasOptions: boolean): OptionList {
  return useMemo(() => ({ id, isOpen: isOpen && hasOptions, activeId }), [id, isOpen, hasOptions, activeId]);
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
    else if (window.matchMedia('(pointer: coarse)').matches) field.current?.blur();
  }, [submitted, answer, field, settle, router]);
  return (query: string) => setSubmitted(query === '' ? null : query);
}
