'use client';

import { Button } from '@/components/ui/button';
import type { ErrorWords } from '@/components/ui/failure-notice';
import { Notice } from '@/components/ui/notice';
import { useOnDemand } from '@/components/ui/use-on-demand';

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
export function EraseData({ words, forgetRecent }: { words: EraseDataWords; forgetRecent: string }) {
  const { state, Opened, open, close } = useOnDemand(loadDialog);
  return (
    <div className="grid gap-3 noscript:hidden">
      {state === 'failed' && (
        <Notice tone="critical" isAlert title={words.errors.offline.title}>
          {words.errors.offline.action}
        </Notice>
      )}
      <Button variant="secondary" isWide isBusy={state === 'loading'} onClick={open}>
        {words.open}
      </Button>
      {Opened && <Opened words={words} forgetRecent={forgetRecent} onClose={close} />}
    </div>
  );
}
