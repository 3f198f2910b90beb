import { describe, expect, it } from 'vitest';
import { DragonPassError, type DragonPassErrorKind, type RejectionReason } from '@/lib/dragonpass/errors';
import { asAppError, toAppError } from './errors-vendor';

function told(kind: DragonPassErrorKind, more: Partial<ConstructorParameters<typeof DragonPassError>[0]> = {}) {
  return toAppError(new DragonPassError({ kind, operation: 'prebook', outcomeUnknown: false, ...more }));
}

describe('what people are told when the vendor', () => {
  it.each<[DragonPassErrorKind, string, number]>([
    ['timeout', 'vendor_unavailable', 503],
    ['unreachable', 'vendor_unavailable', 503],
    ['unavailable', 'vendor_unavailable', 503],
    ['unauthorised', 'vendor_unavailable', 503],
    ['rate-limited', 'vendor_unavailable', 503],
    ['unexpected-reply', 'vendor_unexpected', 502],
  ])('fails with %s is %s: never the caller’s 400', (kind, code, status) => {
    expect(told(kind)).toMatchObject({ code, status });
  });

  it.each<[RejectionReason, string]>([
    ['not-found', 'no_availability'],
    ['name-conflict', 'invalid_request'],
    ['missing-info', 'invalid_request'],
    ['slot-unavailable', 'no_availability'],
    ['token-expired', 'hold_expired'],
    ['pass-expired', 'not_entitled'],
    ['pass-cancelled', 'not_entitled'],
    ['no-visits-left', 'not_entitled'],
    ['place-not-allowed', 'not_entitled'],
    ['too-late-to-cancel', 'too_late_to_cancel'],
    ['not-cancellable', 'too_late_to_cancel'],
    ['already-cancelled', 'already_cancelled'],
    ['party-too-large', 'invalid_request'],
    ['place-closed', 'no_availability'],
    ['not-prebookable', 'no_availability'],
    ['duplicate', 'already_booked'],
    ['request-reused', 'vendor_unexpected'],
    ['other', 'vendor_unexpected'],
  ])('refuses with %s is %s', (reason, code) => {
    expect(told('rejected', { reason })).toMatchObject({ code });
  });

  it.each([
    ['availability', 'no_availability'],
    ['cancel', 'vendor_unexpected'],
    ['resources.get', 'not_found'],
  ] as const)('knows nothing of what %s is about is %s', (operation, code) => {
    expect(told('rejected', { reason: 'not-found', operation })).toMatchObject({ code });
  });

  it('asks us to wait is passed on as seconds', () => {
    expect(told('rate-limited', { retryAfterMs: 12_300 }).retryAfterSeconds).toBe(13);
    expect(told('timeout').retryAfterSeconds).toBeGreaterThan(0);
  });

  it('misses booking information marks the fields it names', () => {
    expect(told('rejected', { reason: 'missing-info', fields: ['email'] }).fields).toEqual({
      'details.email': 'required',
    });
    expect(told('rejected', { reason: 'missing-info' }).fields).toEqual({ details: 'required' });
  });

  it('words a refusal itself never has its words passed on', () => {
    const error = told('rejected', { reason: 'other', vendorMessage: 'Mr Smith is not allowed' });
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('Smith');
  });
});

it('An error nobody foresaw is internal', () => {
  expect(asAppError(new TypeError('oops'))).toMatchObject({ code: 'internal', status: 500 });
});
