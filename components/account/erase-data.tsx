'use client';

import type { ReactNode } from 'react';
import { DialogButton } from '@/components/ui/dialog-button';
import type { ErrorWords } from '@/components/ui/failure-notice';

export type EraseDataWords = Record<
  | 'open'
  | 'title'
  | 'goes'
  | 'passes'
  | 'stays'
  | 'bookingsFirst'
  | 'confirm'
  | 'keep'
  | 'busy'
  | 'close'
  | 'reference',
  string
> & { errors: ErrorWords };

const loadDialog = () => import('./erase-data-dialog').then((module) => module.EraseDataDialog);

/** The way to have everything erased; asks first. `forgetRecent` is the cookie line that clears the recent hubs. */
export function EraseData({
  words,
  forgetRecent,
  notLoaded,
}: {
  words: EraseDataWords;
  forgetRecent: string;
  notLoaded: ReactNode;
}) {
  return (
    <DialogButton load={loadDialog} label={words.open} notLoaded={notLoaded}>
      {(Loaded, onClose) => <Loaded words={words} forgetRecent={forgetRecent} onClose={onClose} />}
    </DialogButton>
  );
}
