import 'server-only';
import type { OfferDto } from '@/lib/contract/passes';
import type { Offer } from '@/lib/domain/offer';
import { countPassesOfOffer } from '@/lib/store/passes';
import { type Caller, erasedOwner, ownerOf } from './caller';
import { runtime } from './runtime';

/** What the brand grants; how many more of each is told to a traveller who is signed in. */
export async function listOffers(caller: Caller): Promise<{ offers: OfferDto[] }> {
  const { brand, session } = caller;
  const { store } = await runtime();
  const owner = session && ownerOf(session);
  const offers: OfferDto[] = [];
  for (const offer of brand.offers.filter(({ module }) => brand.modules.includes(module))) {
    const taken = owner ? await countPassesOfOffer(store.db, owner, erasedOwner(owner), offer.id) : null;
    offers.push(offerDto(offer, taken));
  }
  return { offers };
}

function offerDto(offer: Offer, taken: number | null): OfferDto {
  const { id: offerId, title, module, visits, validDays, resourceIds, maxPerTraveller } = offer;
  const left = taken === null ? null : Math.max(0, maxPerTraveller - taken);
  return { offerId, title, module, visits, validDays, resourceIds, maxPerTraveller, left };
}
