'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isReachable } from '@/lib/client/reachable';
import { pageAgeMs } from './page-age';

/** A page looked at again after this long is read again. */
const STALE_MS = 60_000;
/** Just past the moment, so that the server's clock has passed it too. */
const SLACK_MS = 500;
/** However often things change, the server is left alone this long. */
const SHORTEST_MS = 5_000;
/** Longer waits overflow a timer; by then somebody has looked away and back. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Reads the page again when something on it changes by the clock, when it is looked at again after a while, when the network
 * comes back, and when the browser shows it again out of its history. `nowMs` is the server's time at which the page was made; `changesMs` that of
 * the next change on it, null for none. Shows nothing.
 */
export function StayCurrent({ nowMs, changesMs }: { nowMs: number; changesMs: number | null }) {
  const router = useRouter();
  useEffect(() => {
    const lastsMs = changesMs === null ? LONGEST_MS : Math.max(SHORTEST_MS, changesMs - nowMs + SLACK_MS);
    let isOver = false;
    const readAgain = async () => {
      if (document.visibilityState !== 'visible') return;
      // Without an answer the framework would load the page anew, and leave people with the browser's own error.
      if (!(await isReachable()) || isOver) return;
      delete document.documentElement.dataset.kept;
      // The same address once more: unlike `refresh`, it leaves the layouts alone, whose skeletons would flash up.
      router.replace(window.location.pathname + window.location.search, { scroll: false });
    };
    const look = () => {
      if (pageAgeMs(nowMs) >= Math.min(STALE_MS, lastsMs)) void readAgain();
    };
    const timer = setTimeout(readAgain, Math.min(LONGEST_MS, Math.max(0, lastsMs - pageAgeMs(nowMs))));
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pageshow', look);
    // Looked at while there was no network: now there is an answer to be had.
    window.addEventListener('online', look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pageshow', look);
      window.removeEventListener('online', look);
    };
  }, [router, nowMs, changesMs]);
  return null;
}
