import 'server-only';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 10_000;

type State = { failures: number; openedAtMs: number | null; isProbing: boolean };

export type Breaker = {
  /** False while calls would only wait for a vendor that does not answer; true lets one call through. */
  enter(): boolean;
  /** Must follow every `enter` that said true: whether the vendor answered at all. */
  leave(answered: boolean): void;
};

/**
 * Opens after five failures in a row, and after ten seconds lets one call through as a probe: its success closes the
 * breaker, its failure opens it for ten seconds more. `now` is monotonic, in milliseconds.
 */
export function createBreaker(now: () => number, onChange: (state: 'open' | 'closed') => void): Breaker {
  const state: State = { failures: 0, openedAtMs: null, isProbing: false };
  return {
    enter() {
      if (state.openedAtMs === null) return true;
      if (state.isProbing || now() - state.openedAtMs < OPEN_MS) return false;
      state.isProbing = true;
      return true;
    },
    leave(answered) {
      const wasOpen = state.openedAtMs !== null;
      state.isProbing = false;
      state.failures = answered ? 0 : state.failures + 1;
      if (answered) state.openedAtMs = null;
      else if (wasOpen || state.failures >= FAILURES_TO_OPEN) state.openedAtMs = now();
      if (wasOpen !== (state.openedAtMs !== null)) onChange(wasOpen ? 'closed' : 'open');
    },
  };
}
