'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Live } from './live';
import { isKeptCopy, pageAgeMs } from './page-age';
import { timeLeftMs } from './time-left';

/** Longer waits overflow a timer; by then somebody has looked away and back. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Takes its children off the page at `endsMs` and shows `after` instead, also without a signal. It counts from `nowMs`, the
 * server's time at which the page was made, so that a device whose clock is wrong ends nothing early; only a page shown from
 * its copy, or without a signal, which may have been made long ago, trusts the device. Without script the children stay.
 */
export function ShownUntil({
  nowMs,
  endsMs,
  after,
  children,
}: {
  nowMs: number;
  endsMs: number;
  after: ReactNode;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(nowMs >= endsMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const isCopy = isKeptCopy() || !navigator.onLine;
      const leftMs = timeLeftMs({ nowMs, endsMs, ageMs: pageAgeMs(nowMs), deviceMs: isCopy ? Date.now() : null });
      setOver(leftMs <= 0);
      if (leftMs > 0) timer = setTimeout(look, Math.min(LONGEST_MS, leftMs));
    };
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pageshow', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pageshow', look);
    };
  }, [nowMs, endsMs]);
  return (
    <>
      <Live>{isOver && after}</Live>
      {!isOver && children}
    </>
  );
}
