import { Clock } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { Fact } from '@/components/resources/fact';
import { WeekHours } from '@/components/resources/week-hours';
import type { ResourceDto } from '@/lib/contract/resources';
import { dayAt, zoneName } from '@/lib/format/time';
import { type DayHours, isoWeekday, weekdayName, weekLines, weekTable } from '@/lib/format/week';
import { runtime } from '@/lib/server/runtime';

type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;

/** The hours of today and of the week, on the clock of the place. */
export async function HoursFact({ place }: { place: ResourceDto }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations('resource'), getLocale(), runtime()]);
  const { hours, timeZone } = place;
  if (hours.kind === 'unknown') {
    return (
      <Fact icon={Clock} title={t('hoursUnknown')}>
        {t('hoursUnknownHint')}
      </Fact>
    );
  }
  if (hours.kind === 'text') {
    return (
      <Fact icon={Clock} title={t('hoursText')}>
        <p className="whitespace-pre-line">{hours.text}</p>
      </Fact>
    );
  }
  const nowMs = clock();
  const week = weekTable(hours.rows);
  const today = isoWeekday(dayAt(nowMs, timeZone));
  const zone = zoneName(nowMs, { timeZone, locale });
  const lines = weekLines(week).map(({ from, to, hours: day }) => ({
    key: String(from),
    day: rangeText(from, to, locale, t),
    hours: dayText(day, t),
    isToday: from <= today && today <= to,
  }));
  return (
    <Fact icon={Clock} title={todayText(week[today - 1], t)}>
      <p>{t('hoursIn', { city: place.city || place.hubName, zone })}</p>
      <WeekHours lines={lines} words={{ title: t('week'), day: t('day'), hours: t('hours') }} />
    </Fact>
  );
}

function todayText(day: DayHours | undefined, t: Words): string {
  if (!day || (!day.allDay && day.spans.length === 0)) return t('hoursTodayClosed');
  return day.allDay ? t('hoursTodayAllDay') : t('hoursToday', { hours: dayText(day, t) });
}

function dayText(day: DayHours, t: Words): string {
  if (day.allDay) return t('allDay');
  if (day.spans.length === 0) return t('closedDay');
  return day.spans
    .map(({ opens, closes, closesNextDay }) =>
      t('span', { opens, closes: closesNextDay ? t('nextDay', { time: closes }) : closes }),
    )
    .join(', ');
}

function rangeText(from: number, to: number, locale: string, t: Words): string {
  if (from === 1 && to === 7) return t('everyDay');
  if (from === to) return weekdayName(from, locale, 'long');
  return t('dayRange', { from: weekdayName(from, locale, 'long'), to: weekdayName(to, locale, 'long') });
}
