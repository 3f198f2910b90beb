import 'server-only';
import { createHash } from 'node:crypto';
import { ERROR_STATUS, type ErrorCode } from '@/lib/contract/errors';
import {
  claimIdempotencyKey,
  finishIdempotencyKey,
  type IdempotencyClaim,
  releaseIdempotencyKey,
  takeOverIdempotencyKey,
} from '@/lib/store/idempotency';
import type { Owner } from '@/lib/store/owner';
import { Answer } from './answer';
import type { Caller } from './caller';
import { AppError } from './errors';
import { asAppError } from './errors-vendor';
import { isUuid } from './request-id';
import { runtime } from './runtime';

/** How a write names what it makes or changes, and how to answer for one whose first request never did. */
export type WriteRule<P, T> = {
  subject: (params: P) => string;
  /** What there is of the subject now; null when nothing was done about it. */
  found: (caller: Caller, subjectId: string) => Promise<Answer<T> | null>;
};

type Input<P> = { request: Request; caller: Caller; owner: Owner; params: P; body: unknown };
type Run<T> = (subjectId: string) => Promise<Answer<T>>;
type Check<T> = (body: T) => unknown;

/** How long a repeat waits for the answer of the first, and how often it looks. */
const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 100;
/** No write takes as long; one that has not answered by then, and left nothing, died with its process before it began. */
const ABANDONED_MS = 2 * 60_000;

/**
 * Runs a write once for its `Idempotency-Key`. The same key again is given the same answer; with another body it is
 * refused. A failure that is ours or the vendor's and left nothing behind gives the key back, so that "try again" can.
 * @throws AppError `invalid_request` without a key, `idempotency_conflict` for a key used otherwise
 */
export async function once<P, T>(
  input: Input<P>,
  rule: WriteRule<P, T>,
  run: Run<T>,
  check: Check<T>,
): Promise<Answer<unknown>> {
  const key = input.request.headers.get('idempotency-key')?.toLowerCase() ?? '';
  if (!isUuid(key))
    throw new AppError('invalid_request', { fields: { 'Idempotency-Key': key ? 'bad_format' : 'missing' } });
  const claim = await claimPatiently(input, key, rule.subject(input.params));
  if (claim.state === 'new') return runClaimed(input.owner, key, () => run(claim.subjectId), check);
  if (claim.state === 'done') return replayed(claim);
  if (claim.state === 'running' && claim.subjectId) {
    const answer = await rule.found(input.caller, claim.subjectId);
    if (answer) return new Answer(check(answer.body), answer);
    const subjectId = rule.subject(input.params);
    if (await takeOver(input.owner, key, subjectId)) return runClaimed(input.owner, key, () => run(subjectId), check);
  }
  throw new AppError('idempotency_conflict', claim.state === 'running' ? { retryAfterSeconds: 2 } : {});
}

type Claimed = { state: 'new'; subjectId: string } | Exclude<IdempotencyClaim, { state: 'new' }>;

/** Claims the key, waiting a little for a request that is at it. */
async function claimPatiently<P>(input: Input<P>, key: string, subjectId: string): Promise<Claimed> {
  const { store, clock } = await runtime();
  const hash = hashOf(input);
  const endMs = performance.now() + WAIT_MS;
  for (;;) {
    const claim = await claimIdempotencyKey(store.db, input.owner, key, hash, subjectId, clock());
    if (claim.state === 'new') return { state: 'new', subjectId };
    if (claim.state !== 'running' || performance.now() > endMs) return claim;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function takeOver(owner: Owner, key: string, subjectId: string): Promise<boolean> {
  const { store, clock } = await runtime();
  const nowMs = clock();
  return takeOverIdempotencyKey(store.db, owner, key, subjectId, { beforeMs: nowMs - ABANDONED_MS, nowMs });
}

async function runClaimed<T>(owner: Owner, key: string, run: () => Promise<Answer<T>>, check: Check<T>) {
  const { db } = (await runtime()).store;
  try {
    const answer = await run();
    const body = check(answer.body);
    await finishIdempotencyKey(db, owner, key, answer.status, body);
    return new Answer(body, answer);
  } catch (thrown) {
    const error = asAppError(thrown);
    // An unforeseen failure may have left something behind: the key stays taken, and a repeat finds what there is.
    if (error.code === 'internal') throw error;
    if (error.status >= 500 || error.code === 'rate_limited') await releaseIdempotencyKey(db, owner, key);
    else await finishIdempotencyKey(db, owner, key, error.status, { code: error.code, fields: error.fields });
    throw error;
  }
}

/** Refusals are kept without their reference: each answer has its own. */
function replayed(claim: Extract<IdempotencyClaim, { state: 'done' }>): Answer<unknown> {
  if (claim.status < 400) return new Answer(claim.body, { status: claim.status });
  const { code, fields } = (claim.body ?? {}) as { code?: string; fields?: Record<string, string> };
  throw new AppError(isErrorCode(code) ? code : 'internal', fields ? { fields } : {});
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);
}

function hashOf<P>({ request, body }: Input<P>): string {
  const { pathname } = new URL(request.url);
  return createHash('sha256')
    .update(JSON.stringify([request.method, pathname, canonical(body)]))
    .digest('hex');
}

/** The order of a JSON object's fields says nothing. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner)]);
}
