'use client';

import { useState } from 'react';

/** Less than this is the way the page took to get here, not a wrong clock. */
const NOTICEABLE_MS = 30_000;

/**
 * The time by the server's clock, in milliseconds: a device that is a day off must not end a hold early or promise a
 * cancellation that is no longer free. `serverNowMs` is when the page was made.
 */
export function useServerClock(serverNowMs: number): () => number {
  const [clock] = useState(() => {
    const offsetMs = serverNowMs - Date.now();
    const correctionMs = Math.abs(offsetMs) < NOTICEABLE_MS ? 0 : offsetMs;
    return () => Date.now() + correctionMs;
  });
  return clock;
}
