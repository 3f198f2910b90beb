'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FailureNotice } from '@/components/ui/failure-notice';
import { Live } from '@/components/ui/live';
import { Notice } from '@/components/ui/notice';
import { cancelBookingMutation } from '@/lib/client/bookings';
import { failureOf, isDecided } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import { freshPassOptions } from '@/lib/client/passes';
import { QueryProvider } from '@/lib/client/query-provider';
import { pluralText } from '@/lib/format/plural';
import type { CancelBookingWords, Cancellable } from './cancel-booking';

type Props = { booking: Cancellable; words: CancelBookingWords; locale: string; onClose: () => void };

export function CancelBookingDialog(props: Props) {
  return (
    <QueryProvider>
      <Cancelling {...props} />
    </QueryProvider>
  );
}

/** First the question, then what came of it. Whatever fails, the booking and its code stay as they were. */
function Cancelling({ booking, words, locale, onClose }: Props) {
  const router = useRouter();
  const client = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const cancel = useMutation({
    ...cancelBookingMutation(booking.bookingId, key),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => isDecided(error) && setKey(newIdempotencyKey()),
  });
  const close = () => {
    onClose();
    // What happened on the server, also when it was refused: the booking may have changed meanwhile.
    if (cancel.isSuccess || cancel.isError) router.refresh();
  };
  const title = cancel.isSuccess ? (cancel.data.isCancelling ? words.busy : words.done) : words.title;
  return (
    <Dialog isOpen onClose={close} title={title} closeLabel={words.close}>
      <Live>
        {cancel.isSuccess &&
          (cancel.data.isCancelling ? (
            <Notice>{words.checking}</Notice>
          ) : (
            <Returned booking={booking} words={words} locale={locale} />
          ))}
      </Live>
      {cancel.isSuccess ? (
        <Button isWide onClick={close}>
          {words.close}
        </Button>
      ) : (
        <>
          <p>{words.unsure ?? words.back}</p>
          <p className="font-bold">{words.final}</p>
          {cancel.isError && (
            <FailureNotice
              failure={failureOf(cancel.error)}
              words={words.errors}
              reference={words.reference}
              action={isDecided(cancel.error) ? words.kept : undefined}
            />
          )}
          <div className="grid gap-2.5 sm:grid-cols-2">
            <Button variant="danger" isBusy={cancel.isPending} onClick={() => cancel.mutate()}>
              {cancel.isPending ? words.busy : words.confirm}
            </Button>
            <Button variant="secondary" onClick={close}>
              {words.keep}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** The visits that came back, from a fresh read of the pass; without one, no number is claimed. */
function Returned({ booking, words, locale }: Omit<Props, 'onClose'>) {
  const pass = useQuery(freshPassOptions(booking.passId));
  const { visits } = pass.data ?? {};
  const text = visits
    ? pluralText(words.doneBack, booking.visits, locale)
        .replace('{left}', String(visits.left))
        .replace('{total}', String(visits.total))
    : words.doneBackOnly;
  return (
    <Notice tone="positive">
      <p>{pass.isPending ? words.doneBackOnly : text}</p>
    </Notice>
  );
}
