'use client';

import type { ReactNode } from 'react';
import { DialogButton } from '@/components/ui/dialog-button';
import type { ErrorWords } from '@/components/ui/failure-notice';

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
  notLoaded: ReactNode;
}) {
  return (
    <DialogButton load={loadDialog} label={words.open} notLoaded={notLoaded}>
      {(Loaded, onClose) => <Loaded passId={passId} words={words} onClose={onClose} />}
    </DialogButton>
  );
}
