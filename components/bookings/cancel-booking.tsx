'use client';

import type { ReactNode } from 'react';
import { DialogButton } from '@/components/ui/dialog-button';
import type { ErrorWords } from '@/components/ui/failure-notice';
import type { PluralForms } from '@/lib/format/plural';
import type { TimeLeftWords } from './time-left';

export type CancelBookingWords = Record<
  | 'open'
  | 'title'
  | 'back'
  | 'final'
  | 'confirm'
  | 'keep'
  | 'busy'
  | 'done'
  | 'doneBackOnly'
  | 'checking'
  | 'lost'
  | 'kept'
  | 'close'
  | 'reference',
  string
> & {
  /** Set when the place does not say whether it takes bookings back: what that means, what to agree to, and that it is missing. */
  unsure: { text: string; consent: string; missing: string } | null;
  /** `{left}` and `{total}` stand where the pass's numbers go. */
  doneBack: PluralForms;
  left: TimeLeftWords;
  errors: ErrorWords;
};

export type Cancellable = {
  bookingId: string;
  passId: string;
  visits: number;
  /** The last moment, in words and as an instant; null where the place names none. */
  limit: { text: string; untilMs: number } | null;
  /** Why it cannot be given back any more; the page may learn it while the dialog is open. */
  closedBy: 'too_late_to_cancel' | 'already_cancelled' | null;
  /** The server's time at which the page was made. */
  nowMs: number;
};

export type CancelBookingProps = { booking: Cancellable; words: CancelBookingWords; locale: string };

const loadDialog = () => import('./cancel-booking-dialog').then((module) => module.CancelBookingDialog);

/** The way to give a booking back; asks first, and says what returns. */
export function CancelBooking({ notLoaded, ...props }: CancelBookingProps & { notLoaded: ReactNode }) {
  const { booking, words } = props;
  return (
    <DialogButton load={loadDialog} label={words.open} notLoaded={notLoaded} isOffered={booking.closedBy === null}>
      {(Loaded, onClose) => <Loaded {...props} onClose={onClose} />}
    </DialogButton>
  );
}
