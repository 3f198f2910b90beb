'use client';

import { useLocale, useTranslations } from 'next-intl';
import { clockTime, weekday } from '@/lib/format/time';
import { useDeviceZone } from './use-device-zone';

/** `17:30 your time`, with the weekday when it is another one; null when the traveller's clock shows the same as the place's. */
export function useOwnTime(startsAt: string, placeZone: string): string | null {
  const t = useTranslations('prebook');
  const locale = useLocale();
  const deviceZone = useDeviceZone();
  if (deviceZone === null) return null;
  const [own, there] = [deviceZone, placeZone].map((timeZone) => {
    const reading = { timeZone, locale };
    return { time: clockTime(startsAt, reading), day: weekday(startsAt, reading, 'short') };
  });
  if (!own || !there) return null;
  if (own.day !== there.day) return t('yourTimeDay', own);
  return own.time === there.time ? null : t('yourTime', { time: own.time });
}
