'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FailureNotice } from '@/components/ui/failure-notice';
import { eraseDataMutation } from '@/lib/client/account';
import { forgetDevice } from '@/lib/client/device';
import { failureOf, isDecided } from '@/lib/client/failure';
import { forgetTab } from '@/lib/client/forget-tab';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import { QueryProvider } from '@/lib/client/query-provider';
import type { EraseDataWords } from './erase-data';

type Props = { words: EraseDataWords; forgetRecent: string; onClose: () => void };

export function EraseDataDialog(props: Props) {
  return (
    <QueryProvider>
      <Asking {...props} />
    </QueryProvider>
  );
}

function Asking({ words, forgetRecent, onClose }: Props) {
  const [key, setKey] = useState(newIdempotencyKey);
  const erase = useMutation({
    ...eraseDataMutation(key),
    onSuccess: async () => {
      forgetTab();
      await forgetDevice();
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers still in use.
      document.cookie = forgetRecent;
      // A new document: pages kept in this one's memory still show what is gone.
      window.location.replace('/');
    },
    onError: (error) => isDecided(error) && setKey(newIdempotencyKey()),
  });
  const isBusy = erase.isPending || erase.isSuccess;
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={words.close}>
      <p>{words.goes}</p>
      <p className="font-bold">{words.passes}</p>
      <p>{words.stays}</p>
      <p>{words.bookingsFirst}</p>
      {erase.isError && (
        <FailureNotice failure={failureOf(erase.error)} words={words.errors} reference={words.reference} />
      )}
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Button variant="danger" isBusy={isBusy} onClick={() => erase.mutate()}>
          {isBusy ? words.busy : words.confirm}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {words.keep}
        </Button>
      </div>
    </Dialog>
  );
}
