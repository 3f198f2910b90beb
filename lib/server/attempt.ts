import 'server-only';
import { notFound } from 'next/navigation';
import type { ErrorCode } from '@/lib/contract/errors';
import type { Caller } from './caller';
import { isAppError } from './errors';

/** Why a page, or a part of it, cannot be shown now; `requestId` is the reference people can quote. */
export type Failure = { code: ErrorCode; requestId: string };

export type Attempt<T> = { value: T; failure: null } | { value: null; failure: Failure };

/**
 * Runs a use case for a page: what does not exist is the "not found" page, another refusal is told in the page. A fault of
 * our own still goes to the error page.
 */
export async function attempt<T>(caller: Caller, useCase: Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await useCase, failure: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'not_found') notFound();
    return { value: null, failure: { code: error.code, requestId: caller.requestId } };
  }
}
