import { describe, expect, it } from 'vitest';
import { clockTime, dayAt, daysFrom, expiryDate, longDate, shortDate, weekdayTime, zoneName } from './time';

const NOW = Date.parse('2026-11-25T14:30:00Z');
const london = { timeZone: 'Europe/London', locale: 'en' };
const bangkok = { timeZone: 'Asia/Bangkok', locale: 'en' };

describe('times at a place', () => {
  it('reads the clock of the place, whatever zone the machine is in', () => {
    expect(clockTime('2026-11-25T22:00:00+00:00', london)).toBe('22:00');
    expect(clockTime('2026-11-25T22:00:00+00:00', bangkok)).toBe('05:00');
  });

  it('writes midnight as 00:00', () => {
    expect(clockTime('2026-11-26T00:00:00Z', london)).toBe('00:00');
  });

  it('names the day of the place across midnight', () => {
    expect(weekdayTime('2026-11-25T22:00:00Z', bangkok)).toBe('Thu 05:00');
  });

  it('writes dates with the day first, and the year only when it is another one', () => {
    expect(longDate('2026-11-26T10:00:00Z', london, NOW)).toBe('Thursday 26 November');
    expect(shortDate('2026-11-25T10:00:00Z', london, NOW)).toBe('Wed 25 Nov');
    expect(shortDate('2027-01-05T10:00:00Z', london, NOW)).toBe('Tue 5 Jan 2027');
    expect(expiryDate('2028-12-31T23:59:59Z', london)).toBe('31 Dec 2028');
  });

  it('names the zone as it is at that moment', () => {
    expect(zoneName('2026-07-01T12:00:00Z', london)).toBe('BST');
    expect(zoneName('2026-11-25T12:00:00Z', london)).toBe('GMT');
    expect(zoneName('2026-11-25T12:00:00Z', bangkok)).toBe('GMT+7');
  });

  it('counts days on the calendar of the place, also over a night that loses an hour', () => {
    expect(dayAt('2026-11-25T22:00:00Z', 'Asia/Bangkok')).toBe('2026-11-26');
    expect(daysFrom('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', 'Europe/London')).toBe(1);
    expect(daysFrom(NOW, NOW, 'Europe/London')).toBe(0);
  });
});
