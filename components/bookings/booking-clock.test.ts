import { describe, expect, it } from 'vitest';
import { nextChangeMs } from './booking-clock';

const VISIT = {
  status: 'confirmed' as const,
  isCancelling: false,
  startsAt: '2026-11-26T23:00:00+07:00',
  timeZone: 'Asia/Bangkok',
  cancellation: { until: '2026-11-25T23:00:00+07:00' },
};
const changeAfter = (now: string, changes: Partial<typeof VISIT> = {}) => {
  const ms = nextChangeMs([{ ...VISIT, ...changes }], Date.parse(now));
  return ms === null ? null : new Date(ms).toISOString();
};

describe('nextChangeMs', () => {
  it.each([
    ['2026-11-23T10:00:00Z', '2026-11-23T17:00:00.000Z', 'the day ends in Bangkok, not where it is read'],
    ['2026-11-24T15:59:00Z', '2026-11-24T16:00:00.000Z', 'the last day to give it back begins'],
    ['2026-11-25T15:59:59Z', '2026-11-25T16:00:00.001Z', 'the last moment to give it back has passed'],
    ['2026-11-26T14:00:00Z', '2026-11-26T15:00:00.000Z', 'the desk begins to read its code'],
    ['2026-11-26T15:30:00Z', '2026-11-26T16:00:00.000Z', 'the visit begins'],
    ['2026-11-26T16:30:00Z', '2026-11-26T17:00:00.000Z', 'midnight comes during the visit'],
    ['2026-11-26T17:30:00Z', '2026-11-26T19:00:00.000Z', 'the visit is over'],
  ])('at %s is %s, when %s', (now, next) => {
    expect(changeAfter(now)).toBe(next);
  });

  it('is the soonest of several bookings', () => {
    const soon = {
      ...VISIT,
      startsAt: '2026-11-23T10:00:00+00:00',
      timeZone: 'Europe/London',
      cancellation: { until: null },
    };
    expect(nextChangeMs([VISIT, soon], Date.parse('2026-11-23T09:30:00Z'))).toBe(Date.parse('2026-11-23T10:00:00Z'));
  });

  it('finds midnight on the night that loses or repeats an hour', () => {
    const london = {
      timeZone: 'Europe/London',
      startsAt: '2027-03-28T14:00:00+01:00',
      cancellation: { until: '2027-01-01T00:00:00Z' },
    };
    expect(changeAfter('2027-03-28T00:30:00Z', london)).toBe('2027-03-28T12:00:00.000Z');
    expect(changeAfter('2027-03-27T23:30:00Z', london)).toBe('2027-03-28T00:00:00.000Z');
    const autumn = {
      ...london,
      startsAt: '2026-10-26T14:00:00+00:00',
      cancellation: { until: '2026-01-01T00:00:00Z' },
    };
    expect(changeAfter('2026-10-25T00:30:00Z', autumn)).toBe('2026-10-26T00:00:00.000Z');
  });

  it.each(['cancelled', 'refused', 'used'] as const)('never comes for a booking that is %s', (status) => {
    expect(nextChangeMs([{ ...VISIT, status }], Date.parse('2026-11-23T10:00:00Z'))).toBeNull();
  });

  it('never comes once a visit is over, nor without bookings', () => {
    expect(changeAfter('2026-11-26T19:00:00Z')).toBeNull();
    expect(nextChangeMs([], 0)).toBeNull();
  });
});
