import { describe, expect, it } from 'vitest';
import type { BookingStatus } from './booking';
import { calendarState, changesCalendar } from './calendar-state';

describe('a calendar shows', () => {
  it.each([
    ['nothing of a booking that is being checked', 'checking', 0, null],
    ['one that waits for its place as tentative', 'pending', 0, 'tentative'],
    ['one that stands', 'confirmed', 0, 'sure'],
    ['one that was used as it stood', 'used', 0, 'sure'],
    ['one that was cancelled as cancelled', 'cancelled', 1, 'over'],
    ['nothing of one that never stood', 'refused', 0, null],
    ['one that was declined after it had waited as cancelled', 'refused', 1, 'over'],
  ] as const)('%s', (_, status, sequence, expected) => {
    expect(calendarState({ status, sequence })).toBe(expected);
  });
});

describe('a calendar hears of', () => {
  const voucher = (code: string) => [{ code, kind: 'qr' as const }];
  it.each([
    ['a place that confirms', 'pending', 'confirmed', true],
    ['a place that declines', 'pending', 'refused', true],
    ['a cancellation', 'confirmed', 'cancelled', true],
    ['no booking that it never had', 'checking', 'confirmed', false],
    ['no refusal of one that it never had', 'checking', 'refused', false],
    ['no visit that was made', 'confirmed', 'used', false],
    ['nothing twice', 'cancelled', 'cancelled', false],
  ] as const)('%s', (_, before, after, expected) => {
    const shown = (status: BookingStatus) => ({ status, vouchers: voucher('1') });
    expect(changesCalendar(shown(before), shown(after))).toBe(expected);
  });

  it('a voucher that was replaced', () => {
    const shown = (code: string) => ({ status: 'confirmed' as const, vouchers: voucher(code) });
    expect(changesCalendar(shown('1'), shown('2'))).toBe(true);
  });
});
