import 'server-only';
import { constants, gzipSync } from 'node:zlib';
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

/** Below this, packing costs more than it saves. */
const COMPRESS_FROM_BYTES = 1024;

/** Bytes ready to be sent; kept by callers that answer the same thing many times. */
export type Payload = { bytes: Uint8Array<ArrayBuffer>; isCompressed: boolean };

/** Next compresses pages but not what handlers answer, so it is done here. A quick level: this thread serves everybody. */
export function payloadOf(json: unknown, acceptsGzip: boolean): Payload {
  const bytes = Buffer.from(JSON.stringify(json));
  if (!acceptsGzip || bytes.byteLength < COMPRESS_FROM_BYTES) return { bytes: own(bytes), isCompressed: false };
  return { bytes: own(gzipSync(bytes, { level: constants.Z_BEST_SPEED + 3 })), isCompressed: true };
}

export function acceptsGzip(headers: Headers): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(1|0?\.\d*[1-9]\d*)\s*)?(,|$)/i.test(headers.get('accept-encoding') ?? '');
}

export function respond(
  payload: Payload,
  options: { status: number; requestId: string; cacheControl?: string; headers?: Record<string, string> },
): Response {
  return new Response(payload.bytes, {
    status: options.status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(payload.bytes.byteLength),
      'Cache-Control': options.cacheControl ?? 'no-store',
      'X-Request-Id': options.requestId,
      Vary: 'Accept-Encoding',
      ...(payload.isCompressed && { 'Content-Encoding': 'gzip' }),
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

function own(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
