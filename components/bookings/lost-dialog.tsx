'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FreeTimes } from './hold-notice';
import type { PrebookPlace } from './prebook-place';
import type { PrebookState, Slot } from './prebook-state';

/** The time went in the last moment. Everything else is kept; the nearest free times are one press away. */
export function LostDialog({
  state,
  place,
  onChoose,
  onClose,
}: {
  state: PrebookState;
  place: PrebookPlace;
  onChoose: (slot: Slot) => void;
  onClose: () => void;
}) {
  const t = useTranslations('prebook.lost');
  const reading = { timeZone: place.timeZone, locale: useLocale() };
  const { hold } = state;
  const slots = hold.kind === 'taken' ? hold.alternatives : [];
  const words = {
    asking: t('searching'),
    held: t('again'),
    taken: slots.length > 0 ? t('found') : t('none'),
    failed: t('none'),
    lapsed: t('none'),
    none: t('none'),
  }[hold.kind];
  return (
    <Dialog isOpen={state.lostAt !== null} onClose={onClose} title={t('title')} closeLabel={t('close')}>
      <p role="status">{words}</p>
      <FreeTimes slots={slots} reading={reading} onChoose={onChoose} />
      <Button variant={hold.kind === 'held' ? 'primary' : 'secondary'} isWide onClick={onClose}>
        {hold.kind === 'held' ? t('goOn') : t('close')}
      </Button>
    </Dialog>
  );
}
