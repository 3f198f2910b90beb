import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import { brandEvents, doorRefusals } from './schema';

export type RefusalRow = typeof doorRefusals.$inferSelect;
export type NewRefusal = Omit<RefusalRow, 'brandId' | 'clientUserId'>;
export type NewBrandEvent = Pick<typeof brandEvents.$inferSelect, 'id' | 'type' | 'token' | 'createdAt'>;

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
  await tx.insert(brandEvents).values({ ...event, brandId, clientUserId });
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
