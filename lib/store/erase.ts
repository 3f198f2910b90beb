import 'server-only';
import type { Db } from './db';
import { newId } from './ids';
import { type Owner, ownedBy } from './owner';
import { countsTowardsOffer } from './passes';
import { bookings, brandEvents, doorRefusals, holds, idempotencyKeys, passes } from './schema';

/**
 * Forgets everything of `owner`. Of each pass that counts towards its offer a row stays under `erased`, the same brand and
 * a name nobody can trace: it has a new id and the moment `nowMs`, so that no earlier record leads to it. Wants the owner
 * lock, and its transaction.
 */
export async function eraseOwner(tx: Db, owner: Owner, erased: Owner, nowMs: number): Promise<void> {
  const counted = await tx.select().from(passes).where(countsTowardsOffer(owner));
  await tx.delete(holds).where(ownedBy(holds, owner));
  await tx.delete(bookings).where(ownedBy(bookings, owner));
  await tx.delete(doorRefusals).where(ownedBy(doorRefusals, owner));
  await tx.delete(brandEvents).where(ownedBy(brandEvents, owner));
  await tx.delete(idempotencyKeys).where(ownedBy(idempotencyKeys, owner));
  await tx.delete(passes).where(ownedBy(passes, owner));
  if (counted.length === 0) return;
  const createdAt = new Date(nowMs).toISOString();
  const left = counted.map(({ offerId, title, module }) => {
    return { ...erased, id: newId('ps'), offerId, title, module, state: 'erased' as const, createdAt };
  });
  await tx.insert(passes).values(left);
}
