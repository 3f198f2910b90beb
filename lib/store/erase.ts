import 'server-only';
import type { Db } from './db';
import { newId } from './ids';
import { type Owner, ownedBy } from './owner';
import { countsTowardsOffer } from './passes';
import { bookings, brandEvents, doorRefusals, holds, idempotencyKeys, passes } from './schema';
import { disownCards } from './wallet-cards';

/** A phone that is off longer shows an erased pass until its expiry, or until somebody pulls it down. */
const WALLETS_HEAR_WITHIN_MS = 7 * 24 * 3_600_000;

/**
 * Forgets everything of `owner`. Of each pass that counts towards its offer a row stays under `erased`, the same brand and
 * a name nobody can trace: it has a new id and the moment `nowMs`, so that no earlier record leads to it. What was saved
 * in wallets is left without an owner until they have been told. Wants the owner lock, and its transaction.
 */
export async function eraseOwner(tx: Db, owner: Owner, erased: Owner, nowMs: number): Promise<void> {
  const counted = await tx.select().from(passes).where(countsTowardsOffer(owner));
  await tx.delete(holds).where(ownedBy(holds, owner));
  await tx.delete(bookings).where(ownedBy(bookings, owner));
  await tx.delete(doorRefusals).where(ownedBy(doorRefusals, owner));
  await tx.delete(brandEvents).where(ownedBy(brandEvents, owner));
  await tx.delete(idempotencyKeys).where(ownedBy(idempotencyKeys, owner));
  await tx.delete(passes).where(ownedBy(passes, owner));
  const keptUntil = new Date(nowMs + WALLETS_HEAR_WITHIN_MS).toISOString();
  await disownCards(tx, owner, { now: new Date(nowMs).toISOString(), keptUntil });
  if (counted.length === 0) return;
  const createdAt = new Date(nowMs).toISOString();
  const left = counted.map(({ offerId, title, module }) => {
    return { ...erased, id: newId('ps'), offerId, title, module, state: 'erased' as const, createdAt };
  });
  await tx.insert(passes).values(left);
}
