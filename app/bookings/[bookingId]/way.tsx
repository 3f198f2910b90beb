import { Building2, MapPin, Navigation } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { mapUrl } from '@/components/resources/map-url';
import { sideKey } from '@/components/resources/side-key';
import { RowLink } from '@/components/ui/row';
import type { BookingDto } from '@/lib/contract/bookings';
import type { ResourceDto } from '@/lib/contract/resources';
import { terminalName } from '@/lib/format/terminals';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { getHub } from '@/lib/server/hubs';

type Props = { caller: Caller; booking: BookingDto; place: ResourceDto | null };

/** Where it is, as exactly as the place says, and a map; of a place that cannot be told now, what was known when booking. */
export async function Way({ caller, booking, place }: Props) {
  const t = await getTranslations('bookings');
  const map = place && mapUrl(place);
  const [first, ...others] = await linesOf({ caller, booking, place });
  return (
    <section aria-labelledby="way">
      <h2 id="way" className="overline mb-1.5">
        {t('way')}
      </h2>
      {first && (
        <div className="grid grid-cols-[min(1.75rem,9vw)_1fr] gap-[min(0.75rem,4vw)] px-0.5 py-2">
          <MapPin aria-hidden size={22} strokeWidth={1.75} />
          <p className="wrap-anywhere">
            <b>{first}</b>
            {others.map((line) => (
              <span key={line} className="block text-15 text-ink-muted">
                {line}
              </span>
            ))}
          </p>
        </div>
      )}
      {map && (
        <RowLink href={map} icon={Navigation}>
          {t('directions')}
        </RowLink>
      )}
      {place && (
        <RowLink href={`/resources/${encodeURIComponent(booking.resourceId)}`} icon={Building2}>
          {t('place')}
        </RowLink>
      )}
    </section>
  );
}

async function linesOf({ caller, booking, place }: Props): Promise<string[]> {
  const t = await getTranslations('resource');
  const hub = place && (await attempt(caller, getHub(caller, place.hub)));
  const isAirport = !hub?.value || hub.value.type === 'airport';
  const location = (place ?? booking).location?.trim() ?? '';
  const side = place && !/airside|landside/i.test(location) ? sideKey(place.side, isAirport) : null;
  const gate = place?.gate && !location.includes(place.gate) ? t('gate', { gate: place.gate }) : null;
  const terminal = terminalName((place ?? booking).terminal);
  const hubLine = [booking.hubName ?? booking.city, terminal].filter(Boolean).join(' · ');
  return [hubLine, side && t(side), location, gate].filter((line): line is string => Boolean(line));
}
