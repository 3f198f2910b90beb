'use client';

import { useEffect } from 'react';
import { addRecent, readRecent, recentCookie, recentInHeader } from './recent-cookie';

/** Keeps the hub among the recent ones of this device. Shows nothing. */
export function RememberHub({ hub }: { hub: string }) {
  useEffect(() => {
    const codes = readRecent(recentInHeader(document.cookie));
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers still in use.
    document.cookie = recentCookie(addRecent(codes, hub));
  }, [hub]);
  return null;
}
