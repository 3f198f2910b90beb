import 'server-only';
import { and, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { EPass } from '@/lib/domain/pass';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import { passes } from './schema';

export type PassRow = typeof passes.$inferSelect;
export type PassState = PassRow['state'];
export type NewPass = Pick<PassRow, 'id' | 'offerId' | 'title' | 'module' | 'state' | 'request' | 'createdAt'>;

/** Writes a pass, before the vendor is asked for it. The same id again changes nothing and gives what is there. */
export async function insertPass(db: Db, owner: Owner, pass: NewPass): Promise<PassRow> {
  const { brandId, clientUserId } = owner;
  const [row] = await db
    .insert(passes)
    .values({ ...pass, brandId, clientUserId })
    .onConflictDoNothing()
    .returning();
  const stored = row ?? (await findPass(db, owner, pass.id));
  if (!stored) throw new Error('This pass id belongs to somebody else.');
  return stored;
}

export async function findPass(db: Db, owner: Owner, passId: string): Promise<PassRow | null> {
  const [row] = await db
    .select()
    .from(passes)
    .where(and(eq(passes.id, passId), ownedBy(passes, owner)));
  return row ?? null;
}

/** Newest first. */
export function listPasses(db: Db, owner: Owner): Promise<PassRow[]> {
  return db.select().from(passes).where(ownedBy(passes, owner)).orderBy(desc(passes.createdAt), desc(passes.id));
}

/**
 * Keeps the pass as the vendor described it at `asOf` (ISO instant), and marks it issued. An answer older than the one
 * held changes nothing, nor does one that would bring a cancelled pass back. Null when there is no such pass.
 */
export async function updatePassVendor(db: Db, passId: string, epass: EPass, asOf: string): Promise<PassRow | null> {
  const isNews = or(isNull(passes.vendorAsOf), lte(passes.vendorAsOf, asOf));
  const staysCancelled = epass.isCancelled
    ? undefined
    : sql`coalesce(${passes.vendor}->>'isCancelled', 'false') <> 'true'`;
  const [row] = await db
    .update(passes)
    .set({ vendor: epass, vendorAsOf: asOf, state: 'issued', request: null })
    .where(and(eq(passes.id, passId), isNews, staysCancelled))
    .returning();
  if (row) return row;
  const [unchanged] = await db.select().from(passes).where(eq(passes.id, passId));
  return unchanged ?? null;
}

/** Moves a pass that is still `requested` on; any other has its answer already and is left alone. */
export async function setPassState(db: Db, passId: string, state: PassState): Promise<PassRow | null> {
  const [row] = await db
    .update(passes)
    .set({ state, request: null })
    .where(and(eq(passes.id, passId), eq(passes.state, 'requested')))
    .returning();
  return row ?? null;
}

/** Passes of the owner's that count towards what an offer gives: asked for, issued or erased, and not cancelled. */
export function countsTowardsOffer(owner: Owner): SQL | undefined {
  return and(
    ownedBy(passes, owner),
    inArray(passes.state, ['requested', 'issued', 'erased']),
    sql`coalesce(${passes.vendor}->>'isCancelled', 'false') <> 'true'`,
  );
}

/** How many passes of an offer a traveller has had, those from before an erasing (kept under `erased`) included. */
export function countPassesOfOffer(db: Db, owner: Owner, erased: Owner, offerId: string): Promise<number> {
  const isCounted = or(countsTowardsOffer(owner), countsTowardsOffer(erased));
  return db.$count(passes, and(eq(passes.offerId, offerId), isCounted));
}
