import 'server-only';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { Store } from './db';
import { acquireFolderLock } from './folder-lock';
import { migratePglite, migratePostgres } from './migrate';
import { quietErrors } from './quiet-errors';
import * as schema from './schema';

type StoreOptions = { databaseUrl: string | null; dataDir: string };

/** Connections of one process to PostgreSQL. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens the store and brings its tables up to date. Without `databaseUrl` it is embedded, in `dataDir/db`, and throws
 * `StoreInUseError` when another process has that folder open.
 */
export function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl === null ? openEmbedded(path.resolve(options.dataDir)) : openPostgres(options.databaseUrl);
}

async function openEmbedded(dataDir: string): Promise<Store> {
  await mkdir(dataDir, { recursive: true });
  const lock = await acquireFolderLock(path.join(dataDir, 'db.lock'));
  try {
    // Loaded here, so that a server on PostgreSQL never pays for the embedded one.
    const { PGlite } = await import('@electric-sql/pglite');
    const { drizzle } = await import('drizzle-orm/pglite');
    const client = await PGlite.create(path.join(dataDir, 'db'));
    const db = drizzle(client, { schema });
    quietErrors(db);
    try {
      await migratePglite(db);
    } catch (error) {
      await client.close();
      throw error;
    }
    let closing: Promise<void> | undefined;
    return {
      db,
      kind: 'pglite',
      ping: async () => void (await db.execute(sql`select 1`)),
      close: () => {
        closing ??= client.close().finally(() => lock.release());
        return closing;
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openPostgres(databaseUrl: string): Promise<Store> {
  await migratePostgres(databaseUrl);
  const { default: pg } = await import('pg');
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = drizzle(pool, { schema });
  quietErrors(db);
  let closing: Promise<void> | undefined;
  return {
    db,
    kind: 'postgres',
    ping: async () => void (await db.execute(sql`select 1`)),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}
