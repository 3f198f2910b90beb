'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isReachable } from '@/lib/client/reachable';

/** Reads the page again while something on it is about to settle: soon at first, then ever more slowly. */
export function RefreshWhile({ firstMs = 3000, longestMs = 30_000 }: { firstMs?: number; longestMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    let waitMs = firstMs;
    let timer = setTimeout(again, waitMs);
    let isOver = false;
    async function look() {
      // Without an answer the framework would load the page anew, and again each time.
      if (!(await isReachable()) || isOver) return;
      delete document.documentElement.dataset.kept;
      router.refresh();
    }
    function again() {
      if (document.visibilityState === 'visible') look();
      waitMs = Math.min(waitMs * 1.5, longestMs);
      timer = setTimeout(again, waitMs);
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [router, firstMs, longestMs]);
  return null;
}
