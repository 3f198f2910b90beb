import { describe, expect, it } from 'vitest';
import { ApiError } from './api';
import { failureOf, isDecided } from './failure';

describe('failureOf', () => {
  it('tells the code and the reference of a refusal, and takes the blame for anything else', () => {
    expect(failureOf(new ApiError('rate_limited', { status: 429, requestId: 'r-1' }))).toEqual({
      code: 'rate_limited',
      requestId: 'r-1',
    });
    expect(failureOf(new TypeError('x is undefined'))).toEqual({ code: 'internal', requestId: null });
  });
});

describe('isDecided', () => {
  it('lets a key go only when the server said no: never after a lost answer, an outage or a full bucket', () => {
    expect(isDecided(new ApiError('not_entitled', { status: 403 }))).toBe(true);
    expect(isDecided(new ApiError('idempotency_conflict', { status: 409 }))).toBe(true);
    expect(isDecided(new ApiError('offline'))).toBe(false);
    expect(isDecided(new ApiError('vendor_unavailable', { status: 503 }))).toBe(false);
    expect(isDecided(new ApiError('rate_limited', { status: 429 }))).toBe(false);
    expect(isDecided(new TypeError('x'))).toBe(false);
  });
});
