import { describe, expect, it } from 'vitest';
import type { BookingDto } from '@/lib/contract/bookings';
import type { PassDto } from '@/lib/contract/passes';
import { chooseNextVisit } from './next-visit-choice';

const NOW = Date.parse('2026-11-25T10:00:00Z');

const booking = (bookingId: string, startsAt: string, status: BookingDto['status'] = 'confirmed') =>
  ({ bookingId, startsAt, status }) as BookingDto;
const pass = (passId: string, expiresAt: string | null, status: PassDto['status'] = 'active') =>
  ({ passId, expiresAt, status }) as PassDto;

describe('the next visit', () => {
  it('is the booking that comes first, before any pass', () => {
    const bookings = [booking('later', '2026-11-27T10:00:00Z'), booking('soon', '2026-11-26T10:00:00+07:00')];
    expect(chooseNextVisit(bookings, [pass('p', null)], NOW)).toMatchObject({ booking: { bookingId: 'soon' } });
  });

  it('stays the one that has just begun, but not yesterday’s', () => {
    expect(chooseNextVisit([booking('now', '2026-11-25T08:00:00Z')], [], NOW)).toMatchObject({
      booking: { bookingId: 'now' },
    });
    expect(chooseNextVisit([booking('gone', '2026-11-24T08:00:00Z')], [], NOW)).toBeNull();
  });

  it('is never a cancelled, refused or used booking', () => {
    const over = (['cancelled', 'refused', 'used'] as const).map((status) =>
      booking(status, '2026-11-26T10:00:00Z', status),
    );
    expect(chooseNextVisit(over, [], NOW)).toBeNull();
  });

  it('is otherwise the active pass that expires first', () => {
    const passes = [
      pass('open', null),
      pass('soon', '2026-12-01T00:00:00Z'),
      pass('used', '2026-11-26T00:00:00Z', 'used-up'),
    ];
    expect(chooseNextVisit([], passes, NOW)).toMatchObject({ kind: 'pass', pass: { passId: 'soon' } });
  });
});
