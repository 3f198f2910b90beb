import { afterAll } from 'vitest';
import { openStore } from '@/lib/store/connection';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { startPostgres } from './postgres';

/** A database that a test runs on. `isThere` is false where it cannot be had. Whoever opens a store closes it. */
export type TestStore = { name: string; isThere: boolean; open(): Promise<Store> };

/** For `describe.each`: what is promised of a store holds on both databases. Wants the top of a test file. */
export async function bothStores(): Promise<TestStore[]> {
  const postgres = await startPostgres();
  afterAll(async () => {
    await postgres?.stop();
  });
  return [
    { name: 'PGlite', isThere: true, open: () => openMemoryStore() },
    {
      name: 'PostgreSQL',
      isThere: postgres !== null,
      open: () => openStore({ databaseUrl: postgres?.databaseUrl ?? '', dataDir: '' }),
    },
  ];
}
