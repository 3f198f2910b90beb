import 'server-only';
import type { Clock } from '@/lib/domain/clock';

const FIRST_WAIT_MS = 2 * 60_000;
const LAST_WAIT_MS = 30 * 60_000;

/** Remembers what failed, so that it is not asked for again with every look: two minutes later, then less and less often. */
export function createFailures(clock: Clock) {
  const failed = new Map<string, { count: number; atMs: number }>();
  return {
    note(key: string): void {
      failed.set(key, { count: (failed.get(key)?.count ?? 0) + 1, atMs: clock() });
    },
    forget(key: string): void {
      failed.delete(key);
    },
    isWaiting(key: string): boolean {
      const known = failed.get(key);
      if (!known) return false;
      const ageMs = clock() - known.atMs;
      // A clock that was put back must not make the wait longer.
      return ageMs >= 0 && ageMs < Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (known.count - 1));
    },
  };
}
