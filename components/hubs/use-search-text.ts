'use client';

import { useSearchParams } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';

const SEARCH_PAUSE_MS = 80;
/** Browsers refuse more than about ten address changes a second; nobody shares a link while still typing. */
const ADDRESS_PAUSE_MS = 400;

/**
 * What is typed, the same once the fingers rest (`rested`), and the address kept in step, so that coming back, reloading
 * and sharing show the same. `field` may hold text typed before this code arrived; it counts.
 */
export function useSearchText(initialQuery: string, field: RefObject<HTMLInputElement | null>) {
  const [text, setText] = useState(initialQuery);
  const rested = useRested(text.trim(), SEARCH_PAUSE_MS);
  const addressQuery = useRested(rested, ADDRESS_PAUSE_MS);
  const written = useRef(initialQuery);
  const shown = useSearchParams().get('q') ?? '';

  useEffect(() => {
    if (field.current && field.current.value !== '') setText(field.current.value);
  }, [field]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `shown` only says that it is time to look.
  useEffect(() => {
    const inAddress = new URLSearchParams(window.location.search).get('q') ?? '';
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [shown]);

  useEffect(() => write(addressQuery, written), [addressQuery]);

  /** To be called before going elsewhere: an address written while the next page is on its way would call it off. */
  const settle = () => write(text.trim(), written);
  return { text, setText, rested, settle };
}

function write(query: string, written: { current: string }): void {
  if (query === written.current) return;
  written.current = query;
  window.history.replaceState(null, '', query === '' ? '/' : `/?${new URLSearchParams({ q: query })}`);
}

/** The value once it has not changed for a while; an emptied one at once. */
function useRested(value: string, pauseMs: number): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), value === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
