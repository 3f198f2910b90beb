'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ErrorWords } from '@/components/ui/failure-notice';
import { useOnDemand } from '@/components/ui/use-on-demand';
import type { PluralForms } from '@/lib/format/plural';

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
  | 'kept'
  | 'close'
  | 'reference',
  string
> & {
  /** Set when the place does not say whether it takes bookings back. */
  unsure: string | null;
  /** `{left}` and `{total}` stand where the pass's numbers go. */
  doneBack: PluralForms;
  errors: ErrorWords;
};

export type Cancellable = { bookingId: string; passId: string; visits: number };

const loadDialog = () => import('./cancel-booking-dialog').then((module) => module.CancelBookingDialog);

/** The way to give a booking back; asks first, and says what returns. */
export function CancelBooking({
  booking,
  words,
  locale,
  notLoaded,
}: {
  booking: Cancellable;
  words: CancelBookingWords;
  locale: string;
  /** Said when the dialog cannot be loaded. */
  notLoaded: ReactNode;
}) {
  const { state, Opened, open, close } = useOnDemand(loadDialog);
  return (
    <div className="grid gap-3 noscript:hidden">
      {state === 'failed' && notLoaded}
      <Button variant="secondary" isWide isBusy={state === 'loading'} onClick={open}>
        {words.open}
      </Button>
      {Opened && <Opened booking={booking} words={words} locale={locale} onClose={close} />}
    </div>
  );
}
