'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FailureNotice } from '@/components/ui/failure-notice';
import { Live } from '@/components/ui/live';
import { Notice } from '@/components/ui/notice';
import { currentMs } from '@/components/ui/page-age';
import { failureOf, isDecided } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import { QueryProvider } from '@/lib/client/query-provider';
import { recordRefusalMutation } from '@/lib/client/refusals';
import type { TurnedAwayProps } from './turned-away';
import { bodyOf, type Gap, gapsOf } from './turned-away-body';
import { TurnedAwayFields } from './turned-away-fields';

type Props = TurnedAwayProps & { onClose: () => void };

export function TurnedAwayDialog(props: Props) {
  return (
    <QueryProvider>
      <Telling {...props} />
    </QueryProvider>
  );
}

function Telling({ passId, place, words, nowMs, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(newIdempotencyKey);
  const [gaps, setGaps] = useState<Gap[]>([]);
  const [attempt, setAttempt] = useState(0);
  const tell = useMutation({
    ...recordRefusalMutation(passId, key),
    onError: (error) => isDecided(error) && setKey(newIdempotencyKey()),
  });
  const send = () => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    const found = gapsOf(fields, place);
    setGaps(found);
    if (found.length > 0) setAttempt(attempt + 1);
    else if (!tell.isPending) tell.mutate(bodyOf(fields, place, currentMs(nowMs)));
  };
  // What is told differently is another telling.
  const change = () => {
    if (!tell.isPending) setKey(newIdempotencyKey());
  };
  const messages = { place: words.placeMissing, reason: words.reasonMissing };
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={words.close}>
      <Live>
        {tell.isSuccess && (
          <Notice tone="positive" title={words.done}>
            {words.doneText}
          </Notice>
        )}
      </Live>
      {tell.isSuccess ? (
        <Button variant="secondary" onClick={onClose}>
          {words.close}
        </Button>
      ) : (
        <form
          ref={form}
          noValidate
          className="grid gap-5"
          onChange={change}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <p className="text-ink-muted">{words.text}</p>
          <ErrorSummary
            title={words.gaps}
            attempt={attempt}
            errors={gaps.map(({ field, fieldId }) => ({ fieldId, message: messages[field] }))}
          />
          <TurnedAwayFields place={place} words={words} gaps={gaps} />
          {tell.isError && (
            <FailureNotice failure={failureOf(tell.error)} words={words.errors} reference={words.reference} />
          )}
          <Button type="submit" isBusy={tell.isPending}>
            {tell.isPending ? words.busy : words.send}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
