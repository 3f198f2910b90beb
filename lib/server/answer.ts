import 'server-only';
import type { ErrorBody } from '@/lib/contract/errors';
import type { AppError } from './errors';
import { errorMessage } from './words';

/** An answer with a status or headers of its own; a plain value is a 200. */
export class Answer<T> {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(
    readonly body: T,
    options: { status?: number; headers?: Record<string, string> } = {},
  ) {
    this.status = options.status ?? 200;
    this.headers = options.headers ?? {};
  }
}

/**
 * Bytes ready to be sent. Not compressed: Next 16.4 takes `Content-Encoding` off what a handler answers, which leaves a body
 * nobody can read. The server in front of us compresses JSON (see README, Deployment).
 */
export type Payload = Uint8Array<ArrayBuffer>;

/** JSON, or a file as it is: its answer names its own type. */
export function payloadOf(body: unknown): Payload {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(JSON.stringify(body));
}

/** A JSON answer with its reference, kept by nobody unless `cacheControl` allows it. */
export function respond(
  payload: Payload,
  options: { status: number; requestId: string; cacheControl?: string; headers?: Record<string, string> },
): Response {
  return new Response(payload, {
    status: options.status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': options.cacheControl ?? 'no-store',
      'X-Request-Id': options.requestId,
      ...options.headers,
    },
  });
}

/** The envelope of every error. The words are English: people read the page's own, looked up from `code`. */
export function errorBody(error: AppError, requestId: string): ErrorBody {
  const { code, fields } = error;
  return { error: { code, message: errorMessage(code), requestId, ...(fields && { fields }) } };
}

export function retryHeaders(error: AppError): Record<string, string> {
  return error.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(error.retryAfterSeconds) };
}
