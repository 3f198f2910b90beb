// Without the server marker: drizzle-kit reads this file outside of a server.
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './instant';

/**
 * The catalogue as last read, one row a hub or place. `scope` is the vendor and program it was read for, so that a
 * database never serves one vendor's places under another's configuration.
 */
export const catalogueEntries = pgTable(
  'catalogue_entries',
  {
    scope: text('scope').notNull(),
    kind: text('kind', { enum: ['hub', 'resource'] }).notNull(),
    id: text('id').notNull(),
    data: jsonb('data').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
    /** The sync that wrote it, or the one to come for what was read between two: other processes load what is newer. */
    revision: integer('revision').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.kind, table.id] }),
    index('catalogue_entries_revision').on(table.scope, table.revision),
  ],
);

/**
 * How far the catalogue of a scope is in step with the vendor. `fullAt`: when its lists were last read from end to end;
 * `changesKnownAt`: up to when it has named what changed, null where it cannot; `unreadChanges`: what of that could not be
 * read of a place that is new to us.
 */
export const catalogueSyncs = pgTable('catalogue_syncs', {
  scope: text('scope').primaryKey(),
  revision: integer('revision').notNull().default(0),
  completedAt: instant('completed_at').notNull(),
  fullAt: instant('full_at'),
  changesKnownAt: instant('changes_known_at'),
  unreadChanges: jsonb('unread_changes').$type<{ resourceId: string; updatedAt: string }[]>().notNull().default([]),
  hubCount: integer('hub_count').notNull(),
  resourceCount: integer('resource_count').notNull(),
});

/** Who is reading the catalogue of a scope now. A process that dies leaves a lease that runs out by the database's clock. */
export const catalogueLeases = pgTable('catalogue_leases', {
  scope: text('scope').primaryKey(),
  holder: text('holder').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
