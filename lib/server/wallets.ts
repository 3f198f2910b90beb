import 'server-only';
import { originOf } from '@/lib/brand/origin';
import { type BrandWithFolder, brands } from '@/lib/brand/registry';
import type { Brand } from '@/lib/brand/schema';
import { type AppleKeys, walletKeys } from '@/lib/brand/wallet-keys';
import { Answer, type Payload } from './answer';
import { getBooking } from './bookings';
import type { Caller } from './caller';
import { AppError } from './errors';
import { getPass } from './passes';
import { runtime } from './runtime';
import { bookingCards, passCard, type WalletCard } from './wallet/card';
import { googleLink, googleObject } from './wallet/google';
import { putGoogleObject } from './wallet/google-api';

/** A wallet a brand has keys for is offered; `badgeUri` is its official button as a `data:` address, if the brand brings it. */
type WalletOffer = { isOffered: boolean; badgeUri: string | null };

/** The wallets the brand has keys for. Apple's certificate ends after a year: from then on its wallet is not offered. */
export function offeredWallets(brand: BrandWithFolder): Record<'apple' | 'google', WalletOffer> {
  const { apple, google } = walletKeys(brand);
  return {
    apple: { isOffered: apple !== null && isValid(apple), badgeUri: brand.walletBadges.apple },
    google: { isOffered: google !== null, badgeUri: brand.walletBadges.google },
  };
}

/** @throws AppError `not_found`; `not_entitled` when the pass opens no door now */
export async function passForApple(caller: Caller, passId: string): Promise<Answer<Payload>> {
  return forApple(caller, () => cardsOfPass(caller, passId));
}

/** @throws AppError as `passForApple` */
export async function bookingForApple(caller: Caller, bookingId: string): Promise<Answer<Payload>> {
  return forApple(caller, () => cardsOfBooking(caller, bookingId));
}

/** A redirect to Google's question whether to save. @throws AppError as `passForApple`; `vendor_unavailable` */
export async function passForGoogle(caller: Caller, passId: string): Promise<Answer<{ url: string }>> {
  return forGoogle(caller, () => cardsOfPass(caller, passId));
}

/** @throws AppError as `passForGoogle` */
export async function bookingForGoogle(caller: Caller, bookingId: string): Promise<Answer<{ url: string }>> {
  return forGoogle(caller, () => cardsOfBooking(caller, bookingId));
}

async function forApple(caller: Caller, cardsOf: () => Promise<WalletCard[]>): Promise<Answer<Payload>> {
  const { apple } = walletKeys(caller.brand);
  if (!apple || !isValid(apple)) throw new AppError('not_found');
  const cards = await cardsOf();
  // Signing is a large library that most processes never need.
  const { appleFile } = await import('./wallet/apple');
  const { bytes, contentType, name } = await appleFile(folderOf(caller.brand), apple, cards);
  const headers = { 'Content-Type': contentType, 'Content-Disposition': `attachment; filename="${name}"` };
  return new Answer(bytes, { headers });
}

async function forGoogle(caller: Caller, cardsOf: () => Promise<WalletCard[]>): Promise<Answer<{ url: string }>> {
  const { google } = walletKeys(caller.brand);
  if (!google) throw new AppError('not_found');
  const brand = folderOf(caller.brand);
  const objects = (await cardsOf()).map((card) => googleObject(brand, google, card));
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

/** Certificates end by the world's clock, also where the sandbox's has been moved. */
function isValid({ validFromMs, validUntilMs }: AppleKeys): boolean {
  const nowMs = Date.now();
  return nowMs >= validFromMs && nowMs < validUntilMs;
}

function folderOf(brand: Brand): BrandWithFolder {
  const found = brands().find(({ id }) => id === brand.id);
  if (!found) throw new AppError('not_found');
  return found;
}
