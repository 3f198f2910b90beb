import { getLocale, getTranslations } from 'next-intl/server';
import type { HubPlace } from '@/components/hubs/hub-filters';
import { LocalClock } from '@/components/hubs/local-clock';
import { SignBand } from '@/components/hubs/sign-band';
import { mapUrl } from '@/components/resources/map-url';
import type { HubDto } from '@/lib/contract/hubs';
import { terminalKey } from '@/lib/format/terminals';
import { zoneName } from '@/lib/format/time';
import { runtime } from '@/lib/server/runtime';

/** The sign over a hub's page, with the time there. */
export async function HubSign({ hub, places }: { hub: HubDto; places: HubPlace[] }) {
  const [t, common, locale, { clock }] = await Promise.all([
    getTranslations('hubs'),
    getTranslations('common'),
    getLocale(),
    runtime(),
  ]);
  const { timeZone, city, country } = hub;
  const href = mapUrl(hub);
  const nowMs = clock();
  const terminals = new Set(places.map((place) => terminalKey(place.terminal)).filter((key) => key !== '')).size;
  const count =
    places.length === 0
      ? null
      : terminals > 1
        ? t('placesInTerminals', { places: places.length, terminals })
        : t('places', { count: places.length });
  const where = [city, country].filter(Boolean).join(', ');
  return (
    <SignBand
      hub={hub}
      map={href === null ? null : { href, text: t('map'), hint: common('opensInNewTab') }}
      line={[where, count].filter(Boolean).join(' · ')}
      clock={
        timeZone === null
          ? null
          : {
              time: <LocalClock nowMs={nowMs} timeZone={timeZone} locale={locale} />,
              label: t('localTime', { city: city || hub.name }),
              place: t('timeIn', { city: city || hub.name }),
              zone: zoneName(nowMs, { timeZone, locale }),
            }
      }
    />
  );
}
