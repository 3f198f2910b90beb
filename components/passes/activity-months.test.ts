import { describe, expect, it } from 'vitest';
import { byMonth } from './activity-months';

describe('byMonth', () => {
  it('counts a visit on the evening of the 31st to that month, whatever day it is in UTC', () => {
    const months = byMonth([
      { kind: 'visit' as const, happenedAt: '2026-11-01T04:30:00Z', localTime: '2026-10-31T21:30' },
      { kind: 'visit' as const, happenedAt: '2026-10-02T10:00:00Z', localTime: null },
      { kind: 'visit' as const, happenedAt: '2026-09-30T23:30:00-02:00', localTime: null },
    ]);
    expect(months.map(({ month, entries }) => [month, entries.length])).toEqual([['2026-10', 3]]);
  });

  it('counts a booking to the month it was made in, not to that of its visit', () => {
    const [first] = byMonth([{ kind: 'booking', happenedAt: '2026-11-22T10:00:00Z', localTime: '2027-01-05T09:30' }]);
    expect(first?.month).toBe('2026-11');
  });

  it('names each month once, also where entries of two zones interleave', () => {
    const months = byMonth([
      { kind: 'visit', happenedAt: '2026-11-01T05:00:00Z', localTime: '2026-10-31T22:00' },
      { kind: 'booking', happenedAt: '2026-11-01T04:00:00Z', localTime: '2026-12-01T10:00' },
      { kind: 'visit', happenedAt: '2026-11-01T03:00:00Z', localTime: '2026-10-31T20:00' },
    ]);
    expect(months.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
  });

  it('keeps the order, newest first', () => {
    const months = byMonth([
      { kind: 'visit' as const, happenedAt: '2026-11-05T10:00:00Z', localTime: null },
      { kind: 'visit' as const, happenedAt: '2026-10-05T10:00:00Z', localTime: null },
    ]);
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-10']);
  });
});
