'use client';

import { type ReactNode, use } from 'react';

/** After this long a page that is still not there shows its skeleton on a first visit too. */
const FIRST_VISIT_MS = 4_000;

/**
 * Skeletons for going from page to page. On a first visit the server waits for the page itself instead, so that it
 * arrives whole: in reading order, without JavaScript, and with nothing that swaps while it is read.
 */
export function WhenNavigating({ children }: { children: ReactNode }) {
  if (typeof window === 'undefined') use(new Promise<void>((resolve) => setTimeout(resolve, FIRST_VISIT_MS)));
  return children;
}
