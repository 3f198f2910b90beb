import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres } from '@/lib/testing/postgres';
import { openStore } from './connection';
import type { Store } from './db';
import { insertHold } from './holds';
import { openMemoryStore } from './memory';
import { StoreError } from './quiet-errors';

const OWNER = { brandId: 'layover', clientUserId: 'secret-user' };
const HOLD = {
  id: 'hd_secret',
  passId: 'ps_1',
  resourceId: 'N00001',
  module: 1,
  at: '2026-11-25T10:30',
  timeZone: 'Europe/London',
  adults: 1,
  children: 0,
  prebookingToken: 'secret-token',
  heldUntil: '2026-11-22T12:10:00.000Z',
  createdAt: '2026-11-22T12:00:00.000Z',
};

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function expectQuiet(store: Store): Promise<void> {
  await insertHold(store.db, OWNER, HOLD);
  const inTransaction = () => store.db.transaction((tx) => insertHold(tx, OWNER, HOLD));
  const badValue = () => store.db.execute(sql`select ${'secret-text'}::timestamptz`);
  for (const fails of [() => insertHold(store.db, OWNER, HOLD), inTransaction, badValue]) {
    const error = await fails().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StoreError);
    expect(inspect(error, { depth: 9 })).not.toContain('secret');
  }
  await expect(insertHold(store.db, OWNER, HOLD)).rejects.toMatchObject({ code: '23505', constraint: 'holds_pkey' });
}

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
  closing.push(() => store.close());
});

it('a query that fails in the embedded database is told without the values it was made with', () => expectQuiet(store));

it('nor are they told by PostgreSQL', async ({ skip }) => {
  const postgres = await startPostgres();
  if (!postgres) return skip();
  closing.push(() => postgres.stop());
  const opened = await openStore({ databaseUrl: postgres.databaseUrl, dataDir: '' });
  closing.push(() => opened.close());
  await expectQuiet(opened);
});
