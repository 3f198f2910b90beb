import type { BookingStatus } from './booking';

export type CalendarState = 'tentative' | 'sure' | 'over';

/**
 * How a calendar shows a booking; null where it has nothing to show: nobody knows yet what became of it, or it never stood.
 * One that was declined after it had waited for its place may be in calendars, and counts as cancelled there.
 */
export function calendarState({ status, sequence }: { status: BookingStatus; sequence: number }): CalendarState | null {
  switch (status) {
    case 'checking':
      return null;
    case 'pending':
      return 'tentative';
    case 'confirmed':
    case 'used':
      return 'sure';
    case 'cancelled':
      return 'over';
    case 'refused':
      return sequence > 0 ? 'over' : null;
  }
}
