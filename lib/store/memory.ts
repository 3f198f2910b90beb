import 'server-only';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { Store } from './db';
import { migratePglite } from './migrate';
import { quietErrors } from './quiet-errors';
import * as schema from './schema';

/** A store that is gone when it is closed, for tests. */
export async function openMemoryStore(): Promise<Store> {
  const client = await PGlite.create();
  const db = drizzle(client, { schema });
  quietErrors(db);
  await migratePglite(db);
  return {
    db,
    kind: 'pglite',
    ping: async () => void (await db.execute(sql`select 1`)),
    close: () => client.close(),
  };
}
