import { describe, expect, it } from 'vitest';
import { hasEnded, startPath } from './kept-page';

const NOW = Date.parse('2027-03-09T08:00:00Z');
const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString();
const pass = (path: string, endsInHours: number | null) => ({
  path,
  kind: 'pass' as const,
  startsAt: null,
  endsAt: endsInHours === null ? null : inHours(endsInHours),
});
const booking = (path: string, inHoursFromNow: number) => ({
  path,
  kind: 'booking' as const,
  startsAt: inHours(inHoursFromNow),
  endsAt: inHours(inHoursFromNow + 3),
});

describe('startPath', () => {
  it.each([
    ['the booking of today before a pass', [pass('/p', 10), booking('/b', 5)], '/b'],
    ['a visit that began an hour ago, as its voucher is still read', [pass('/p', 10), booking('/b', -1)], '/b'],
    ['the pass while the booking is days away', [booking('/b', 96), pass('/p', 10)], '/p'],
    ['a booking that is exactly a day away', [booking('/b', 24), pass('/p', 10)], '/b'],
    ['the sooner of two bookings', [booking('/late', 9), booking('/soon', 2)], '/soon'],
    ['the pass that ends first', [pass('/endless', null), pass('/long', 90), pass('/short', 9)], '/short'],
    ['the booking when there is no pass', [booking('/b', 96)], '/b'],
    ['the list of passes when everything is over', [pass('/p', -1), booking('/b', -3)], '/passes'],
    ['the list of passes when there is nothing', [], '/passes'],
  ])('opens %s', (_, pages, expected) => {
    expect(startPath(pages, NOW)).toBe(expected);
  });
});

describe('hasEnded', () => {
  it('ends a code at its instant, not a millisecond later', () => {
    const page = pass('/p', 1);
    expect(hasEnded(page, NOW + HOUR_MS - 1)).toBe(false);
    expect(hasEnded(page, NOW + HOUR_MS)).toBe(true);
  });

  it('never ends what has no end', () => {
    expect(hasEnded(pass('/p', null), Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
