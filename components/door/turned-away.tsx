'use client';

import type { ReactNode } from 'react';
import { DialogButton } from '@/components/ui/dialog-button';
import type { ErrorWords } from '@/components/ui/failure-notice';
import type { RefusalReason } from '@/lib/domain/refusal';

export type TurnedAwayWords = Record<
  | 'open'
  | 'title'
  | 'text'
  | 'place'
  | 'choosePlace'
  | 'otherPlace'
  | 'placeName'
  | 'placeMissing'
  | 'when'
  | 'reason'
  | 'reasonMissing'
  | 'words'
  | 'wordsHint'
  | 'gaps'
  | 'send'
  | 'busy'
  | 'done'
  | 'doneText'
  | 'close'
  | 'reference',
  string
> & { reasons: Record<RefusalReason, string>; agos: Record<`m${number}`, string>; errors: ErrorWords };

/** Where it was: the booking's place, one that is known, or one of those near by; the traveller's own words if none. */
export type RefusalPlace =
  | { kind: 'booking'; bookingId: string; name: string }
  | { kind: 'choice'; chosenId: string | null; places: { resourceId: string; name: string }[] };

export type TurnedAwayProps = {
  /** Said when the form cannot be loaded. */
  notLoaded: ReactNode;
  passId: string;
  place: RefusalPlace;
  words: TurnedAwayWords;
  /** The server's time at which the page was made. */
  nowMs: number;
};

const loadDialog = () => import('./turned-away-dialog').then((module) => module.TurnedAwayDialog);

/** The way to say that a desk said no. The form loads when it is wanted. */
export function TurnedAway(props: TurnedAwayProps) {
  const { words, notLoaded } = props;
  return (
    <DialogButton load={loadDialog} label={words.open} notLoaded={notLoaded} isSmall>
      {(Loaded, onClose) => <Loaded {...props} onClose={onClose} />}
    </DialogButton>
  );
}
