import { Clock } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { Fact, OwnWords } from '@/components/resources/fact';
import { DateHours, WeekHours } from '@/components/resources/week-hours';
import type { ResourceDto } from '@/lib/contract/resources';
import { weekdayOf } from '@/lib/domain/place-time';
import { dayAt, shortDate, zoneName } from '@/lib/format/time';
import { comingExceptions, type DayHours, hoursOn, weekdayName, weekLines, weekTable } from '@/lib/format/week';
import { runtime } from '@/lib/server/runtime';

type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;
type Weekly = Extract<ResourceDto['hours'], { kind: 'weekly' }>;

/** Exceptions further off are told when they matter. */
const DAYS_AHEAD = 14;

/** The hours of today and of the week, on the clock of the place. */
export async function HoursFact({ place }: { place: ResourceDto }) {
  const t = await getTranslations('resource');
  const { hours } = place;
  if (hours.kind === 'weekly') return <WeeklyFact place={place} hours={hours} />;
  if (hours.kind === 'unknown') {
    return (
      <Fact icon={Clock} title={t('hoursUnknown')}>
        {t('hoursUnknownHint')}
      </Fact>
    );
  }
  return (
    <Fact icon={Clock} title={t('hoursText')}>
      <OwnWords sentences={[hours.text]} />
    </Fact>
  );
}

async function WeeklyFact({ place, hours }: { place: ResourceDto; hours: Weekly }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations('resource'), getLocale(), runtime()]);
  const { timeZone } = place;
  const nowMs = clock();
  const date = dayAt(nowMs, timeZone);
  const today = hoursOn(hours, date);
  const weekday = weekdayOf(date);
  const zone = zoneName(nowMs, { timeZone, locale });
  const lines = weekLines(weekTable(hours.rows)).map(({ from, to, hours: day }) => ({
    key: String(from),
    day: rangeText(from, to, locale, t),
    hours: dayText(day, t),
    isToday: !today.isException && from <= weekday && weekday <= to,
  }));
  const dates = comingExceptions(hours.exceptions, date, DAYS_AHEAD).map(({ on, hours: day }) => ({
    key: on,
    day: shortDate(`${on}T12:00:00Z`, { timeZone: 'UTC', locale }, nowMs),
    hours: dayText(day, t),
  }));
  return (
    <Fact icon={Clock} title={todayText(today, t)}>
      {today.isException && <p className="text-ink">{t('hoursException')}</p>}
      <p>{t('hoursIn', { city: place.city || place.hubName || timeZone, zone })}</p>
      {dates.length > 0 && <DateHours title={t('otherDates')} dates={dates} />}
      {hours.note !== undefined && <OwnWords sentences={[hours.note]} />}
      <WeekHours lines={lines} words={{ title: t('week'), day: t('day'), hours: t('hours') }} />
    </Fact>
  );
}

function todayText(day: DayHours, t: Words): string {
  if (!day.allDay && day.spans.length === 0) return t('hoursTodayClosed');
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
