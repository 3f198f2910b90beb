'use client';

import { useEffect, useState } from 'react';

/** `9:41`, running down. Quiet for screen readers: the end of the hold is announced, not every second of it. */
export function HoldCountdown({ untilMs, clock }: { untilMs: number; clock: () => number }) {
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <span role="timer" aria-live="off" className="tabular">
      {minutesAndSeconds(untilMs - nowMs)}
    </span>
  );
}

export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
