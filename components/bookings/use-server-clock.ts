'use client';

import { useState } from 'react';

/** Less than this is the way the page took to get here, not a wrong clock. */
const NOTICEABLE_MS = 30_000;

/** What was found when a page came: shown again out of the browser's history, its age would look like a wrong clock. */
const corrections = new Map<number, number>();

/**
 * The time by the server's clock, in milliseconds: a device that is a day off must not end a hold early or promise a
 * cancellation that is no longer free. `serverNowMs` is when the page was made.
 */
export function useServerClock(serverNowMs: number): () => number {
  const [clock] = useState(() => {
    const correctionMs = correctionOf(serverNowMs);
    return () => Date.now() + correctionMs;
  });
  return clock;
}

function correctionOf(serverNowMs: number): number {
  const offsetMs = serverNowMs - Date.now();
  // On the server every page is a new one.
  if (typeof window === 'undefined') return 0;
  const known = corrections.get(serverNowMs) ?? (Math.abs(offsetMs) < NOTICEABLE_MS ? 0 : offsetMs);
  corrections.set(serverNowMs, known);
  return known;
}
