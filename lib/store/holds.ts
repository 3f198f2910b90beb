import 'server-only';
import { and, desc, eq, gt, notExists } from 'drizzle-orm';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import { bookings, holds } from './schema';

export type HoldRow = typeof holds.$inferSelect;
export type NewHold = Omit<typeof holds.$inferInsert, 'brandId' | 'clientUserId'>;

export async function insertHold(db: Db, owner: Owner, hold: NewHold): Promise<HoldRow> {
  const { brandId, clientUserId } = owner;
  const [row] = await db
    .insert(holds)
    .values({ ...hold, brandId, clientUserId })
    .returning();
  if (!row) throw new Error('The hold was not written.');
  return row;
}

/** A hold whether or not it has run out: `heldUntil` says. */
export async function findHold(db: Db, owner: Owner, holdId: string): Promise<HoldRow | null> {
  const [row] = await db
    .select()
    .from(holds)
    .where(and(eq(holds.id, holdId), ownedBy(holds, owner)));
  return row ?? null;
}

/** Forgets what was kept for a pass: the vendor gives it up when the pass asks again (dragonpass-api 8.1). */
export async function releaseHoldsOfPass(db: Db, passId: string): Promise<void> {
  await db.delete(holds).where(eq(holds.passId, passId));
}

/** What is kept for a pass after `untilMs` and has made no booking; the newest, of which the vendor keeps one only. */
export async function findOpenHoldOfPass(
  db: Db,
  owner: Owner,
  passId: string,
  untilMs: number,
): Promise<HoldRow | null> {
  const isUsed = db.select({ id: bookings.id }).from(bookings).where(eq(bookings.holdId, holds.id));
  const isOpen = and(eq(holds.passId, passId), gt(holds.heldUntil, new Date(untilMs).toISOString()), notExists(isUsed));
  const [row] = await db
    .select()
    .from(holds)
    .where(and(isOpen, ownedBy(holds, owner)))
    .orderBy(desc(holds.createdAt), desc(holds.id))
    .limit(1);
  return row ?? null;
}

/** Ends what is kept for a pass, and keeps the rows: a later booking of one is told that it has run out. */
export async function endHoldsOfPass(db: Db, passId: string, nowMs: number): Promise<void> {
  const now = new Date(nowMs).toISOString();
  await db
    .update(holds)
    .set({ heldUntil: now })
    .where(and(eq(holds.passId, passId), gt(holds.heldUntil, now)));
}
