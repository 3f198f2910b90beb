'use client';

import { useEffect, useState } from 'react';
import { useServerClock } from './use-server-clock';

const TICK_MS = 15_000;

/** `5 h 20 min left`, counting down by the server's clock. Words hold `{time}`, `{hours}` and `{minutes}`. */
export function TimeLeft({
  untilMs,
  serverNowMs,
  words,
}: {
  untilMs: number;
  serverNowMs: number;
  words: Record<'left' | 'hoursMinutes' | 'minutes' | 'over', string>;
}) {
  const clock = useServerClock(serverNowMs);
  // The server's own number first: the page must read the same before and after the script runs.
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    setNowMs(clock());
    const timer = setInterval(() => setNowMs(clock()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return <span className="tabular">{timeLeft(untilMs - nowMs, words)}</span>;
}

/** Milliseconds in words, whole minutes rounded down; less than none is over. */
export function timeLeft(ms: number, words: Record<'left' | 'hoursMinutes' | 'minutes' | 'over', string>): string {
  if (ms < 0) return words.over;
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const time = (hours > 0 ? words.hoursMinutes : words.minutes)
    .replace('{hours}', String(hours))
    .replace('{minutes}', String(minutes % 60));
  return words.left.replace('{time}', time);
}
