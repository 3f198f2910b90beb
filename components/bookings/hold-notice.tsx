'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { clockTime, type Reading } from '@/lib/format/time';
import type { PrebookPlace } from './prebook-place';
import type { Failure, PrebookState, Slot } from './prebook-state';

/** Why the chosen time is not held, and the way on. */
export function HoldNotice({
  state,
  place,
  onChoose,
  onAgain,
}: {
  state: PrebookState;
  place: PrebookPlace;
  onChoose: (slot: Slot) => void;
  onAgain: () => void;
}) {
  const t = useTranslations('prebook.hold');
  const reading = { timeZone: place.timeZone, locale: useLocale() };
  const { hold } = state;
  const time = state.startsAt ? clockTime(state.startsAt, reading) : '';
  if (hold.kind === 'taken') {
    return (
      <Notice tone="warning" title={t('taken', { time: hold.at.slice(11) })}>
        <p>{hold.alternatives.length > 0 ? t('takenNext') : t('takenNone')}</p>
        <FreeTimes slots={hold.alternatives} reading={reading} onChoose={onChoose} />
      </Notice>
    );
  }
  if (hold.kind !== 'failed' && hold.kind !== 'lapsed') return null;
  return (
    <Notice tone={hold.kind === 'failed' ? 'critical' : 'warning'} title={t(hold.kind, { time })}>
      {hold.kind === 'failed' && <FailureWords failure={hold.failure} />}
      {hold.kind === 'lapsed' && hold.isElsewhere && <p>{t('elsewhere')}</p>}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button variant="secondary" size="small" onClick={onAgain}>
          {t(hold.kind === 'failed' ? 'retry' : 'again')}
        </Button>
        {hold.kind === 'failed' && hold.failure.code === 'not_entitled' && (
          <ButtonLink href={otherPass(place)} size="small" variant="secondary">
            {t('otherPass')}
          </ButtonLink>
        )}
      </div>
    </Notice>
  );
}

/** Where a pass for this place is to be had. */
export function otherPass({ resourceId }: PrebookPlace): string {
  return `/passes/new?for=${encodeURIComponent(resourceId)}`;
}

const REASONS = ['not_enough_visits', 'pass_not_usable', 'pass_not_valid_here', 'time_not_offered'] as const;

function FailureWords({ failure }: { failure: Failure }) {
  const t = useTranslations('errors');
  const hold = useTranslations('prebook.hold.because');
  const common = useTranslations('common');
  const { code, requestId } = failure;
  const reason = REASONS.find((known) => known === failure.because);
  return (
    <>
      <p>{reason ? hold(reason) : t(`${code}.message`)}</p>
      {requestId && (
        <p className="tabular break-all font-normal text-13">{common('reference', { reference: requestId })}</p>
      )}
    </>
  );
}

/** Free times near a taken one, as buttons. */
export function FreeTimes({
  slots,
  reading,
  onChoose,
}: {
  slots: Slot[];
  reading: Reading;
  onChoose: (slot: Slot) => void;
}) {
  if (slots.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {slots.map((slot) => (
        <Button key={slot.at} variant="secondary" size="small" className="tabular" onClick={() => onChoose(slot)}>
          {clockTime(slot.startsAt, reading)}
        </Button>
      ))}
    </div>
  );
}
