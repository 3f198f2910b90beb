import { describe, expect, it } from 'vitest';
import { byMonth } from './activity-months';

describe('byMonth', () => {
  it('counts a visit on the evening of the 31st to that month, whatever day it is in UTC', () => {
    const months = byMonth([
      { happenedAt: '2026-11-01T04:30:00Z', localTime: '2026-10-31T21:30' },
      { happenedAt: '2026-10-02T10:00:00Z', localTime: null },
      { happenedAt: '2026-09-30T23:30:00-02:00', localTime: null },
    ]);
    expect(months.map(({ month, entries }) => [month, entries.length])).toEqual([['2026-10', 3]]);
  });

  it('keeps the order, newest first', () => {
    const months = byMonth([
      { happenedAt: '2026-11-05T10:00:00Z', localTime: null },
      { happenedAt: '2026-10-05T10:00:00Z', localTime: null },
    ]);
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-10']);
  });
});
