import { ApiError, type ApiErrorCode } from './api';

/** What a thrown thing tells people: its code, and the number support asks for. Anything unforeseen is ours. */
export function failureOf(error: unknown): { code: ApiErrorCode; requestId: string | null } {
  if (error instanceof ApiError) return { code: error.code, requestId: error.requestId };
  return { code: 'internal', requestId: null };
}

/**
 * Whether the server has decided against it for good, so that trying again is a new intention and wants a new key. After
 * a lost answer or a failure on the way the same key must be sent again: the first try may have taken effect.
 */
export function isDecided(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
}
