import { ArrowRightLeft } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tones';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime, shortDate } from '@/lib/format/time';
import { cityOf } from './booking-words';
import { type ChangeStory, isTold } from './change-story';

const TONES: Record<ChangeStory['kind'], Tone> = {
  newWaiting: 'warning',
  givingBack: 'warning',
  newDone: 'positive',
  newBothStand: 'warning',
  newRefused: 'neutral',
  oldWaiting: 'warning',
  oldDone: 'neutral',
  oldBothStand: 'warning',
};

/** How far a change has come, and the way to the other booking. `other` is null when it cannot be read now. */
export function ChangeProgress({
  story,
  booking,
  other,
  nowMs,
}: {
  story: ChangeStory;
  booking: BookingDto;
  other: BookingDto | null;
  nowMs: number;
}) {
  const t = useTranslations('bookings');
  const locale = useLocale();
  if (!isTold(story, booking, other)) return null;
  const { kind, otherId } = story;
  const isOld = kind.startsWith('old');
  const { allowed } = booking.cancellation;
  const canGoBack = allowed === 'allowed' || allowed === 'ask-vendor';
  return (
    <Notice tone={TONES[kind]} icon={ArrowRightLeft} title={t(`change.${kind}.title`)}>
      <p>{t(`change.${kind}.text`)}</p>
      {(kind === 'newBothStand' || kind === 'oldBothStand') && (
        <p>{t(canGoBack ? 'change.bothStandCancel' : 'change.bothStandNext')}</p>
      )}
      <p>
        <Link
          href={`/bookings/${otherId}`}
          prefetch={false}
          className="inline-flex min-h-6 items-center font-bold underline underline-offset-4"
        >
          {t(isOld ? 'change.seeNew' : 'change.seeOld')}
        </Link>
        {other && <span className="tabular block">{momentOf(other, { locale, nowMs, t })}</span>}
      </p>
    </Notice>
  );
}

type Words = ReturnType<typeof useTranslations<'bookings'>>;

function momentOf(other: BookingDto, { locale, nowMs, t }: { locale: string; nowMs: number; t: Words }): string {
  const reading = { timeZone: other.timeZone, locale };
  const time = t('inCity', { time: clockTime(other.startsAt, reading), city: cityOf(other) });
  return `${shortDate(other.startsAt, reading, nowMs)}, ${time}`;
}
