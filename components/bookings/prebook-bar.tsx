'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Live } from '@/components/ui/live';
import { StickyActions } from '@/components/ui/sticky-actions';
import { useHydrated } from '@/components/ui/use-hydrated';
import { partySize } from '@/lib/domain/party';
import { clockTime, shortDate } from '@/lib/format/time';
import { HoldCountdown } from './hold-countdown';
import { Patience } from './patience';
import type { PrebookPass, PrebookPlace } from './prebook-place';
import { isUnanswered, type PrebookState } from './prebook-state';
import { useOnline } from './use-online';

/** The summary that stays in sight, the hold's remaining time, and the one next thing. */
export function PrebookBar({
  state,
  place,
  pass,
  clock,
  formId,
  notice,
}: {
  state: PrebookState;
  place: PrebookPlace;
  pass: PrebookPass;
  clock: () => number;
  formId: string;
  /** What the place said when it said no: here it is in sight wherever the time was chosen. */
  notice: ReactNode;
}) {
  const t = useTranslations('prebook');
  const booking = useTranslations('bookings');
  const reading = { timeZone: place.timeZone, locale: useLocale() };
  const isHydrated = useHydrated();
  const isOnline = useOnline();
  const { hold, startsAt } = state;
  const time = startsAt ? clockTime(startsAt, reading) : '';
  const isHeld = hold.kind === 'held' && !isUnanswered(state);
  const isSending = state.send.kind === 'sending';
  const isWaiting = state.isWaitingToContinue && hold.kind === 'asking';
  const label = isSending
    ? t('continue.sending')
    : isWaiting
      ? t('continue.asking', { time })
      : t(`continue.${state.step}`);
  const note = (
    <div className="grid min-h-11 content-center gap-0.5">
      <div className="text-start empty:hidden">{notice}</div>
      <Live>{isSending && <Patience />}</Live>
      <Live>{!isOnline && <p className="font-bold text-warning">{t('offline')}</p>}</Live>
      <p className="tabular text-balance font-bold text-ink">
        {startsAt && `${shortDate(startsAt, reading, clock())}, ${booking('inCity', { time, city: place.city })} · `}
        {booking('party', state.party)}
      </p>
      {/* Apart from the line below, whose seconds would be read out one by one. */}
      <p role="status" className="sr-only">
        {hold.kind === 'asking' && t('hold.asking', { time })}
        {isHeld && t('hold.held')}
      </p>
      <p>
        {hold.kind === 'asking' && <Patience>{t('hold.asking', { time })}</Patience>}
        {isHeld && (
          <>
            {t('hold.held')}
            {' · '}
            {t.rich('hold.left', { time: () => <HoldCountdown untilMs={hold.heldUntilMs} clock={clock} /> })}
            {' · '}
          </>
        )}
        {hold.kind !== 'asking' && t('usesShort', { count: partySize(state.party), left: pass.left })}
      </p>
    </div>
  );
  return (
    <StickyActions note={note}>
      <Button type={isHydrated ? 'submit' : 'button'} form={formId} isBusy={isSending || isWaiting}>
        {label}
      </Button>
    </StickyActions>
  );
}
