import { describe, expect, it } from 'vitest';
import type { BookingDto } from '@/lib/contract/bookings';
import { bookingFace, groupBookings, settling } from './booking-groups';

const booking = (id: string, status: BookingDto['status'], startsAt: string, isCancelling = false) => ({
  id,
  status,
  startsAt,
  isCancelling,
});
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('groupBookings', () => {
  it('separates by the end of the visit on the place’s clock, wherever it is read', () => {
    // 23:00 in Bangkok is 16:00 UTC; the visit ends at 19:00 UTC.
    const late = [booking('bangkok', 'confirmed', '2026-11-26T23:00:00+07:00')];
    expect(ids(groupBookings(late, Date.parse('2026-11-26T18:59:59Z')).upcoming)).toEqual(['bangkok']);
    expect(ids(groupBookings(late, Date.parse('2026-11-26T19:00:00Z')).past)).toEqual(['bangkok']);
  });

  it('puts the next visit first and the latest past one first', () => {
    const { upcoming, past, cancelled } = groupBookings(
      [
        booking('later', 'confirmed', '2026-12-02T10:00:00Z'),
        booking('sooner', 'checking', '2026-12-01T10:00:00Z'),
        booking('old', 'confirmed', '2026-01-01T10:00:00Z'),
        booking('used', 'used', '2026-11-30T10:00:00Z'),
        booking('given-back', 'cancelled', '2026-12-03T10:00:00Z'),
        booking('refused', 'refused', '2026-12-04T10:00:00Z'),
      ],
      Date.parse('2026-11-30T11:00:00Z'),
    );
    expect(ids(upcoming)).toEqual(['sooner', 'later']);
    expect(ids(past)).toEqual(['used', 'old']);
    expect(ids(cancelled)).toEqual(['refused', 'given-back']);
  });

  it('counts a booking used before its end as past', () => {
    const used = [booking('used', 'used', '2026-12-01T10:00:00Z')];
    expect(ids(groupBookings(used, Date.parse('2026-12-01T10:30:00Z')).past)).toEqual(['used']);
  });
});

describe('bookingFace', () => {
  const now = Date.parse('2026-11-30T11:00:00Z');
  it('says that a cancellation is on its way while the booking still stands', () => {
    expect(bookingFace(booking('a', 'confirmed', '2026-12-01T10:00:00Z', true), now)).toBe('cancelling');
    expect(bookingFace(booking('a', 'cancelled', '2026-12-01T10:00:00Z', true), now)).toBe('cancelled');
  });

  it('never calls a confirmed booking ready once its time is over', () => {
    expect(bookingFace(booking('a', 'confirmed', '2026-11-29T10:00:00Z'), now)).toBe('past');
    expect(bookingFace(booking('a', 'confirmed', '2026-12-01T10:00:00Z'), now)).toBe('confirmed');
  });

  it('keeps saying that we are checking, however late it gets', () => {
    expect(bookingFace(booking('a', 'checking', '2026-11-29T10:00:00Z'), now)).toBe('checking');
  });
});

describe('settling', () => {
  const now = Date.parse('2026-11-30T11:00:00Z');
  const ahead = '2026-12-01T10:00:00Z';
  const pace = (
    booked: Parameters<typeof bookingFace>[0],
    change: BookingDto['change'] = null,
    replacedBy: string | null = null,
  ) => settling({ ...booked, change, replacedBy }, now);

  it('looks again soon while nobody knows, and seldom where a place takes its days', () => {
    expect(pace(booking('a', 'checking', ahead))).toBe('soon');
    expect(pace(booking('a', 'confirmed', ahead, true))).toBe('soon');
    expect(pace(booking('a', 'pending', ahead))).toBe('slowly');
  });

  it('looks again soon while the earlier booking of a change is being given back', () => {
    expect(pace(booking('a', 'confirmed', ahead), 'waiting')).toBe('soon');
    expect(pace(booking('a', 'pending', ahead), 'waiting')).toBe('slowly');
    expect(pace(booking('a', 'confirmed', ahead), 'waiting', 'bk_new')).toBe('slowly');
  });

  it('leaves what has come to rest alone', () => {
    for (const status of ['confirmed', 'refused', 'cancelled', 'used'] as const) {
      expect(pace(booking('a', status, ahead))).toBeNull();
      expect(pace(booking('a', status, ahead), 'done')).toBeNull();
    }
  });
});
