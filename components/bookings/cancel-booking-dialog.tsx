'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Live } from '@/components/ui/live';
import { cancelBookingMutation } from '@/lib/client/bookings';
import { failureOf, isDecided } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import { QueryProvider } from '@/lib/client/query-provider';
import type { CancelBookingProps } from './cancel-booking';
import { CancelQuestion } from './cancel-question';
import { CancelResult } from './cancel-result';

type Props = CancelBookingProps & { onClose: () => void };

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
  const [key, setKey] = useState(newIdempotencyKey);
  const isClosed = useRef(false);
  const cancel = useMutation({
    ...cancelBookingMutation(booking.bookingId, key),
    onError: (error) => isDecided(error) && setKey(newIdempotencyKey()),
    // Nobody is there any more to be told here: the page has to say it.
    onSettled: () => isClosed.current && router.refresh(),
  });
  const close = () => {
    isClosed.current = true;
    onClose();
    // What happened on the server, also when it was refused: the booking may have changed meanwhile.
    if (cancel.isSuccess || cancel.isError) router.refresh();
  };
  const failure = cancel.error && failureOf(cancel.error);
  // Another device, or an earlier press whose answer was lost, has cancelled it: the same result as if this one had.
  const isGone = failure?.code === 'already_cancelled' || (cancel.isIdle && booking.closedBy === 'already_cancelled');
  const isChecking = cancel.data?.isCancelling === true;
  const hasEnded = cancel.isSuccess || isGone;
  const title = hasEnded ? (isChecking ? words.busy : words.done) : words.title;
  return (
    <Dialog isOpen onClose={close} title={title} closeLabel={words.close}>
      <Live>
        {hasEnded && (
          <CancelResult
            booking={booking}
            words={words}
            locale={locale}
            isChecking={isChecking}
            visits={cancel.data?.passVisits ?? null}
          />
        )}
      </Live>
      {hasEnded ? (
        <CloseButton label={words.close} onClose={close} />
      ) : (
        <CancelQuestion
          booking={booking}
          words={words}
          failure={failure}
          isBusy={cancel.isPending}
          onConfirm={() => cancel.mutate()}
          onKeep={close}
        />
      )}
    </Dialog>
  );
}

/** Takes the focus: the button that was pressed is gone, and the keyboard would start again at the top. */
function CloseButton({ label, onClose }: { label: string; onClose: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={place} className="grid">
      <Button onClick={onClose}>{label}</Button>
    </div>
  );
}
