import 'server-only';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import type * as schema from './schema';

/** Written by `npm run db:generate`; read by path, so it must be beside the server wherever that runs. */
const FOLDER = 'lib/store/drizzle';
/** Any number, as long as every version of this program uses the same. */
const LOCK_KEY = 7_204_310_155;
const CONNECT_TIMEOUT_MS = 10_000;

/** The migrations' folder, seen from the project's root, where the server is started. Throws when it is not there. */
function migrationsFolder(): string {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER);
  if (existsSync(path.join(folder, 'meta', '_journal.json'))) return folder;
  throw new Error(`The database migrations are not in ${folder}. Start the server in the project's root folder.`);
}

export async function migratePglite(db: PgliteDatabase<typeof schema>): Promise<void> {
  const { migrate } = await import('drizzle-orm/pglite/migrator');
  await migrate(db, { migrationsFolder: migrationsFolder() });
}

/** Servers that start together take turns: the lock belongs to one connection, and goes with it if the process dies. */
export async function migratePostgres(databaseUrl: string): Promise<void> {
  const folder = migrationsFolder();
  const { default: pg } = await import('pg');
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}
