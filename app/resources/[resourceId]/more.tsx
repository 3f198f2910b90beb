import { ExternalLink } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { cancelExample } from '@/components/resources/cancel-example';
import { Facilities } from '@/components/resources/facilities';
import { Section } from '@/components/resources/fact';
import { mapUrl } from '@/components/resources/map-url';
import type { ResourceDto } from '@/lib/contract/resources';
import { timeAgo } from '@/lib/format/ago';
import { clockTime, expiryDate, shortDate, zoneName } from '@/lib/format/time';
import { runtime } from '@/lib/server/runtime';

/** What is there, how to change one's mind, and how to find it. */
export async function More({ place }: { place: ResourceDto }) {
  const [t, common] = await Promise.all([getTranslations('resource'), getTranslations('common')]);
  const map = mapUrl(place);
  const hub = place.hubName || place.hub;
  return (
    <div className="grid content-start gap-7">
      {place.description && (
        <Section id="about" title={t('about')}>
          <p className="max-w-text whitespace-pre-line">{place.description}</p>
        </Section>
      )}
      {place.facilities.length > 0 && (
        <Section id="facilities" title={t('facilities')}>
          <Facilities facilities={place.facilities} />
        </Section>
      )}
      <Section id="cancelling" title={t('cancelTitle')}>
        <Cancelling place={place} />
      </Section>
      <Section id="finding" title={t('find')}>
        {place.location && <p>{place.location}</p>}
        {place.gate && !place.location?.includes(place.gate) && <p>{t('gate', { gate: place.gate })}</p>}
        {map && (
          <a
            href={map}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-11 items-center gap-1.5 font-semibold underline underline-offset-4"
          >
            {t('map', { hub })}
            <ExternalLink aria-hidden size={18} strokeWidth={1.75} />
            <span className="sr-only">({common('opensInNewTab')})</span>
          </a>
        )}
        <p className="mt-2 text-13 text-ink-muted">
          <Confirmed place={place} />
        </p>
      </Section>
    </div>
  );
}

/** When the vendor last said so, by the clock of the place. */
async function Confirmed({ place }: { place: ResourceDto }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations('resource'), getLocale(), runtime()]);
  const reading = { timeZone: place.timeZone, locale };
  const at = place.confirmedAt;
  return t('confirmed', {
    date: expiryDate(at, reading),
    time: clockTime(at, reading),
    zone: zoneName(at, reading),
    ago: timeAgo(at, clock(), locale),
  });
}

async function Cancelling({ place }: { place: ResourceDto }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations('resource'), getLocale(), runtime()]);
  if (!place.prebookable) return <p>{t('cancelWalkIn')}</p>;
  const { kind, hoursBefore } = place.cancellation;
  if (kind !== 'free-until' || hoursBefore === null) {
    const isNever = kind === 'never';
    return (
      <>
        <p className="font-bold">{isNever ? t('cancelNever') : t('cancelUnknown')}</p>
        <p className="text-15 text-ink-muted">{isNever ? t('cancelNeverHint') : t('cancelUnknownHint')}</p>
      </>
    );
  }
  const nowMs = clock();
  const reading = { timeZone: place.timeZone, locale };
  const moment = (ms: number) => t('moment', { date: shortDate(ms, reading, nowMs), time: clockTime(ms, reading) });
  const example = cancelExample(place, nowMs);
  return (
    <>
      <p className="font-bold">{hoursBefore === 0 ? t('cancelAnytime') : t('cancelFree', { hours: hoursBefore })}</p>
      {example && (
        <p className="max-w-text text-15 text-ink-muted">
          {t(hoursBefore === 0 ? 'cancelExampleBegin' : 'cancelExample', {
            visit: moment(example.visitMs),
            until: moment(example.untilMs),
            city: place.city || place.hubName || place.timeZone,
          })}
        </p>
      )}
    </>
  );
}
