'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ErrorWords } from '@/components/ui/failure-notice';
import { useOnDemand } from '@/components/ui/use-on-demand';

export type CancelPassWords = Record<
  'open' | 'title' | 'text' | 'final' | 'confirm' | 'keep' | 'busy' | 'close' | 'reference',
  string
> & { errors: ErrorWords };

const loadDialog = () => import('./cancel-pass-dialog').then((module) => module.CancelPassDialog);

/** The way to give an unused pass back; asks first. */
export function CancelPass({
  passId,
  words,
  notLoaded,
}: {
  passId: string;
  words: CancelPassWords;
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
      {Opened && <Opened passId={passId} words={words} onClose={close} />}
    </div>
  );
}
