import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db } from './db';
import { catalogueEntries, catalogueLeases, catalogueSyncs } from './schema-catalogue';

/** One hub or place as the catalogue wants it back. The store does not look into `data`. */
export type CatalogueEntry = { kind: 'hub' | 'resource'; id: string; data: unknown; confirmedAt: string };

/** How far a saved catalogue is in step with the vendor. ISO instants; `revision` counts the syncs up. */
export type SyncState = {
  revision: number;
  completedAt: string;
  /** When the vendor's lists were last read from end to end. */
  fullAt: string;
  /** Up to when the vendor has named everything that changed; null where it cannot. */
  changesKnownAt: string | null;
  /** Changes until then of places that we have nothing of, because they could not be read: to be asked for again. */
  unreadChanges: readonly { resourceId: string; updatedAt: string }[];
};

export type SavedCatalogue = { state: SyncState; entries: CatalogueEntry[] };

/** Somebody else has saved a newer catalogue than the one these changes were made to. */
export class SupersededError extends Error {
  override name = 'SupersededError';
}

/** Rows of one insert; PostgreSQL takes 65,535 parameters. */
const CHUNK = 1000;

/** How far a scope's catalogue has come; null: no whole one was ever saved. */
async function catalogueState(db: Db, scope: string): Promise<SyncState | null> {
  const [row] = await db.select().from(catalogueSyncs).where(eq(catalogueSyncs.scope, scope));
  if (!row) return null;
  const { revision, completedAt, fullAt, changesKnownAt, unreadChanges } = row;
  return { revision, completedAt, fullAt: fullAt ?? completedAt, changesKnownAt, unreadChanges };
}

/**
 * What is saved of a scope, as one moment saw it: everything, or what was written after a revision that the caller has.
 * Null when no whole catalogue was ever saved.
 */
export function loadCatalogue(db: Db, scope: string, afterRevision = -1): Promise<SavedCatalogue | null> {
  return db.transaction(
    async (tx) => {
      const state = await catalogueState(tx, scope);
      if (state === null) return null;
      const { kind, id, data, confirmedAt } = catalogueEntries;
      const entries = await tx
        .select({ kind, id, data, confirmedAt })
        .from(catalogueEntries)
        .where(and(eq(catalogueEntries.scope, scope), gt(catalogueEntries.revision, afterRevision)));
      return { state, entries };
    },
    { isolationLevel: 'repeatable read' },
  );
}

export type CatalogueChanges = {
  /** As it will be: one revision after the one the changes were made to. */
  state: SyncState;
  /** Hubs and places that are new or not as they were. Rows are never taken away: what left says so itself. */
  entries: readonly CatalogueEntry[];
  hubCount: number;
  resourceCount: number;
};

/** Saves all of a sync or nothing of it. @throws SupersededError when another process has saved one meanwhile */
export async function saveCatalogue(db: Db, scope: string, changes: CatalogueChanges): Promise<void> {
  const { state, entries, hubCount, resourceCount } = changes;
  const counts = { ...state, unreadChanges: [...state.unreadChanges], hubCount, resourceCount };
  await db.transaction(async (tx) => {
    const rows = await tx
      .insert(catalogueSyncs)
      .values({ scope, ...counts })
      .onConflictDoUpdate({
        target: catalogueSyncs.scope,
        set: counts,
        setWhere: eq(catalogueSyncs.revision, state.revision - 1),
      })
      .returning({ scope: catalogueSyncs.scope });
    if (rows.length === 0) throw new SupersededError('A newer catalogue has been saved.');
    for (let start = 0; start < entries.length; start += CHUNK) {
      const chunk = entries.slice(start, start + CHUNK).map((entry) => ({ ...entry, scope, revision: state.revision }));
      await tx
        .insert(catalogueEntries)
        .values(chunk)
        .onConflictDoUpdate({
          target: [catalogueEntries.scope, catalogueEntries.kind, catalogueEntries.id],
          set: { data: sql`excluded.data`, confirmedAt: sql`excluded.confirmed_at`, revision: state.revision },
        });
    }
  });
}

/** Lays `fields` over what is saved of one place. Nothing else of it changes, whoever has written it meanwhile. */
export async function patchCatalogueResource(
  db: Db,
  scope: string,
  id: string,
  fields: object,
  confirmedAt: string,
): Promise<void> {
  const next = db
    .select({ revision: sql`${catalogueSyncs.revision} + 1` })
    .from(catalogueSyncs)
    .where(eq(catalogueSyncs.scope, scope));
  await db
    .update(catalogueEntries)
    .set({
      data: sql`${catalogueEntries.data} || ${JSON.stringify(fields)}::jsonb`,
      confirmedAt,
      revision: sql`coalesce((${next}), 0)`,
    })
    .where(and(eq(catalogueEntries.scope, scope), eq(catalogueEntries.kind, 'resource'), eq(catalogueEntries.id, id)));
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
