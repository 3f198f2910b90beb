'use client';

import { CalendarX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { clockTime, shortDate } from '@/lib/format/time';
import { cancelOutlook, type PrebookPlace } from './prebook-place';

/** Whether, and until when, this booking could be given back. Absolute, on the place's clock. */
export function CancelOutlookNote({
  place,
  startsAt,
  visits,
  clock,
}: {
  place: PrebookPlace;
  startsAt: string;
  visits: number;
  clock: () => number;
}) {
  const t = useTranslations('prebook.cancellation');
  const reading = { timeZone: place.timeZone, locale: useLocale() };
  const nowMs = clock();
  const { kind, untilMs } = cancelOutlook(place.cancellation, startsAt, nowMs);
  if (kind !== 'free-until') {
    return (
      <Notice tone={kind === 'unknown' ? 'neutral' : 'warning'} icon={CalendarX}>
        {t(kind)}
      </Notice>
    );
  }
  const date = `${shortDate(untilMs, reading, nowMs)}, ${clockTime(untilMs, reading)}`;
  return (
    <Notice tone="positive" icon={CalendarX}>
      {t('freeUntil', { date, city: place.city, count: visits })}
    </Notice>
  );
}
