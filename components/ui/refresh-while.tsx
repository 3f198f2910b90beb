'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again while something on it is about to settle: soon at first, then ever more slowly. */
export function RefreshWhile({ firstMs = 3000, longestMs = 30_000 }: { firstMs?: number; longestMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    let waitMs = firstMs;
    let timer = setTimeout(again, waitMs);
    function again() {
      if (document.visibilityState === 'visible') router.refresh();
      waitMs = Math.min(waitMs * 1.5, longestMs);
      timer = setTimeout(again, waitMs);
    }
    return () => clearTimeout(timer);
  }, [router, firstMs, longestMs]);
  return null;
}
