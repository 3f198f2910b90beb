import type { ErrorBody, ErrorCode } from '@/lib/contract/errors';

/** `offline`: no answer came, so for a write nobody knows whether it took effect. */
export type ApiErrorCode = ErrorCode | 'offline';

/** What our own API refused, or that it could not be reached. People's words are looked up from `code`. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** 0 when no answer came. */
  readonly status: number;
  readonly requestId: string | null;
  /** Dotted path in the request → message key; empty when the error is not about a field. */
  readonly fields: Record<string, string>;
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: ApiErrorCode,
    about: {
      status?: number;
      requestId?: string | null;
      fields?: Record<string, string> | undefined;
      retryAfterSeconds?: number | null;
      cause?: unknown;
    } = {},
  ) {
    super(code, about.cause === undefined ? undefined : { cause: about.cause });
    this.status = about.status ?? 0;
    this.requestId = about.requestId ?? null;
    this.fields = about.fields ?? {};
    this.retryAfterSeconds = about.retryAfterSeconds ?? null;
  }
}

/** Reads that take longer are given up: they can safely be asked again. Writes have no limit here, the server bounds them. */
const READ_TIMEOUT_MS = 15_000;

/**
 * Reads from our own API. Answers have passed their contract on the server, so they are not parsed again here.
 * @throws ApiError, or the signal's own reason when the caller gave up.
 */
export async function apiGet<T>(path: string, options: { signal?: AbortSignal | undefined } = {}): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new ApiError('offline')), READ_TIMEOUT_MS);
  const giveUp = () => limit.abort(options.signal?.reason);
  if (options.signal?.aborted) giveUp();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await send<T>(path, { signal: limit.signal, headers: { Accept: 'application/json' } });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', giveUp);
  }
}

/**
 * Writes to our own API. The key is minted when the traveller opens the confirming step and stays the same through
 * every repeat of it, so that pressing twice has one effect.
 * @throws ApiError
 */
export async function apiPost<T>(
  path: string,
  body?: unknown,
  options: { idempotencyKey?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Content-Type': 'application/json' };
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  return await send<T>(path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body ?? {}),
    signal: options.signal ?? null,
  });
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin' });
    text = await response.text();
  } catch (cause) {
    if (init.signal?.aborted) throw init.signal.reason;
    throw new ApiError('offline', { cause });
  }
  const body = parseJson(text);
  if (response.ok && body !== undefined) return body as T;
  throw refusalOf(response, body);
}

function refusalOf(response: Response, body: unknown): ApiError {
  const error = isErrorBody(body) ? body.error : null;
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ApiError(error?.code ?? 'internal', {
    status: response.status,
    requestId: error?.requestId ?? response.headers.get('X-Request-Id'),
    fields: error?.fields,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
