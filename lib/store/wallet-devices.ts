import 'server-only';
import { and, desc, eq, inArray, lt, lte, notInArray, sql } from 'drizzle-orm';
import type { Db } from './db';
import { walletCards, walletDevices } from './schema-wallets';
import type { CardRow } from './wallet-cards';

export type DeviceRow = typeof walletDevices.$inferSelect;

/** A traveller's phone, watch and tablet, each more than once: a device does not always name itself the same. */
const MOST_OF_A_CARD = 20;

/**
 * Has a device hear of changes of a card. False when it did already; its push token is then the new one. Beyond a number
 * nobody needs, the ones that registered longest ago are forgotten.
 */
export async function saveDevice(
  db: Db,
  card: CardRow,
  { deviceId, pushToken, at }: { deviceId: string; pushToken: string; at: string },
): Promise<boolean> {
  const { cardId, brandId, savedAt } = card;
  const [row] = await db
    .insert(walletDevices)
    .values({ deviceId, cardId, brandId, pushToken, registeredAt: at, toldAt: savedAt })
    .onConflictDoUpdate({
      target: [walletDevices.deviceId, walletDevices.cardId],
      set: { pushToken, registeredAt: at },
    })
    // Only a row that was not there before has no earlier writer.
    .returning({ isNew: sql<boolean>`xmax = 0` });
  const newest = db
    .select({ deviceId: walletDevices.deviceId })
    .from(walletDevices)
    .where(eq(walletDevices.cardId, cardId))
    .orderBy(desc(walletDevices.registeredAt), walletDevices.deviceId)
    .limit(MOST_OF_A_CARD);
  await db
    .delete(walletDevices)
    .where(and(eq(walletDevices.cardId, cardId), notInArray(walletDevices.deviceId, newest)));
  return row?.isNew ?? false;
}

export async function deleteDevice(db: Db, brandId: string, deviceId: string, cardId: string): Promise<void> {
  const { deviceId: device, cardId: card, brandId: brand } = walletDevices;
  await db.delete(walletDevices).where(and(eq(device, deviceId), eq(card, cardId), eq(brand, brandId)));
}

/** Cards that a device has, and that changed after `since` (ISO instant). */
export function listChangedCards(
  db: Db,
  brandId: string,
  deviceId: string,
  since: string,
): Promise<{ cardId: string; changedAt: string }[]> {
  return db
    .select({ cardId: walletCards.cardId, changedAt: walletCards.changedAt })
    .from(walletDevices)
    .innerJoin(walletCards, and(eq(walletCards.cardId, walletDevices.cardId), eq(walletCards.wallet, 'apple')))
    .where(
      and(
        eq(walletDevices.deviceId, deviceId),
        eq(walletDevices.brandId, brandId),
        sql`${walletCards.changedAt} > ${since}::timestamptz`,
      ),
    )
    .orderBy(walletCards.cardId);
}

/** Devices of a card that have not heard of its last change. */
export function listUntoldDevices(db: Db, { cardId, changedAt }: CardRow): Promise<DeviceRow[]> {
  return db
    .select()
    .from(walletDevices)
    .where(and(eq(walletDevices.cardId, cardId), lt(walletDevices.toldAt, changedAt)));
}

export async function markTold(db: Db, card: CardRow, deviceIds: readonly string[]): Promise<void> {
  const isOne = and(eq(walletDevices.cardId, card.cardId), inArray(walletDevices.deviceId, [...deviceIds]));
  await db.update(walletDevices).set({ toldAt: card.changedAt }).where(isOne);
}

/** A push token that Apple no longer knows, unless its device has registered with it again after `before`. */
export async function forgetPushToken(db: Db, brandId: string, pushToken: string, before: string): Promise<void> {
  const { brandId: brand, pushToken: token, registeredAt } = walletDevices;
  await db.delete(walletDevices).where(and(eq(brand, brandId), eq(token, pushToken), lte(registeredAt, before)));
}
