import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { sessionSecret } from './secret';

const PURPOSE = 'layover: cards in wallets';

/** A card of a brand in a wallet. */
type Card = { brandId: string; cardId: string };

/**
 * What a phone shows when it asks for a card it has: always the same for one card, as a card that is out there cannot be
 * given another. With another secret, cards from before are no longer recognised.
 */
export function walletToken(card: Card, secret = sessionSecret()): string {
  return hmacOf('token', card, secret).toString('base64url');
}

/** In a time that says nothing about how much of it is right. */
export function isWalletToken(card: Card, given: string, secret = sessionSecret()): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(walletToken(card, secret)), digest(given));
}

/** Stands for what a card shows, without giving away any of it. */
export function cardFingerprint(card: Card, shows: unknown, secret = sessionSecret()): string {
  const key = hmacOf('fingerprint', card, secret);
  return createHmac('sha256', key).update(JSON.stringify(shows)).digest('base64url');
}

function hmacOf(use: 'token' | 'fingerprint', { brandId, cardId }: Card, secret: string): Buffer {
  // A key of its own: what is made here can never serve as, or be checked against, a sealed cookie.
  const key = createHmac('sha256', secret).update(PURPOSE).digest();
  return createHmac('sha256', key)
    .update(JSON.stringify([use, brandId, cardId]))
    .digest();
}
