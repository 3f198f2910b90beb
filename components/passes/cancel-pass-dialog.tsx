'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FailureNotice } from '@/components/ui/failure-notice';
import { failureOf, isDecided } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import { cancelPassMutation } from '@/lib/client/passes';
import { QueryProvider } from '@/lib/client/query-provider';
import type { CancelPassWords } from './cancel-pass';

type Props = { passId: string; words: CancelPassWords; onClose: () => void };

export function CancelPassDialog(props: Props) {
  return (
    <QueryProvider>
      <Asking {...props} />
    </QueryProvider>
  );
}

function Asking({ passId, words, onClose }: Props) {
  const router = useRouter();
  const [key, setKey] = useState(newIdempotencyKey);
  const cancel = useMutation({
    ...cancelPassMutation(passId, key),
    onSuccess: () => {
      onClose();
      router.refresh();
    },
    onError: (error) => isDecided(error) && setKey(newIdempotencyKey()),
  });
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={words.close}>
      <p>{words.text}</p>
      <p className="font-bold">{words.final}</p>
      {cancel.isError && (
        <FailureNotice failure={failureOf(cancel.error)} words={words.errors} reference={words.reference} />
      )}
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Button variant="danger" isBusy={cancel.isPending} onClick={() => cancel.mutate()}>
          {cancel.isPending ? words.busy : words.confirm}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {words.keep}
        </Button>
      </div>
    </Dialog>
  );
}
