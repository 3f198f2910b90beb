'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckBox } from '@/components/ui/check-box';
import { FailureNotice } from '@/components/ui/failure-notice';
import type { ApiErrorCode } from '@/lib/client/api';
import type { CancelBookingProps } from './cancel-booking';
import { TimeLeft } from './time-left';

type Failure = { code: ApiErrorCode; requestId: string | null };

/**
 * What comes back, until when, and that it is final; where the place does not say whether it takes bookings back, consent
 * first. Once it is too late there is nothing left to confirm.
 */
export function CancelQuestion({
  booking,
  words,
  failure,
  isBusy,
  onConfirm,
  onKeep,
}: Omit<CancelBookingProps, 'locale'> & {
  failure: Failure | null;
  isBusy: boolean;
  onConfirm: () => void;
  onKeep: () => void;
}) {
  const consent = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  const { unsure } = words;
  const told = failure ?? (booking.closedBy && { code: booking.closedBy, requestId: null });
  const isTooLate = told?.code === 'too_late_to_cancel';
  const confirm = () => {
    const lacks = unsure !== null && !consent.current?.checked;
    setMissing(lacks);
    if (lacks) consent.current?.focus();
    else onConfirm();
  };
  return (
    <>
      {!isTooLate && <Terms booking={booking} words={words} />}
      {!isTooLate && unsure && (
        <CheckBox
          ref={consent}
          id="cancel-consent"
          label={unsure.consent}
          error={isMissing ? unsure.missing : undefined}
          onChange={() => setMissing(false)}
        />
      )}
      {told && (
        <FailureNotice
          failure={told}
          words={words.errors}
          reference={words.reference}
          action={nextStep(told.code, words)}
        />
      )}
      <div className={isTooLate ? 'grid' : 'grid gap-2.5 sm:grid-cols-2'}>
        {!isTooLate && (
          <Button variant="danger" isBusy={isBusy} onClick={confirm}>
            {isBusy ? words.busy : words.confirm}
          </Button>
        )}
        <Button variant="secondary" onClick={onKeep}>
          {words.keep}
        </Button>
      </div>
    </>
  );
}

function Terms({ booking, words }: Pick<CancelBookingProps, 'booking' | 'words'>) {
  const { limit, nowMs } = booking;
  return (
    <>
      <p>{words.unsure?.text ?? words.back}</p>
      {limit && (
        <p>
          {limit.text} <TimeLeft untilMs={limit.untilMs} serverNowMs={nowMs} words={words.left} />
        </p>
      )}
      <p className="font-bold">{words.final}</p>
    </>
  );
}

/** After a lost answer nobody knows, so nothing is claimed; otherwise the booking is as it was. */
function nextStep(code: ApiErrorCode, words: CancelBookingProps['words']): string | undefined {
  if (code === 'offline') return words.lost;
  return code === 'too_late_to_cancel' || code === 'vendor_unexpected' ? words.kept : undefined;
}
