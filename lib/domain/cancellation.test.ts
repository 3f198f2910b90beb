import { describe, expect, it } from 'vitest';
import { cancellationUntil, judgeCancellation } from './cancellation';

const freeUntil = (hoursBefore: number) => ({ kind: 'free-until', hoursBefore }) as const;
const AT = '2026-11-24T14:00';
const LIMIT = Date.parse('2026-11-23T07:00:00Z');

describe('cancellation', () => {
  it.each([
    ['a minute before the limit', LIMIT - 60_000, 'allowed'],
    ['a second before the limit', LIMIT - 1_000, 'allowed'],
    ['exactly at the limit', LIMIT, 'allowed'],
    ['a second after the limit', LIMIT + 1_000, 'too-late'],
    ['a minute after the limit', LIMIT + 60_000, 'too-late'],
  ])('%s in Bangkok', (_, now, answer) => {
    expect(judgeCancellation(freeUntil(24), AT, 'Asia/Bangkok', now)).toBe(answer);
  });

  it('names the limit with the offset of the place', () => {
    expect(cancellationUntil(freeUntil(24), AT, 'Asia/Bangkok')).toBe('2026-11-23T14:00:00+07:00');
  });

  it('counts elapsed hours through the night that loses an hour', () => {
    expect(cancellationUntil(freeUntil(24), '2026-03-29T12:00', 'Europe/London')).toBe('2026-03-28T11:00:00+00:00');
  });

  it('counts elapsed hours through the night that repeats an hour', () => {
    expect(cancellationUntil(freeUntil(24), '2026-10-25T12:00', 'Europe/London')).toBe('2026-10-24T13:00:00+01:00');
  });

  it('a place that never takes bookings back has no limit to show', () => {
    expect(cancellationUntil({ kind: 'never' }, AT, 'Asia/Bangkok')).toBeNull();
    expect(judgeCancellation({ kind: 'never' }, AT, 'Asia/Bangkok', LIMIT - 1e9)).toBe('never');
  });

  it('an unknown policy is asked of the vendor until the visit begins', () => {
    const visit = Date.parse('2026-11-24T07:00:00Z');
    expect(judgeCancellation({ kind: 'unknown' }, AT, 'Asia/Bangkok', visit - 1)).toBe('ask-vendor');
    expect(judgeCancellation({ kind: 'unknown' }, AT, 'Asia/Bangkok', visit)).toBe('too-late');
  });
});
