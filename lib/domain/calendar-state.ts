import type { BookingStatus } from './booking';
import type { Voucher } from './order';

export type CalendarState = 'tentative' | 'sure' | 'over';

/**
 * How a calendar shows a booking; null where it has nothing to show: nobody knows yet what became of it, or it never stood.
 * One that was declined after it had waited for its place may be in calendars, and counts as cancelled there.
 */
export function calendarState({ status, sequence }: { status: BookingStatus; sequence: number }): CalendarState | null {
  return status === 'refused' && sequence === 0 ? null : stateOf(status);
}

type Shown = { status: BookingStatus; vouchers: readonly Voucher[] };

/** Whether a calendar that has the booking as `before` has to hear of `after` (RFC 5545, SEQUENCE). */
export function changesCalendar(before: Shown, after: Shown): boolean {
  const shown = stateOf(before.status);
  if (shown === null) return false;
  if (shown !== stateOf(after.status)) return true;
  return shown === 'sure' && codesOf(before) !== codesOf(after);
}

function stateOf(status: BookingStatus): CalendarState | null {
  switch (status) {
    case 'checking':
      return null;
    case 'pending':
      return 'tentative';
    case 'confirmed':
    case 'used':
      return 'sure';
    case 'refused':
    case 'cancelled':
      return 'over';
  }
}

function codesOf({ vouchers }: Shown): string {
  return vouchers.map(({ code }) => code).join(' ');
}
