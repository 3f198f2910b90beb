import 'server-only';
import { and, eq, isNull, lt, type SQL } from 'drizzle-orm';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import { idempotencyKeys } from './schema';

export type IdempotencyClaim =
  /** Nobody has used the key: go on, then finish or release it. */
  | { state: 'new' }
  /** The first request has not answered, or its process died. What it was making has `subjectId`. */
  | { state: 'running'; subjectId: string | null }
  /** Answered: give the same answer. */
  | { state: 'done'; status: number; body: unknown }
  /** Used with another body. */
  | { state: 'conflict' };

/** A key that is released between our two reads is tried again, this often. */
const ATTEMPTS = 5;

/** Claims a key for one write. Of any number of claims at once, one is `new`. */
export async function claimIdempotencyKey(
  db: Db,
  owner: Owner,
  key: string,
  bodyHash: string,
  subjectId: string | null,
  nowMs: number,
): Promise<IdempotencyClaim> {
  const { brandId, clientUserId } = owner;
  const createdAt = new Date(nowMs).toISOString();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const inserted = await db
      .insert(idempotencyKeys)
      .values({ brandId, clientUserId, key, bodyHash, subjectId, createdAt })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (inserted.length > 0) return { state: 'new' };
    const [row] = await db.select().from(idempotencyKeys).where(thisKey(owner, key));
    if (!row) continue;
    if (row.bodyHash !== bodyHash) return { state: 'conflict' };
    if (row.status === null) return { state: 'running', subjectId: row.subjectId };
    return { state: 'done', status: row.status, body: row.body };
  }
  return { state: 'running', subjectId };
}

/** Keeps the answer for later requests with the same key. */
export async function finishIdempotencyKey(
  db: Db,
  owner: Owner,
  key: string,
  status: number,
  body: unknown,
): Promise<void> {
  await db.update(idempotencyKeys).set({ status, body }).where(thisKey(owner, key));
}

/**
 * Claims anew a key whose write never answered, if it was claimed before `beforeMs`: its process must have died. Of any
 * number of callers at once one gets true.
 */
export async function takeOverIdempotencyKey(
  db: Db,
  owner: Owner,
  key: string,
  subjectId: string,
  { beforeMs, nowMs }: { beforeMs: number; nowMs: number },
): Promise<boolean> {
  const isAbandoned = and(
    isNull(idempotencyKeys.status),
    lt(idempotencyKeys.createdAt, new Date(beforeMs).toISOString()),
  );
  const rows = await db
    .update(idempotencyKeys)
    .set({ subjectId, createdAt: new Date(nowMs).toISOString() })
    .where(and(thisKey(owner, key), isAbandoned))
    .returning({ key: idempotencyKeys.key });
  return rows.length > 0;
}

/** Gives a key back after a write that changed nothing. A key with an answer stays. */
export async function releaseIdempotencyKey(db: Db, owner: Owner, key: string): Promise<void> {
  await db.delete(idempotencyKeys).where(and(thisKey(owner, key), isNull(idempotencyKeys.status)));
}

function thisKey(owner: Owner, key: string): SQL | undefined {
  return and(ownedBy(idempotencyKeys, owner), eq(idempotencyKeys.key, key));
}
