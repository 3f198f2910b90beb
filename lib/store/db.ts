import 'server-only';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** A database or a transaction in one, whichever driver is below. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export type Store = {
  db: Db;
  kind: 'pglite' | 'postgres';
  /** Resolves when the database answers; rejects with the driver's error when it does not. */
  ping(): Promise<void>;
  /** Waits for what is under way. The folder or server may be opened again afterwards. */
  close(): Promise<void>;
};
