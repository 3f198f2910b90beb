'use client';

import { useEffect, useState } from 'react';
import { clockTime } from '@/lib/format/time';

/**
 * The clock at a place. It starts from the server's time and only counts on from there, so that a device whose own clock
 * is wrong shows the right time. It changes once a minute, and never speaks up.
 */
export function LocalClock({ nowMs, timeZone, locale }: { nowMs: number; timeZone: string; locale: string }) {
  const [shownMs, setShownMs] = useState(nowMs);
  useEffect(() => {
    const startedAt = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const currentMs = nowMs + performance.now() - startedAt;
      setShownMs(currentMs);
      timer = setTimeout(tick, 60_000 - (currentMs % 60_000));
    };
    timer = setTimeout(tick, 60_000 - (nowMs % 60_000));
    return () => clearTimeout(timer);
  }, [nowMs]);
  return <time dateTime={new Date(shownMs).toISOString()}>{clockTime(shownMs, { timeZone, locale })}</time>;
}
