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
 * The address the nearest edge saw: the last entry of `X-Forwarded-For`, the only one a client cannot choose, with or
 * without a port. Next writes the socket's address there when no edge did. Of IPv6 the network: one subscriber has 2^64
 * addresses in it, and would have as many buckets.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const address = last.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (isIP(address) === 0) return 'unknown';
  return isIP(address) === 6 && !isLoopback(address) ? networkOf(address) : address;
}

/** The first 64 bits of an IPv6 address; an IPv4 address written as one stays whole. */
function networkOf(address: string): string {
  if (address.includes('.')) return address.toLowerCase();
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros: string[] = new Array(8 - before.length - after.length).fill('0');
  const network = [...before, ...zeros, ...after].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}
