import 'server-only';
import { DragonPassError, type RejectionReason } from '@/lib/dragonpass/errors';
import { AppError, isAppError } from './errors';

const RETRY_AFTER_SECONDS = 5;

/**
 * What people are told when the vendor fails or refuses. Its outages are ours (502, 503), never the caller's 400; its own
 * text is never passed on.
 */
export function toAppError(error: DragonPassError): AppError {
  switch (error.kind) {
    case 'timeout':
    case 'unreachable':
    case 'unavailable':
    case 'unauthorised':
    case 'rate-limited': {
      const asked = error.retryAfterMs === null ? RETRY_AFTER_SECONDS : Math.ceil(error.retryAfterMs / 1000);
      return new AppError('vendor_unavailable', { cause: error, retryAfterSeconds: Math.max(1, asked) });
    }
    case 'unexpected-reply':
      return new AppError('vendor_unexpected', { cause: error });
    case 'rejected':
      return rejected(error, error.reason ?? 'other');
  }
}

/** Any error: ours stays, the vendor's is translated, everything else is `internal`. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (isDragonPassError(error)) return toAppError(error);
  return new AppError('internal', { cause: error });
}

/** By name as well: the client is made by the start-up hook, which may hold another copy of the class. */
export function isDragonPassError(error: unknown): error is DragonPassError {
  return error instanceof DragonPassError || (error instanceof Error && error.name === 'DragonPassError');
}

function rejected(cause: DragonPassError, reason: RejectionReason): AppError {
  switch (reason) {
    case 'not-found':
      return new AppError(notFoundCode(cause.operation), { cause });
    case 'name-conflict':
      return new AppError('invalid_request', { cause, fields: { holder: 'name_conflict' } });
    case 'missing-info':
      return new AppError('invalid_request', { cause, fields: missingFields(cause) });
    case 'slot-unavailable':
      return new AppError('no_availability', { cause });
    case 'token-expired':
      return new AppError('hold_expired', { cause });
    case 'pass-expired':
    case 'pass-cancelled':
      return new AppError('not_entitled', { cause, fields: { passId: 'pass_not_usable' } });
    case 'no-visits-left':
      return new AppError('not_entitled', { cause, fields: { passId: 'not_enough_visits' } });
    case 'place-not-allowed':
      return new AppError('not_entitled', { cause, fields: { passId: 'pass_not_valid_here' } });
    case 'too-late-to-cancel':
    case 'not-cancellable':
      return new AppError('too_late_to_cancel', { cause });
    case 'already-cancelled':
      return new AppError('already_cancelled', { cause });
    case 'party-too-large':
      return new AppError('invalid_request', { cause, fields: { adults: 'party_too_large' } });
    case 'place-closed':
      return new AppError('no_availability', { cause });
    case 'not-prebookable':
      return new AppError('no_availability', { cause, fields: { resourceId: 'not_prebookable' } });
    case 'duplicate':
      return new AppError('already_booked', { cause });
    case 'request-reused':
    case 'other':
      return new AppError('vendor_unexpected', { cause });
  }
}

/** What we know and the vendor does not is not missing for the traveller: the place is gone, or our records differ. */
function notFoundCode(operation: DragonPassError['operation']): 'no_availability' | 'not_found' | 'vendor_unexpected' {
  if (operation === 'prebook' || operation === 'availability') return 'no_availability';
  return operation === 'cancel' ? 'vendor_unexpected' : 'not_found';
}

/** The refusal may not say which piece it misses; then nothing can be marked but the whole. */
function missingFields(error: DragonPassError): Record<string, string> {
  if (error.fields.length === 0) return { details: 'required' };
  return Object.fromEntries(error.fields.map((field) => [`details.${field}`, 'required']));
}
