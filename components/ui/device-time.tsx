'use client';

import { useSyncExternalStore } from 'react';

/**
 * A moment by the reader's own clock; by the server's writing of it until the script runs, and without it. The server's
 * writing keeps its room, so that nothing beside it moves when the shorter one takes over.
 */
export function DeviceTime({ at, locale, fallback }: { at: string; locale: string; fallback: string }) {
  const text = useSyncExternalStore(
    () => () => undefined,
    () =>
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at)),
    () => fallback,
  );
  return (
    <time dateTime={at} className="relative inline-block">
      <span aria-hidden={text !== fallback} className={text === fallback ? undefined : 'invisible'}>
        {fallback}
      </span>
      {text !== fallback && <span className="absolute inset-0 text-start">{text}</span>}
    </time>
  );
}
