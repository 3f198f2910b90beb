import 'server-only';
import type { Breaker } from './breaker';
import { DragonPassError, type DragonPassErrorKind, namedFields, reasonOf, statusClassOf } from './errors';
import type { LogEvent } from './events';
import type { Operation } from './versions';
import { envelopeSchema, refusalSchema } from './wire/envelope';

export type Exchange = {
  operation: Operation;
  method: 'GET' | 'POST' | 'PATCH';
  url: string;
  headers: Record<string, string>;
  body: string | null;
  requestId: string;
  attempt: number;
  /** True when the vendor may have acted although its answer did not come, or cannot be read. */
  leavesDoubt: boolean;
};

export type ExchangeOptions = {
  fetch: typeof fetch;
  timeoutMs: number;
  /** Epoch milliseconds, for a `Retry-After` that is a date. */
  clock: () => number;
  /** Monotonic, in milliseconds. */
  now: () => number;
  breakerOf: (operation: Operation) => Breaker;
  log: LogEvent;
};

/** Kinds that say nothing about whether the vendor is alive and answering. */
const SILENT: readonly DragonPassErrorKind[] = ['timeout', 'unreachable', 'unavailable'];

/** One request and its answer, without repeats. Answers the envelope's `data`, or throws `DragonPassError`. */
export async function exchange(options: ExchangeOptions, request: Exchange): Promise<unknown> {
  const { operation } = request;
  const breaker = options.breakerOf(operation);
  if (!breaker.enter()) throw new DragonPassError({ kind: 'unavailable', operation, outcomeUnknown: false });
  const startMs = options.now();
  const told = (status: number | null, result: 'ok' | DragonPassErrorKind, vendorCode: number | null) => {
    const { attempt, requestId } = request;
    const ms = Math.round(options.now() - startMs);
    options.log({ event: 'call', operation, attempt, ms, status, result, vendorCode, requestId });
  };
  let answered = false;
  try {
    const { status, data } = await ask(options, request);
    answered = true;
    told(status, 'ok', 0);
    return data;
  } catch (error) {
    if (error instanceof DragonPassError) {
      answered = !SILENT.includes(error.kind);
      told(error.status, error.kind, error.vendorCode);
    }
    throw error;
  } finally {
    breaker.leave(answered);
  }
}

/** The time limit covers the body too: a vendor may send its headers and then stall. */
async function ask(options: ExchangeOptions, request: Exchange): Promise<{ status: number; data: unknown }> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), options.timeoutMs);
  const lost = (cause: unknown, status: number | null) => networkError(request, cause, abort.signal.aborted, status);
  try {
    const response = await options
      .fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        redirect: 'manual',
        cache: 'no-store',
        signal: abort.signal,
      })
      .catch((cause: unknown) => {
        throw lost(cause, null);
      });
    if (!response.ok) {
      // The status alone decides here; a body that never arrives must not hide it.
      const text = await response.text().catch(() => '');
      throw refusalError(options, request, response, text);
    }
    const text = await response.text().catch((cause: unknown) => {
      throw lost(cause, response.status);
    });
    return { status: response.status, data: dataOf(options, request, response, text) };
  } finally {
    clearTimeout(timer);
  }
}

function dataOf(options: ExchangeOptions, request: Exchange, response: Response, text: string): unknown {
  const envelope = envelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) {
    throw new DragonPassError({
      kind: 'unexpected-reply',
      operation: request.operation,
      outcomeUnknown: request.leavesDoubt,
      status: response.status,
      vendorRequestId: requestIdOf(request, response),
      cause: new Error('The body is not an envelope'),
    });
  }
  if (envelope.data.code !== 0) throw refusalError(options, request, response, text);
  return envelope.data.data;
}

/** Spelled in JSON, but in no text that PostgreSQL keeps: a NUL, and half of a surrogate pair. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;
const ESCAPE = /\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|u[0-9a-f]{4}|[^u])/gi;

/** One such name among thousands would keep the whole catalogue from being saved, or a booking from being settled. */
function storable(json: string): string {
  return json.replace(ESCAPE, (spelled) => {
    if (spelled === '\\u0000') return '';
    return /^\\ud[89a-f]..$/i.test(spelled) ? '\\ufffd' : spelled;
  });
}

/** Reads JSON without keeping the parser's message, which would quote the body. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(UNSTORABLE.test(text) ? storable(text) : text);
  } catch {
    return undefined;
  }
}

/** A refusal, by the class of its status; 200 with a non-zero code is one as well. */
function refusalError(options: ExchangeOptions, request: Exchange, response: Response, text: string): DragonPassError {
  const body = parseJson(text);
  const refusal = refusalSchema.safeParse(body).data;
  const vendorCode = refusal?.code ?? null;
  const vendorMessage = refusal?.message ?? null;
  const status = statusClassOf(response.status, vendorCode);
  const kind = kindOf(status, refusal !== undefined);
  return new DragonPassError({
    kind,
    operation: request.operation,
    // A server that fails while it answers may have acted before; one that refuses has not.
    outcomeUnknown: request.leavesDoubt && (status >= 500 || status === 408 || status < 400),
    status: response.status,
    vendorCode,
    vendorMessage,
    vendorRequestId: requestIdOf(request, response),
    reason: kind === 'rejected' ? reasonOf(status, vendorCode, vendorMessage) : null,
    fields: kind === 'rejected' ? namedFields(vendorMessage) : [],
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), options.clock()),
  });
}

function kindOf(status: number, hasReadableBody: boolean): DragonPassErrorKind {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 429) return 'rate-limited';
  if (status >= 500 || status === 408) return 'unavailable';
  // A gateway's page about a wrong path must not read as "there is no such order".
  return status >= 400 && hasReadableBody ? 'rejected' : 'unexpected-reply';
}

function requestIdOf(request: Exchange, response: Response): string {
  return response.headers.get('x-request-id') ?? request.requestId;
}

/** Seconds or a date [RFC 9110]; null when there is none that can be read. */
function retryAfterMs(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

function networkError(request: Exchange, cause: unknown, isTimeout: boolean, status: number | null): DragonPassError {
  return new DragonPassError({
    kind: isTimeout ? 'timeout' : 'unreachable',
    operation: request.operation,
    outcomeUnknown: request.leavesDoubt && !(status === null && wasNeverSent(cause)),
    status,
    vendorRequestId: request.requestId,
    cause,
  });
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** True when no connection came about, so that nothing can have happened at the vendor's. */
function wasNeverSent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(wasNeverSent);
  if ('code' in error && typeof error.code === 'string' && NEVER_SENT.has(error.code)) return true;
  if ('syscall' in error && (error.syscall === 'connect' || error.syscall === 'getaddrinfo')) return true;
  return 'cause' in error && wasNeverSent(error.cause);
}
