import { describe, expect, it } from 'vitest';
import type { ResourceDto } from '@/lib/contract/resources';
import { cancelExample } from './cancel-example';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const place = (
  hoursBefore: number,
  rows = [{ days: EVERY_DAY, opens: '05:00', closes: '22:00' }],
): Pick<ResourceDto, 'cancellation' | 'hours' | 'timeZone'> => ({
  cancellation: { kind: 'free-until', hoursBefore },
  hours: { kind: 'weekly', rows, exceptions: [] },
  timeZone: 'Europe/London',
});
const iso = (example: ReturnType<typeof cancelExample>) =>
  example && [new Date(example.visitMs).toISOString(), new Date(example.untilMs).toISOString()];

describe('the worked example of a cancellation rule', () => {
  it('is a visit that can still be cancelled, and the last moment for it', () => {
    expect(iso(cancelExample(place(24), NOW))).toEqual(['2026-11-25T10:30:00.000Z', '2026-11-24T10:30:00.000Z']);
    expect(iso(cancelExample(place(72), NOW))).toEqual(['2026-11-27T10:30:00.000Z', '2026-11-24T10:30:00.000Z']);
  });

  it('takes a day and a time at which the place is open', () => {
    const weekend = [{ days: [6, 7], opens: '20:00', closes: '04:00' }];
    expect(iso(cancelExample(place(24, weekend), NOW))?.[0]).toBe('2026-11-28T20:00:00.000Z');
  });

  it('counts elapsed hours through a night that loses one', () => {
    const before = Date.parse('2026-03-26T12:00:00Z');
    expect(iso(cancelExample(place(24), before))).toEqual(['2026-03-29T09:30:00.000Z', '2026-03-28T09:30:00.000Z']);
  });

  it('counts elapsed hours through a night that repeats one', () => {
    const before = Date.parse('2026-10-22T12:00:00Z');
    expect(iso(cancelExample(place(24), before))).toEqual(['2026-10-25T10:30:00.000Z', '2026-10-24T10:30:00.000Z']);
  });

  it('ends with the visit where the rule is 0 hours', () => {
    expect(iso(cancelExample(place(0), NOW))).toEqual(['2026-11-24T10:30:00.000Z', '2026-11-24T10:30:00.000Z']);
  });

  it('names a moment that exists, in the hour that spring skips', () => {
    const small = [{ days: EVERY_DAY, opens: '01:30', closes: '03:00' }];
    const before = Date.parse('2026-03-26T12:00:00Z');
    expect(iso(cancelExample(place(24, small), before))).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-28T01:30:00.000Z',
    ]);
  });

  it('passes over a date on which the place is closed', () => {
    const hours = { kind: 'weekly', rows: [{ days: EVERY_DAY, opens: '05:00', closes: '22:00' }] } as const;
    const exceptions = [{ on: '2026-11-25', spans: [] }];
    const closed = { ...place(24), hours: { ...hours, rows: [...hours.rows], exceptions } };
    expect(iso(cancelExample(closed, NOW))?.[0]).toBe('2026-11-26T10:30:00.000Z');
  });

  it('is not made up where there is no rule', () => {
    const never = { ...place(24), cancellation: { kind: 'never', hoursBefore: null } as const };
    expect(cancelExample(never, NOW)).toBeNull();
  });
});
