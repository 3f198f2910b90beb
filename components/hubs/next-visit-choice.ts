import type { BookingDto } from '@/lib/contract/bookings';
import type { PassDto } from '@/lib/contract/passes';

export type NextVisit = { kind: 'booking'; booking: BookingDto } | { kind: 'pass'; pass: PassDto };

/** A booking stays "next" for a while after its hour: people are late, and the voucher still opens the door. */
const AFTER_START_MS = 3 * 3_600_000;

/** The booking that comes next; without one, the active pass that would be lost first. */
export function chooseNextVisit(
  bookings: readonly BookingDto[],
  passes: readonly PassDto[],
  nowMs: number,
): NextVisit | null {
  const booking = bookings
    .filter((one) => one.status === 'confirmed' || one.status === 'pending' || one.status === 'checking')
    .filter((one) => Date.parse(one.startsAt) + AFTER_START_MS > nowMs)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
  if (booking) return { kind: 'booking', booking };
  const endOf = (pass: PassDto) => (pass.expiresAt ? Date.parse(pass.expiresAt) : Number.POSITIVE_INFINITY);
  const pass = passes.filter((one) => one.status === 'active').sort((a, b) => endOf(a) - endOf(b))[0];
  return pass ? { kind: 'pass', pass } : null;
}
