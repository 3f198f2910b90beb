import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { insertBrandEvent, type NewBrandEvent } from './brand-events';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import { doorRefusals } from './schema';

export type RefusalRow = typeof doorRefusals.$inferSelect;
export type NewRefusal = Omit<RefusalRow, 'brandId' | 'clientUserId'>;

/** Keeps a refusal and the event that tells the brand: both or neither. Wants a transaction. */
export async function insertRefusal(
  tx: Db,
  owner: Owner,
  refusal: NewRefusal,
  event: NewBrandEvent,
): Promise<RefusalRow> {
  const { brandId, clientUserId } = owner;
  const [row] = await tx
    .insert(doorRefusals)
    .values({ ...refusal, brandId, clientUserId })
    .returning();
  if (!row) throw new Error('The refusal was not written.');
  await insertBrandEvent(tx, owner, event);
  return row;
}

export async function findRefusal(db: Db, owner: Owner, refusalId: string): Promise<RefusalRow | null> {
  const [row] = await db
    .select()
    .from(doorRefusals)
    .where(and(eq(doorRefusals.id, refusalId), ownedBy(doorRefusals, owner)));
  return row ?? null;
}

/** Newest first. */
export function listRefusals(db: Db, owner: Owner): Promise<RefusalRow[]> {
  return db
    .select()
    .from(doorRefusals)
    .where(ownedBy(doorRefusals, owner))
    .orderBy(desc(doorRefusals.happenedAt), desc(doorRefusals.id));
}
