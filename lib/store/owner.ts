import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from './db';

/** Whom a row belongs to. The same `clientUserId` under another brand is somebody else. */
export type Owner = { brandId: string; clientUserId: string };

export function ownedBy(table: { brandId: PgColumn; clientUserId: PgColumn }, owner: Owner): SQL | undefined {
  return and(eq(table.brandId, owner.brandId), eq(table.clientUserId, owner.clientUserId));
}

/**
 * Runs `fn` in a transaction that no other process or request enters for the same owner. Everything inside must use the
 * given `tx`, and must not wait for the vendor: the embedded database has one connection, which this keeps.
 */
export function withOwnerLock<T>(db: Db, owner: Owner, fn: (tx: Db) => Promise<T>): Promise<T> {
  const key = JSON.stringify([owner.brandId, owner.clientUserId]);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    return fn(tx);
  });
}
