import 'server-only';
import { DragonPassError } from './errors';
import type { Operation } from './versions';

/** Attempts in all, and the bounds of the waits between them. */
const MOST_ATTEMPTS = 3;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 2_000;
/** A longer wait than this is the caller's to decide about, who may have a person waiting. */
const LONGEST_WAIT_ASKED_FOR_MS = 5_000;

/** No attempt begins later than this share of the time limit after the first: one that ran into it is made once more. */
const BUDGET_SHARE = 1.5;

export type RetryOptions = {
  operation: Operation;
  /** True when doing the call twice is as good as once. */
  isRepeatable: boolean;
  /** Of one attempt. */
  timeoutMs: number;
  /** Monotonic, in milliseconds. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
};

/**
 * Runs `attempt` until it succeeds, fails for good, or the budget is spent. The last error is thrown; the first is kept
 * as its cause where it has none of its own.
 */
export async function withRetries<Result>(
  options: RetryOptions,
  attempt: (number: number) => Promise<Result>,
): Promise<Result> {
  const startMs = options.now();
  let first: unknown;
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      first ??= error;
      const waitMs = number < MOST_ATTEMPTS ? waitBefore(error, number, options) : null;
      if (waitMs === null || options.now() - startMs + waitMs > options.timeoutMs * BUDGET_SHARE) {
        throw withCause(error, first);
      }
      await options.sleep(waitMs);
    }
  }
}

/**
 * Milliseconds to wait before the next attempt, null for none. What may not be repeated is tried again only if it never
 * left this machine. Full jitter, so that many waiting callers do not come back at once.
 */
function waitBefore(error: unknown, number: number, options: RetryOptions): number | null {
  // What a token call has had in repeats is not multiplied by those of the call that waits for it.
  if (!(error instanceof DragonPassError) || error.operation !== options.operation) return null;
  const mayRepeat = options.isRepeatable ? error.retryable : neverLeft(error);
  if (!mayRepeat) return null;
  const jitterMs = options.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (number - 1));
  if (error.retryAfterMs === null) return jitterMs;
  return error.retryAfterMs <= LONGEST_WAIT_ASKED_FOR_MS ? error.retryAfterMs + jitterMs : null;
}

function neverLeft(error: DragonPassError): boolean {
  return error.kind === 'unreachable' && !error.outcomeUnknown;
}

function withCause(error: unknown, first: unknown): unknown {
  if (error instanceof Error && error !== first && error.cause === undefined) error.cause = first;
  return error;
}
