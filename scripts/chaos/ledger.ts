import type { BookingDto } from '../../lib/contract/bookings';
import type { ErrorCode } from '../../lib/contract/errors';

/** What a device was told in answer to one press: a booking, or why not. Null when no answer came that says either. */
export type Told =
  | { booking: Pick<BookingDto, 'bookingId' | 'status' | 'isCancelling'> }
  | { refused: ErrorCode }
  | null;

/** One thing that a traveller wanted, however often it was pressed and on however many devices. */
export type Intent = {
  kind: 'book' | 'change' | 'cancel';
  clientUserId: string;
  /** What is to be booked, or the booking that is to be cancelled. */
  holdId: string | null;
  bookingId: string | null;
  /** Of a change, the booking that is to go. */
  replaces: string | null;
  told: Told[];
};

/** Everything that was wanted, and what was told. */
export class Ledger {
  readonly intents: Intent[] = [];
  /** Times that a device had no answer, or one that says nothing, and pressed again or gave up. */
  lostAnswers = 0;

  open(intent: Omit<Intent, 'told'>): Intent {
    const opened: Intent = { ...intent, told: [] };
    this.intents.push(opened);
    return opened;
  }

  count(kind: Intent['kind']): number {
    return this.intents.filter((intent) => intent.kind === kind).length;
  }
}
