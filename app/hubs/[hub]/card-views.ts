import { getLocale, getTranslations } from 'next-intl/server';
import type { HubPlace } from '@/components/hubs/hub-filters';
import type { PlaceCardView } from '@/components/resources/place-card';
import { placeLine } from '@/components/resources/place-line';
import type { HubDto } from '@/lib/contract/hubs';
import { MODULE_NAMES } from '@/lib/domain/module';
import { type OpeningChip, openingChip } from '@/lib/format/opening';
import { runtime } from '@/lib/server/runtime';

type Words = Awaited<ReturnType<typeof getTranslations<'hubs'>>>;

/** What each card says, by resource id. */
export async function cardViews(hub: HubDto, places: HubPlace[]): Promise<Map<string, PlaceCardView>> {
  const [t, modules, locale, { clock }] = await Promise.all([
    getTranslations('hubs'),
    getTranslations('modules'),
    getLocale(),
    runtime(),
  ]);
  const nowMs = clock();
  const reading = { timeZone: hub.timeZone ?? 'UTC', locale };
  const words = { airside: t('airside'), landside: t('landside'), beforeSecurity: t('beforeSecurity') };
  const viewOf = (place: HubPlace): PlaceCardView => {
    const opening = openingChip(place.open, reading, nowMs);
    // A lounge and a lane say in their names what they are; a restaurant does not say what the pass buys there.
    const module = place.module > 2 ? modules(MODULE_NAMES[place.module]) : null;
    const line = { ...words, module, nearGate: (gate: string) => t('nearGate', { gate }) };
    return {
      resourceId: place.resourceId,
      name: place.name,
      image: place.image,
      line: placeLine(place, hub.type === 'airport', line),
      opening,
      openingText: openingText(opening, t),
      modes: modesOf(place, t),
      coveredText: place.isCovered ? t('covered') : null,
    };
  };
  return new Map(places.map((place) => [place.resourceId, viewOf(place)]));
}

function openingText(chip: OpeningChip, t: Words): string {
  return 'time' in chip ? t(chip.kind, { time: chip.time }) : t(chip.kind);
}

function modesOf({ walkIn, prebookable }: HubPlace, t: Words): string[] {
  if (prebookable && !walkIn) return [t('prebookOnly')];
  return [walkIn && t('walkIn'), prebookable && t('prebook')].filter((mode) => mode !== false);
}
