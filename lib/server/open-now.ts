import 'server-only';
import { type OpeningHours, type OpenState, openState } from '@/lib/domain/opening-hours';

const MINUTE_MS = 60_000;

/** Last answers, forgotten with the hours they are about. */
const known = new WeakMap<OpeningHours, { minute: number; timeZone: string; open: OpenState }>();

/**
 * `openState`, worked out once a minute for a place, however many pages show it. Hours and offsets of zones are whole
 * minutes, so nothing changes in between.
 */
export function openStateNow(hours: OpeningHours, timeZone: string, nowMs: number): OpenState {
  const minute = Math.floor(nowMs / MINUTE_MS);
  const last = known.get(hours);
  if (last?.minute === minute && last.timeZone === timeZone) return last.open;
  const open = openState(hours, timeZone, nowMs);
  known.set(hours, { minute, timeZone, open });
  return open;
}
