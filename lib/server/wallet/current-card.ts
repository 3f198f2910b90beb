import 'server-only';
import { cardFingerprint } from '@/lib/auth/wallet-token';
import type { Brand } from '@/lib/brand/schema';
import { type CardRow, findCard, noteCard, subjectOf } from '@/lib/store/wallet-cards';
import { bookingDto } from '../dto/booking';
import { passDetail } from '../dto/pass';
import { runtime } from '../runtime';
import { bookingCards, endedCard, passCard, type WalletCard } from './card';

/** Two who notice at once are sorted out by looking again. */
const ATTEMPTS = 3;

type Known = Pick<CardRow, 'cardId' | 'subjectId' | 'locale'>;

/** `version` of the pass or booking that was read for the card; null when there is none any more. */
type Current = { shows: WalletCard; version: string | null };

/** What a card that somebody has in a wallet has to show now; crossed out when what it follows was erased. */
export async function currentCard(brand: Brand, { cardId, subjectId, locale }: Known): Promise<Current> {
  const { store, clock } = await runtime();
  const nowMs = clock();
  const { pass, booking, version } = await subjectOf(store.db, brand.id, subjectId);
  // Bookings of a pass change why it shows no code, not whether: the card tells only that.
  if (pass) return { shows: passCard(passDetail(pass, [], nowMs), brand, locale), version };
  if (!booking) return { shows: endedCard(cardId, brand, locale), version };
  const cards = bookingCards(bookingDto(booking, nowMs), brand, locale, nowMs);
  const own = cards.find(({ id }) => id === cardId);
  // A booking that is over has no vouchers, so no number of cards: this one stays what it was, without a code.
  const [any] = cards;
  const shows = own ?? (any ? { ...any, id: cardId, voucher: null } : endedCard(cardId, brand, locale));
  return { shows, version };
}

/**
 * Reads what a card shows now, and notes it when that is news: `shows` is what the `row` stands for. Null when the card is
 * gone, or keeps changing.
 */
export async function lookAt(brand: Brand, row: CardRow): Promise<{ row: CardRow; shows: WalletCard } | null> {
  const { store, clock } = await runtime();
  let known: CardRow | null = row;
  for (let attempt = 0; known && attempt < ATTEMPTS; attempt += 1) {
    const { shows, version } = await currentCard(brand, known);
    const at = new Date(clock()).toISOString();
    const noted = await noteCard(store.db, known, { shown: fingerprintOf(brand, shows), seenAsOf: version, at });
    if (noted) return { row: noted, shows };
    // Somebody else has noticed something newer meanwhile.
    known = await findCard(store.db, row, row.cardId);
  }
  return null;
}

export function fingerprintOf(brand: Brand, shows: WalletCard): string {
  return cardFingerprint({ brandId: brand.id, cardId: shows.id }, shows);
}
