import 'server-only';
import { oncePerProcess } from './process-state';

/** Runs `work` after whatever this process was asked to do for the same `key` before, however that ended. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const last = oncePerProcess('turns', () => new Map<string, Promise<unknown>>());
  const before = last.get(key) ?? Promise.resolve();
  const current = before.then(work, work);
  last.set(key, current);
  const tidy = () => {
    if (last.get(key) === current) last.delete(key);
  };
  current.then(tidy, tidy);
  return current;
}
