import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from './db';
import { catalogueEntries, catalogueLeases, catalogueSyncs } from './schema';

/** One hub or place as the catalogue wants it back. The store does not look into `data`. */
export type CatalogueEntry = { kind: 'hub' | 'resource'; id: string; data: unknown; confirmedAt: string };

/** Rows of one insert; PostgreSQL takes 65,535 parameters. */
const CHUNK = 1000;

/** When the catalogue of a scope was last read to its end (ISO instant); null: never. */
export async function catalogueCompletedAt(db: Db, scope: string): Promise<string | null> {
  const [row] = await db.select().from(catalogueSyncs).where(eq(catalogueSyncs.scope, scope));
  return row?.completedAt ?? null;
}

/** Everything saved of a scope, as one moment saw it; null when no whole catalogue was ever saved. */
export function loadCatalogue(
  db: Db,
  scope: string,
): Promise<{ completedAt: string; entries: CatalogueEntry[] } | null> {
  return db.transaction(
    async (tx) => {
      const completedAt = await catalogueCompletedAt(tx, scope);
      if (completedAt === null) return null;
      const { kind, id, data, confirmedAt } = catalogueEntries;
      const entries = await tx
        .select({ kind, id, data, confirmedAt })
        .from(catalogueEntries)
        .where(eq(catalogueEntries.scope, scope));
      return { completedAt, entries };
    },
    { isolationLevel: 'repeatable read' },
  );
}

/** Puts a whole catalogue in the place of the saved one, or changes nothing. */
export async function replaceCatalogue(
  db: Db,
  scope: string,
  entries: readonly CatalogueEntry[],
  completedAt: string,
): Promise<void> {
  const hubCount = entries.filter(({ kind }) => kind === 'hub').length;
  const counts = { completedAt, hubCount, resourceCount: entries.length - hubCount };
  await db.transaction(async (tx) => {
    await tx.delete(catalogueEntries).where(eq(catalogueEntries.scope, scope));
    for (let start = 0; start < entries.length; start += CHUNK) {
      const rows = entries.slice(start, start + CHUNK).map((entry) => ({ ...entry, scope }));
      await tx.insert(catalogueEntries).values(rows);
    }
    await tx
      .insert(catalogueSyncs)
      .values({ scope, ...counts })
      .onConflictDoUpdate({ target: catalogueSyncs.scope, set: counts });
  });
}

/** Saves what was learned of one hub or place. One that has left the catalogue meanwhile is not brought back. */
export async function saveCatalogueEntry(db: Db, scope: string, entry: CatalogueEntry): Promise<void> {
  const { kind, id, data, confirmedAt } = entry;
  const isThis = and(eq(catalogueEntries.kind, kind), eq(catalogueEntries.id, id));
  await db
    .update(catalogueEntries)
    .set({ data, confirmedAt })
    .where(and(eq(catalogueEntries.scope, scope), isThis));
}

/**
 * Takes, or keeps, the right to read a scope's catalogue for `ttlMs`. False while another holder has it. Judged by the
 * database's clock, so processes whose clocks differ agree.
 */
export async function takeCatalogueLease(db: Db, scope: string, holder: string, ttlMs: number): Promise<boolean> {
  const expiresAt = sql`now() + ${ttlMs} * interval '1 millisecond'`;
  const rows = await db
    .insert(catalogueLeases)
    .values({ scope, holder, expiresAt })
    .onConflictDoUpdate({
      target: catalogueLeases.scope,
      set: { holder, expiresAt },
      setWhere: sql`${catalogueLeases.expiresAt} < now() or ${catalogueLeases.holder} = ${holder}`,
    })
    .returning({ holder: catalogueLeases.holder });
  return rows.length > 0;
}

export async function releaseCatalogueLease(db: Db, scope: string, holder: string): Promise<void> {
  await db.delete(catalogueLeases).where(and(eq(catalogueLeases.scope, scope), eq(catalogueLeases.holder, holder)));
}
