'use client';

import { useEffect, useState } from 'react';
import { pageAgeMs } from '@/components/ui/page-age';
import { clockTime } from '@/lib/format/time';

/**
 * The clock at a place. It starts from the server's time and only counts on from there, so that a device whose own clock
 * is wrong shows the right time. It changes once a minute, is right again after the device has slept, and never speaks up.
 */
export function LocalClock({ nowMs, timeZone, locale }: { nowMs: number; timeZone: string; locale: string }) {
  const [shownMs, setShownMs] = useState(nowMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      clearTimeout(timer);
      const currentMs = nowMs + pageAgeMs(nowMs);
      setShownMs(currentMs);
      timer = setTimeout(tick, 60_000 - (currentMs % 60_000));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [nowMs]);
  return <time dateTime={new Date(shownMs).toISOString()}>{clockTime(shownMs, { timeZone, locale })}</time>;
}
