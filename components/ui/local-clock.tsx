'use client';

import { useSyncExternalStore } from 'react';

/** A moment by the reader's own clock; by the server's writing of it until the script runs, and without it. */
export function LocalClock({ at, locale, fallback }: { at: string; locale: string; fallback: string }) {
  const text = useSyncExternalStore(
    () => () => undefined,
    () =>
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at)),
    () => fallback,
  );
  return <time dateTime={at}>{text}</time>;
}
