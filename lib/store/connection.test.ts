import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres } from '@/lib/testing/postgres';
import { newPassRow } from '@/lib/testing/store-rows';
import { openStore } from './connection';
import type { Store } from './db';
import { acquireFolderLock, StoreInUseError } from './folder-lock';
import { newId } from './ids';
import { findPass, insertPass } from './passes';

const owner = { brandId: 'layover', clientUserId: 'child' };
let dataDir: string;
const children: ChildProcess[] = [];
const stores: Store[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'layover-store-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const store of stores.splice(0)) await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<Store> {
  const store = await openStore({ databaseUrl: null, dataDir });
  stores.push(store);
  return store;
}

/** Starts a process that opens the folder; resolves with it and with the first line it says. */
function openInChild(passId: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/testing/store-process.ts', dataDir, passId],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    let wrong = '';
    child.stderr?.on('data', (chunk) => {
      wrong += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('\n')) resolve({ child, said: said.trim() });
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the child ended: ${said} ${wrong}`)));
  });
}

async function killHard(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

describe('the embedded store', () => {
  it('has its rows after it is closed and opened again', async () => {
    const first = await open();
    const pass = await insertPass(first.db, owner, newPassRow());
    await first.close();
    const second = await open();
    expect(await findPass(second.db, owner, pass.id)).toEqual(pass);
  });

  it('refuses a second process while one has it open, and says what to do', async () => {
    await open();
    const { said } = await openInChild(newId('ps'));
    expect(said).toContain(`refused: The embedded database is in use by process ${process.pid}`);
    expect(said).toContain('DATABASE_URL');
  });

  it('refuses to be opened twice in one process', async () => {
    await open();
    await expect(open()).rejects.toThrow(StoreInUseError);
  });

  it('is taken over from a process that was killed, with its rows', async () => {
    const passId = newId('ps');
    const { child, said } = await openInChild(passId);
    expect(said).toBe('open');
    await expect(open()).rejects.toThrow(`process ${child.pid}`);
    await killHard(child);
    const store = await open();
    expect((await findPass(store.db, owner, passId))?.id).toBe(passId);
    await store.close();
    expect((await readdir(dataDir)).sort()).toEqual(['db']);
  });
});

describe('the lock of a folder', () => {
  const lockPath = () => path.join(dataDir, 'db.lock');

  it('is free again after it is released', async () => {
    const first = await acquireFolderLock(lockPath());
    await first.release();
    const second = await acquireFolderLock(lockPath());
    await second.release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('replaces a lock whose process id and port belong to somebody else now', async () => {
    const stranger = createServer((socket) => socket.end('hello from another program, much longer than a nonce'));
    await new Promise<void>((resolve) => {
      stranger.listen(0, '127.0.0.1', resolve);
    });
    const address = stranger.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await writeFile(lockPath(), JSON.stringify({ pid: process.pid, nonce: 'abc', port }));
    const lock = await acquireFolderLock(lockPath());
    expect(JSON.parse(await readFile(lockPath(), 'utf8')).nonce).not.toBe('abc');
    await lock.release();
    await new Promise((resolve) => {
      stranger.close(resolve);
    });
  });

  it.each(['', '{', '{"pid":"x"}', 'null'])('replaces a file that is no lock: %j', async (content) => {
    await writeFile(lockPath(), content);
    const lock = await acquireFolderLock(lockPath());
    await lock.release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each(['nothing', 'a dead lock', 'a dead lock and a dead turn'])(
    'goes to one of many that find %s',
    async (found) => {
      const dead = (nonce: string) => JSON.stringify({ pid: 1, nonce, port: 1 });
      if (found !== 'nothing') await writeFile(lockPath(), dead('first'));
      if (found.endsWith('turn')) await writeFile(`${lockPath()}.turn`, dead('second'));
      const results = await Promise.allSettled(Array.from({ length: 12 }, () => acquireFolderLock(lockPath())));
      const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const losers = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(winners).toHaveLength(1);
      for (const reason of losers) expect(reason).toBeInstanceOf(StoreInUseError);
      await winners[0]?.release();
      expect(await readdir(dataDir)).toEqual([]);
    },
  );
});

const postgres = await startPostgres();

describe.skipIf(!postgres)('the store on PostgreSQL', () => {
  const databaseUrl = postgres?.databaseUrl ?? '';

  it('is brought up to date once by twenty that start together', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => openStore({ databaseUrl, dataDir: '' })));
    const first = opened[0];
    const rows = await first?.db.execute(
      sql`select count(*) > 0 and count(*) = count(distinct hash) as once from drizzle.__drizzle_migrations`,
    );
    expect(rows).toMatchObject({ rows: [{ once: true }] });
    await Promise.all(opened.map((store) => store.close()));
  });

  it('rejects a ping when the server is gone, and does not end the process', async () => {
    const store = await openStore({ databaseUrl, dataDir: '' });
    await store.ping();
    await postgres?.stop();
    await expect(store.ping()).rejects.toThrow();
    await store.close();
  });
});
