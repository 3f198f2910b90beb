import 'server-only';
import { originOf } from '@/lib/brand/origin';
import type { BrandWithFolder } from '@/lib/brand/registry';
import { isAppleValid, walletKeys } from '@/lib/brand/wallet-keys';
import { keepCards } from '@/lib/store/wallet-cards';
import { Answer, type Payload } from './answer';
import { getBooking } from './bookings';
import { type Caller, ownerOf, requireSession } from './caller';
import { AppError } from './errors';
import { getPass } from './passes';
import { runtime } from './runtime';
import { bookingCards, passCard, type WalletCard } from './wallet/card';
import { fingerprintOf } from './wallet/current-card';
import { folderOf } from './wallet/folder-of';
import { googleLink, googleObject } from './wallet/google';
import { putGoogleObject } from './wallet/google-api';

const DAY_MS = 24 * 3_600_000;
/** What a card in a wallet shows is followed for so long after its end: staff may take a visit back. */
const KEPT_AFTER_MS = 30 * DAY_MS;
/** Of a pass that names no end. */
const LONGEST_LIFE_MS = 400 * DAY_MS;

/** A wallet a brand has keys for is offered; `badgeUri` is its official button as a `data:` address, if the brand brings it. */
type WalletOffer = { isOffered: boolean; badgeUri: string | null };

/** The wallets the brand has keys for. Apple's certificate ends after a year: from then on its wallet is not offered. */
export function offeredWallets(brand: BrandWithFolder): Record<'apple' | 'google', WalletOffer> {
  const { apple, google } = walletKeys(brand);
  return {
    apple: { isOffered: apple !== null && isAppleValid(apple), badgeUri: brand.walletBadges.apple },
    google: { isOffered: google !== null, badgeUri: brand.walletBadges.google },
  };
}

/** @throws AppError `not_found`; `not_entitled` when the pass opens no door now */
export async function passForApple(caller: Caller, passId: string): Promise<Answer<Payload>> {
  return forApple(caller, passId, () => cardsOfPass(caller, passId));
}

/** @throws AppError as `passForApple` */
export async function bookingForApple(caller: Caller, bookingId: string): Promise<Answer<Payload>> {
  return forApple(caller, bookingId, () => cardsOfBooking(caller, bookingId));
}

/** A redirect to Google's question whether to save. @throws AppError as `passForApple`; `vendor_unavailable` */
export async function passForGoogle(caller: Caller, passId: string): Promise<Answer<{ url: string }>> {
  return forGoogle(caller, passId, () => cardsOfPass(caller, passId));
}

/** @throws AppError as `passForGoogle` */
export async function bookingForGoogle(caller: Caller, bookingId: string): Promise<Answer<{ url: string }>> {
  return forGoogle(caller, bookingId, () => cardsOfBooking(caller, bookingId));
}

type CardsOf = () => Promise<WalletCard[]>;

async function forApple(caller: Caller, subjectId: string, cardsOf: CardsOf): Promise<Answer<Payload>> {
  const { apple } = walletKeys(caller.brand);
  if (!apple || !isAppleValid(apple)) throw new AppError('not_found');
  const cards = await cardsOf();
  // Signing is a large library that most processes never need.
  const { appleFile } = await import('./wallet/apple');
  const { bytes, contentType, name } = await appleFile(folderOf(caller.brand), apple, cards);
  // Before it is handed out: the phone registers for changes at once.
  await keep(caller, 'apple', subjectId, cards);
  const headers = { 'Content-Type': contentType, 'Content-Disposition': `attachment; filename="${name}"` };
  return new Answer(bytes, { headers });
}

async function forGoogle(caller: Caller, subjectId: string, cardsOf: CardsOf): Promise<Answer<{ url: string }>> {
  const { google } = walletKeys(caller.brand);
  if (!google) throw new AppError('not_found');
  const brand = folderOf(caller.brand);
  const cards = await cardsOf();
  // Before Google has them: whatever happens from here on, what it keeps is known here and is crossed out in the end.
  await keep(caller, 'google', subjectId, cards);
  const objects = cards.map((card) => googleObject(brand, google, card));
  // One after the other: the first makes the class that all are of.
  for (const object of objects) await putGoogleObject(google, object);
  const url = await googleLink(
    google,
    originOf(brand),
    objects.map((object) => object.id),
  );
  return new Answer({ url }, { status: 302, headers: { Location: url } });
}

async function cardsOfPass(caller: Caller, passId: string): Promise<WalletCard[]> {
  const card = passCard(await getPass(caller, passId), caller.brand, caller.session?.locale ?? null);
  if (!card.voucher) throw new AppError('not_entitled', { fields: { passId: 'pass_not_usable' } });
  return [card];
}

async function cardsOfBooking(caller: Caller, bookingId: string): Promise<WalletCard[]> {
  const [{ clock }, booking] = await Promise.all([runtime(), getBooking(caller, bookingId)]);
  const cards = bookingCards(booking, caller.brand, caller.session?.locale ?? null, clock());
  if (cards.some((card) => !card.voucher)) throw new AppError('not_entitled');
  return cards;
}

async function keep(
  caller: Caller,
  wallet: 'apple' | 'google',
  subjectId: string,
  cards: readonly WalletCard[],
): Promise<void> {
  const session = requireSession(caller);
  const { store, clock } = await runtime();
  const nowMs = clock();
  const rows = cards.map((card) => {
    const keptMs = (card.endsAt ? Date.parse(card.endsAt) : nowMs + LONGEST_LIFE_MS) + KEPT_AFTER_MS;
    return {
      wallet,
      cardId: card.id,
      subjectId,
      locale: session.locale,
      shown: fingerprintOf(caller.brand, card),
      savedAt: new Date(nowMs).toISOString(),
      keptUntil: new Date(Math.max(nowMs, keptMs)).toISOString(),
    };
  });
  await keepCards(store.db, ownerOf(session), rows);
}
