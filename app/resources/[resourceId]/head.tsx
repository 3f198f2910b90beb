import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { OpeningLabel } from '@/components/resources/opening-label';
import type { ResourceDto } from '@/lib/contract/resources';
import { openingChip } from '@/lib/format/opening';
import { terminalName } from '@/lib/format/terminals';
import { runtime } from '@/lib/server/runtime';

/** Open or not, the name, and where it is. */
export async function Head({ place }: { place: ResourceDto }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations('resource'), getLocale(), runtime()]);
  const chip = openingChip(place.open, { timeZone: place.timeZone, locale }, clock());
  const city = place.city || place.hubName || place.timeZone;
  const text = 'time' in chip ? t(chip.kind, { time: chip.time, city }) : t(chip.kind);
  const terminal = terminalName(place.terminal);
  return (
    <header>
      {!place.isWithdrawn && <OpeningLabel chip={chip} text={text} />}
      <h1 className="mt-2 font-bold text-26 lg:text-34">{place.name}</h1>
      <p className="mt-0.5 text-15 text-ink-muted">
        <Link href={`/hubs/${place.hub}`} prefetch={false} className="underline-offset-4 hover:underline">
          {place.hubName || place.hub}
        </Link>
        {terminal && ` · ${terminal}`}
      </p>
    </header>
  );
}
