import type { BookingDto } from '../../lib/contract/bookings';

type Status = BookingDto['status'];

/** Where a booking may go from where it is, by the vendor's and our own rules: never back. */
const AFTER: Record<Status, readonly Status[]> = {
  checking: ['pending', 'confirmed', 'refused', 'used', 'cancelled'],
  pending: ['confirmed', 'refused', 'used', 'cancelled'],
  confirmed: ['used', 'cancelled'],
  used: ['cancelled'],
  refused: [],
  cancelled: [],
};

export type StepBack = { bookingId: string; from: Status; to: Status };

/**
 * Looks at every status that any device is shown. Two answers may cross on their way, so a status counts as gone back to
 * only if it was asked for after the later one had been seen.
 */
export class Watch {
  readonly stepsBack: StepBack[] = [];
  private moment = 0;
  private readonly seenOf = new Map<string, Map<Status, number>>();

  /** To be taken before a question is sent. */
  now(): number {
    return this.moment;
  }

  see(bookingId: string, status: Status, askedAt: number): void {
    const seen = this.seenOf.get(bookingId) ?? new Map<Status, number>();
    this.seenOf.set(bookingId, seen);
    for (const [earlier, seenAt] of seen) {
      const isAllowed = earlier === status || AFTER[earlier].includes(status);
      if (seenAt <= askedAt && !isAllowed) this.stepsBack.push({ bookingId, from: earlier, to: status });
    }
    this.moment += 1;
    if (!seen.has(status)) seen.set(status, this.moment);
  }
}
