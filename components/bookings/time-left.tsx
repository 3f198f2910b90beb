'use client';

import { useEffect, useState } from 'react';
import { currentMs } from '@/components/ui/page-age';

const TICK_MS = 15_000;
const MINUTE_MS = 60_000;
/** Further ahead the moment itself says more than what is left. */
const COUNTED_MS = 24 * 60 * MINUTE_MS;

/** Words hold `{time}`, `{hours}` and `{minutes}`. */
export type TimeLeftWords = Record<'left' | 'hoursMinutes' | 'minutes' | 'lastMinute' | 'over', string>;

/** `5 h 20 min left`, counting down by the server's clock (on a copy by the device's) in the last day; nothing before. */
export function TimeLeft({
  untilMs,
  serverNowMs,
  words,
}: {
  untilMs: number;
  serverNowMs: number;
  words: TimeLeftWords;
}) {
  // The server's own number first: the page must read the same before and after the script runs.
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    const look = () => setNowMs(currentMs(serverNowMs));
    look();
    const timer = setInterval(look, TICK_MS);
    return () => clearInterval(timer);
  }, [serverNowMs]);
  const text = timeLeft(untilMs - nowMs, words);
  return text === null ? null : <span className="tabular">{text}</span>;
}

/** Milliseconds in words, whole minutes rounded down; less than none is over, a day and more is not counted. */
export function timeLeft(ms: number, words: TimeLeftWords): string | null {
  if (ms >= COUNTED_MS) return null;
  if (ms < 0) return words.over;
  if (ms < MINUTE_MS) return words.lastMinute;
  const minutes = Math.floor(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const time = (hours > 0 ? words.hoursMinutes : words.minutes)
    .replace('{hours}', String(hours))
    .replace('{minutes}', String(minutes % 60));
  return words.left.replace('{time}', time);
}
