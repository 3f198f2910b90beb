import 'server-only';
import { isIP } from 'node:net';
import { AppError } from './errors';
import { oncePerProcess } from './process-state';

/** Calls a minute. `vendor`: questions that each cost the vendor's API a call or more. See docs/decisions. */
const PER_MINUTE = { read: 600, search: 600, write: 60, vendor: 60, signIn: 120 } as const;

export type LimitName = keyof typeof PER_MINUTE;

/** Forgetting the least recently seen caller beyond this keeps memory bounded, and only ever forgives. */
const MOST_CALLERS = 20_000;

type Bucket = { tokens: number; filledAtMs: number };

const bucketsOf = () => oncePerProcess('rate-limit-buckets', () => new Map<string, Bucket>());

/**
 * Takes one call out of the caller's bucket, which refills steadily over a minute. Counted in this process only.
 * @throws AppError `rate_limited` with the seconds until the next call is allowed
 */
export function takeCall(limit: LimitName, caller: string, nowMs: number = performance.now()): void {
  const buckets = bucketsOf();
  const size = PER_MINUTE[limit];
  const key = `${limit} ${caller}`;
  const before = buckets.get(key);
  const refilled = before ? before.tokens + ((nowMs - before.filledAtMs) * size) / 60_000 : size;
  const tokens = Math.min(size, refilled);
  buckets.delete(key);
  if (tokens < 1) {
    buckets.set(key, { tokens, filledAtMs: nowMs });
    throw new AppError('rate_limited', { retryAfterSeconds: Math.ceil(((1 - tokens) * 60) / size) });
  }
  buckets.set(key, { tokens: tokens - 1, filledAtMs: nowMs });
  if (buckets.size > MOST_CALLERS) forgetOldest(buckets);
}

/** Public reads from this very machine are local tools, health checks and benchmarks: not counted. */
export function isCounted(limit: LimitName, address: string): boolean {
  return !((limit === 'read' || limit === 'search') && isLoopback(address));
}

/**
 * The address the nearest edge saw: the last entry of `X-Forwarded-For`, the only one a client cannot choose. Next writes
 * the socket's address there when no edge did.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) ? last : 'unknown';
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}
