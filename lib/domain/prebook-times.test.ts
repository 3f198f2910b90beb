import { describe, expect, it } from 'vitest';
import type { OpeningHours } from './opening-hours';
import { bookableDates, candidateTimes, nearestTimes, PREBOOK_RULES } from './prebook-times';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const hours = (opens: string, closes: string): OpeningHours => ({
  kind: 'weekly',
  rows: [{ days: EVERY_DAY, opens, closes }],
  exceptions: [],
});
const clocks = (times: { at: string }[]) => times.map((time) => time.at.slice(11));

describe('candidate times of a place', () => {
  it('lie on the grid within opening hours, the closing time excluded', () => {
    const times = candidateTimes(
      hours('05:00', '07:00'),
      'Europe/London',
      '2026-06-12',
      Date.parse('2026-06-10T00:00Z'),
    );
    expect(clocks(times)).toEqual(['05:00', '05:30', '06:00', '06:30']);
  });

  it('include the hours after midnight that belong to the evening before', () => {
    const times = candidateTimes(
      hours('23:00', '01:00'),
      'Europe/London',
      '2026-06-12',
      Date.parse('2026-06-10T00:00Z'),
    );
    expect(clocks(times)).toEqual(['00:00', '00:30', '23:00', '23:30']);
  });

  it('start after the lead time, to the minute', () => {
    const now = Date.parse('2026-06-12T05:00Z');
    expect(clocks(candidateTimes(hours('05:00', '09:00'), 'Europe/London', '2026-06-12', now))).toEqual([
      '07:00',
      '07:30',
      '08:00',
      '08:30',
    ]);
    expect(clocks(candidateTimes(hours('05:00', '09:00'), 'Europe/London', '2026-06-12', now + 60_000))[0]).toBe(
      '07:30',
    );
  });

  it('skip the hour that the clock skips in spring', () => {
    const times = candidateTimes(
      hours('00:00', '04:00'),
      'Europe/London',
      '2026-03-29',
      Date.parse('2026-03-20T00:00Z'),
    );
    expect(clocks(times)).toEqual(['00:00', '00:30', '02:00', '02:30', '03:00', '03:30']);
  });

  it('name the repeated hour of autumn once', () => {
    const times = candidateTimes(
      hours('00:00', '03:00'),
      'Europe/London',
      '2026-10-25',
      Date.parse('2026-10-20T00:00Z'),
    );
    expect(clocks(times)).toEqual(['00:00', '00:30', '01:00', '01:30', '02:00', '02:30']);
  });

  it.each([
    ['Australia/Lord_Howe', '2026-10-04', 'spring skips half an hour', '00:00 00:30 01:00 01:30 02:30 03:00 03:30'],
    ['Australia/Lord_Howe', '2027-04-04', 'autumn repeats half', '00:00 00:30 01:00 01:30 02:00 02:30 03:00 03:30'],
    ['America/Santiago', '2026-09-06', 'spring skips midnight', '01:00 01:30 02:00 02:30 03:00 03:30'],
    ['Asia/Beirut', '2027-03-28', 'spring skips midnight', '01:00 01:30 02:00 02:30 03:00 03:30'],
    ['Africa/Cairo', '2026-04-24', 'spring skips midnight', '01:00 01:30 02:00 02:30 03:00 03:30'],
    ['America/Havana', '2026-11-01', 'autumn repeats midnight', '00:00 00:30 01:00 01:30 02:00 02:30 03:00 03:30'],
    ['Pacific/Apia', '2011-12-30', 'the day was left out', ''],
    ['Pacific/Apia', '2011-12-31', 'the day before was left out', '00:00 00:30 01:00 01:30 02:00 02:30 03:00 03:30'],
  ])('in %s on %s, where %s, are those a clock shows', (timeZone, date, _, shown) => {
    const now = Date.parse(`${date}T00:00Z`) - 5 * 86_400_000;
    expect(clocks(candidateTimes(hours('00:00', '04:00'), timeZone, date, now)).join(' ')).toBe(shown);
  });

  it('after a midnight that comes twice are the first of both', () => {
    const now = Date.parse('2026-10-28T00:00Z');
    const [first, second] = candidateTimes(hours('00:00', '04:00'), 'America/Havana', '2026-11-01', now);
    expect(first).toEqual({ at: '2026-11-01T00:00', startMs: Date.parse('2026-11-01T04:00Z') });
    expect(second).toEqual({ at: '2026-11-01T00:30', startMs: Date.parse('2026-11-01T04:30Z') });
  });

  it('cover the whole day when hours cannot be read', () => {
    const unreadable = candidateTimes({ kind: 'unknown' }, 'Asia/Tokyo', '2026-06-12', Date.parse('2026-06-10T00:00Z'));
    expect(unreadable).toHaveLength((24 * 60) / PREBOOK_RULES.gridMinutes);
  });

  it('follow the exceptions of a date, and finish what the evening before began', () => {
    const night: OpeningHours = {
      kind: 'weekly',
      rows: [{ days: EVERY_DAY, opens: '23:00', closes: '01:00' }],
      exceptions: [
        { on: '2026-06-12', spans: [] },
        { on: '2026-06-13', spans: [{ opens: '10:00', closes: '11:00' }] },
      ],
    };
    const on = (date: string) => clocks(candidateTimes(night, 'Europe/London', date, Date.parse('2026-06-10T00:00Z')));
    expect(on('2026-06-12')).toEqual(['00:00', '00:30']);
    expect(on('2026-06-13')).toEqual(['10:00', '10:30']);
    expect(on('2026-06-14')).toEqual(['23:00', '23:30']);
  });

  it('end at the horizon and never begin in the past, by the calendar of the place', () => {
    const now = Date.parse('2026-06-10T23:30:00Z');
    const { first, last } = bookableDates('Pacific/Auckland', now);
    expect(first).toBe('2026-06-11');
    expect(last).toBe('2026-08-10');
    expect(candidateTimes(hours('00:00', '24:00'), 'Pacific/Auckland', '2026-06-10', now)).toEqual([]);
    expect(candidateTimes(hours('00:00', '24:00'), 'Pacific/Auckland', '2026-08-11', now)).toEqual([]);
    expect(candidateTimes(hours('00:00', '24:00'), 'Pacific/Auckland', last, now)).not.toEqual([]);
  });

  it('are offered nearest first, the later one of two equally near', () => {
    const times = candidateTimes(
      hours('05:00', '12:00'),
      'Europe/London',
      '2026-06-12',
      Date.parse('2026-06-10T00:00Z'),
    );
    expect(clocks(nearestTimes(times, '2026-06-12T08:00', 'Europe/London', 4))).toEqual([
      '08:30',
      '07:30',
      '09:00',
      '07:00',
    ]);
  });
});
