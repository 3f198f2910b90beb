import 'server-only';
import type { BrandWithFolder } from '@/lib/brand/registry';
import type { AppleKeys } from '@/lib/brand/wallet-keys';
import { type CardRow, findCard, makeDue } from '@/lib/store/wallet-cards';
import { deleteDevice, listChangedCards, saveDevice } from '@/lib/store/wallet-devices';
import { Answer, type Payload } from '../answer';
import { AppError } from '../errors';
import { logger } from '../log';
import { runtime } from '../runtime';
import type { WalletCard } from './card';
import { currentCard, lookAt } from './current-card';
import { walletsFollow } from './follow';

/** A change that was written this long ago has been seen by whoever asked since, whichever process wrote it. */
const SETTLED_MS = 5_000;
const MOST_LINES = 10;
const LONGEST_LINE = 300;

type Registration = { brand: BrandWithFolder; deviceId: string; cardId: string };

/**
 * Has a device hear of changes of a card: 201, or 200 when it did already.
 * @throws AppError `not_found` for a card that ended so long ago that nothing is kept of it
 */
export async function registerDevice({ brand, deviceId, cardId }: Registration, pushToken: string) {
  const { store, clock } = await runtime();
  const card = await findCard(store.db, placeOf(brand), cardId);
  if (!card) throw new AppError('not_found');
  const at = new Date(clock()).toISOString();
  const isNew = await saveDevice(store.db, card, { deviceId, pushToken, at });
  // It changed while it was on its way to the phone.
  if (isNew && card.changedAt > card.savedAt) {
    await makeDue(store.db, card, at);
    walletsFollow();
  }
  return new Answer({}, { status: isNew ? 201 : 200 });
}

export async function unregisterDevice({ brand, deviceId, cardId }: Registration) {
  const { store } = await runtime();
  await deleteDevice(store.db, brand.id, deviceId, cardId);
  return new Answer({});
}

/** Which cards of a device changed since it asked last; 204 when none did, and for a device nobody knows. */
export async function changedCards(brand: BrandWithFolder, deviceId: string, since: string | undefined) {
  const { store, clock } = await runtime();
  const sinceMs = /^\d{1,15}$/.test(since ?? '') ? Number(since) : 0;
  const changed = await listChangedCards(store.db, brand.id, deviceId, new Date(sinceMs).toISOString());
  if (changed.length === 0) return new Answer(null, { status: 204 });
  const latestMs = Math.max(...changed.map(({ changedAt }) => Date.parse(changedAt)));
  // An earlier change may still be on its way into the table: the next question goes back far enough to find it.
  const lastUpdated = String(Math.min(latestMs, clock() - SETTLED_MS));
  return new Answer({ serialNumbers: changed.map(({ cardId }) => cardId), lastUpdated });
}

/** A card as it is now; 304 when it has not changed since. Also of one that was erased: crossed out, without a word of what it was. */
export async function latestCard(
  brand: BrandWithFolder,
  keys: AppleKeys,
  { cardId, ifModifiedSince }: { cardId: string; ifModifiedSince: string | null },
): Promise<Answer<Payload | null>> {
  const { row, shows } = await nowOf(brand, cardId);
  const changedMs = row && Math.floor(Date.parse(row.changedAt) / 1000) * 1000;
  const headers: Record<string, string> =
    changedMs === null ? {} : { 'Last-Modified': new Date(changedMs).toUTCString() };
  const knownMs = Date.parse(ifModifiedSince ?? '');
  if (changedMs !== null && knownMs >= changedMs) return new Answer(null, { status: 304, headers });
  const { appleFile } = await import('./apple');
  const { bytes, contentType } = await appleFile(brand, keys, [shows]);
  return new Answer(bytes, { headers: { ...headers, 'Content-Type': contentType } });
}

/** Looked at here too: who asks sees the change, noticed before or not. */
async function nowOf(brand: BrandWithFolder, cardId: string): Promise<{ row: CardRow | null; shows: WalletCard }> {
  const { store } = await runtime();
  const kept = await findCard(store.db, placeOf(brand), cardId);
  const looked = kept && (await lookAt(brand, kept));
  if (looked) return looked;
  const subjectId = cardId.replace(/-\d+$/, '');
  const { shows } = await currentCard(brand, { cardId, subjectId, locale: null });
  return { row: null, shows };
}

/** What phones say went wrong. Ids, tokens and addresses in it are left out: whatever is long and without a space. */
export function noteComplaints(brand: BrandWithFolder, logs: readonly string[]): Answer<object> {
  const words = logs
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE).replaceAll(/[^\s,;()"']{16,}/g, '…'));
  logger().warn({ brandId: brand.id, words }, 'a phone had trouble with a pass');
  return new Answer({});
}

function placeOf({ id }: BrandWithFolder) {
  return { wallet: 'apple' as const, brandId: id };
}
