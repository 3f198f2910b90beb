import { relativeFormatter } from './formatters';

const MINUTE_MS = 60_000;
const UNITS = [
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
] as const;

/** How long ago an instant (ISO) was, in whole units: `3 hours ago`, `yesterday`, `this minute`. Never in the future. */
export function timeAgo(at: string, nowMs: number, locale: string): string {
  const passedMs = Math.max(0, nowMs - Date.parse(at));
  const [unit, unitMs] = UNITS.find(([, ms]) => passedMs >= ms) ?? ['minute', MINUTE_MS];
  return relativeFormatter(locale).format(-Math.floor(passedMs / unitMs), unit);
}
