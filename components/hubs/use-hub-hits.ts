'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { failureOf } from '@/lib/client/failure';
import { hubSearchOptions, SEARCH_LIMIT } from '@/lib/client/hubs';
import { loadLocalHubs, searchLocalHubs } from '@/lib/client/local-hubs';
import type { HubSearch } from '@/lib/contract/hubs';
import type { SearchFailure } from './search-words';

/** What the server found for the text the page was opened with, or why it could not search; null when nothing was asked. */
export type InitialHits = { hits: HubSearch } | { failure: SearchFailure } | null;

type Asked = {
  /** What is typed, trimmed. */
  query: string;
  /** The same once the fingers rest. */
  rested: string;
  initialQuery: string;
  initial: InitialHits;
  /** Whether the field has the focus: then the index is worth its bytes. */
  isFocused: boolean;
};

/**
 * Hits for what is typed. Once the index is in the browser it answers each keystroke at once, with or without a network;
 * until then the server is asked, and the hits before stay until the next ones are there.
 */
export function useHubHits({ query, rested, initialQuery, initial, isFocused }: Asked) {
  const { isLocal, load } = useLocalHubs();
  const local = useMemo(
    () => (isLocal && query !== '' ? searchLocalHubs(query, SEARCH_LIMIT) : null),
    [isLocal, query],
  );
  const isInitial = rested === initialQuery;
  const known = isInitial && initial && 'hits' in initial ? { initialData: initial.hits } : {};
  const remote = useQuery({ ...hubSearchOptions(rested), enabled: rested !== '' && !isLocal, ...known });

  useEffect(() => {
    if (isFocused || initialQuery !== '') load();
  }, [isFocused, initialQuery, load]);

  const retry = () => {
    load();
    void remote.refetch();
  };
  if (local) return { hits: local, isLocal: true, isFresh: true, isAsking: false, failure: null, retry };
  const isFresh = rested === query && remote.data !== undefined && !remote.isPlaceholderData;
  const initialFailure = isInitial && initial && 'failure' in initial ? initial.failure : null;
  return {
    hits: remote.isError ? undefined : remote.data,
    isLocal: false,
    isFresh: isFresh && !remote.isError,
    isAsking: remote.isFetching,
    failure: remote.error ? failureOf(remote.error) : initialFailure,
    retry,
  };
}

/** Whether the index is here, and how to ask for it: asking again costs nothing while it is on its way, or there. */
function useLocalHubs() {
  const [isLocal, setIsLocal] = useState(false);
  const load = useCallback(() => {
    void loadLocalHubs().then((isLoaded) => isLoaded && setIsLocal(true));
  }, []);
  return { isLocal, load };
}
