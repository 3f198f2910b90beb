import { getTranslations } from 'next-intl/server';
import type { OfferView } from '@/components/passes/offer-card';
import type { OfferDto } from '@/lib/contract/passes';
import type { ResourceDto } from '@/lib/contract/resources';
import { MODULE_NAMES } from '@/lib/domain/module';
import { coversResource } from '@/lib/domain/pass';
import type { Caller } from '@/lib/server/caller';
import { findResource } from '@/lib/server/resources';

/** Places named on a card; the rest is a number. */
const NAMED = 2;

/** The offers in words, those for the place asked about first, and the one to propose. */
export async function offerViews(caller: Caller, offers: OfferDto[], place: ResourceDto | null) {
  const suits = (offer: OfferDto) => place !== null && coversResource(offer, place);
  const ordered = [...offers].sort((a, b) => Number(suits(b)) - Number(suits(a)));
  const views = await Promise.all(ordered.map((offer) => offerView(caller, offer, place, suits(offer))));
  const proposed = ordered.find((offer) => offer.left !== 0 && (place === null || suits(offer)));
  const isOnly = ordered.filter((offer) => offer.left !== 0).length === 1;
  return {
    views,
    proposedId: place || isOnly ? (proposed?.offerId ?? null) : null,
    hasSuiting: ordered.some(suits),
  };
}

async function offerView(
  caller: Caller,
  offer: OfferDto,
  place: ResourceDto | null,
  isSuiting: boolean,
): Promise<OfferView> {
  const [t, passes] = await Promise.all([getTranslations('offers'), getTranslations('passes')]);
  const { offerId, title, module, visits, validDays, left, maxPerTraveller } = offer;
  const used = left === 0 ? t('owned', { count: maxPerTraveller }) : null;
  return {
    offerId,
    kind: passes(`kind.${MODULE_NAMES[module]}`),
    title,
    terms: `${t('visits', { count: visits })} · ${t('validDays', { count: validDays })}`,
    where: await whereOf(caller, offer),
    reason: used ?? (place && !isSuiting ? t('notThere', { place: place.name }) : null),
    suits: place && isSuiting ? t('worksThere', { place: place.name }) : null,
  };
}

async function whereOf(caller: Caller, { module, resourceIds }: OfferDto): Promise<string> {
  const t = await getTranslations('offers');
  if (resourceIds.length === 0) return t(`anywhere.${MODULE_NAMES[module]}`);
  const names = await Promise.all(resourceIds.slice(0, NAMED).map((id) => nameOf(caller, id)));
  const more = resourceIds.length - names.length;
  const places = more > 0 ? [...names, t('morePlaces', { count: more })] : names;
  return t('onlyAt', { places: places.join(', ') });
}

async function nameOf(caller: Caller, resourceId: string): Promise<string> {
  const place = await findResource(caller, resourceId);
  if (!place) return resourceId;
  return place.city ? `${place.name} (${place.city})` : place.name;
}
