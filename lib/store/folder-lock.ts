import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { z } from 'zod';
import { askHolder } from './lock-holder';

/**
 * Keeps a second process out of the embedded database's folder: two would silently lose each other's rows. The lock file
 * names a loopback port on which its holder repeats the file's nonce. Nobody answering with that nonce means that the
 * holder is gone, however it ended and whoever has its process id or port now. Processes in different containers cannot
 * ask each other: a folder shared by two of them needs PostgreSQL.
 */
const lockSchema = z.object({ pid: z.int().positive(), nonce: z.string().min(1), port: z.int().min(1).max(65535) });
export type LockHolder = z.infer<typeof lockSchema>;

/** The folder is open in a process that is alive. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError';
  constructor(lockPath: string, pid: number) {
    super(
      `The embedded database is in use by process ${pid} (lock file ${lockPath}). ` +
        'Stop that process, choose another DATA_DIR, or use PostgreSQL with DATABASE_URL.',
    );
  }
}

/** A dead lock's replacement is guarded by a lock beside it, and so on; one that died in that instant is all that nests. */
const MAX_DEPTH = 4;
const ATTEMPTS = 50;

/** Takes the lock at `lockPath`, or throws `StoreInUseError`. A lock whose holder is gone is replaced. */
export async function acquireFolderLock(lockPath: string): Promise<{ release(): Promise<void> }> {
  const nonce = randomBytes(16).toString('hex');
  const server = await answerWith(nonce);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const me: LockHolder = { pid: process.pid, nonce, port };
  try {
    await take(lockPath, me, 0);
  } catch (error) {
    await closeServer(server);
    throw error;
  }
  return {
    // The file goes first: while we still answer, nobody takes it for a dead one and replaces it under our hand.
    release: async () => {
      if ((await readHolder(lockPath))?.nonce === nonce) await rm(lockPath, { force: true });
      await closeServer(server);
    },
  };
}

async function take(lockPath: string, me: LockHolder, depth: number): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await createWhole(lockPath, me)) return;
    const holder = await readHolder(lockPath);
    if (!holder) continue;
    const answer = await askHolder(holder);
    if (answer === 'alive' || depth >= MAX_DEPTH) throw new StoreInUseError(lockPath, holder.pid);
    if (await replaceDead(lockPath, holder, me, depth)) return;
  }
  throw new Error(`The lock file ${lockPath} could not be taken.`);
}

/**
 * Puts our lock in the place of a dead one. The turn-taking lock beside it makes sure that the file is still the dead one
 * when it is replaced, and not that of somebody who was quicker.
 */
async function replaceDead(lockPath: string, dead: LockHolder, me: LockHolder, depth: number): Promise<boolean> {
  const turn = `${lockPath}.turn`;
  await take(turn, me, depth + 1);
  try {
    if ((await readHolder(lockPath))?.nonce !== dead.nonce) return false;
    const draft = await writeDraft(lockPath, me);
    await rename(draft, lockPath);
    return true;
  } finally {
    await rm(turn, { force: true });
  }
}

/** Makes the file with all of its content at once, unless it is there. */
async function createWhole(lockPath: string, me: LockHolder): Promise<boolean> {
  const draft = await writeDraft(lockPath, me);
  try {
    await link(draft, lockPath);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(lockPath: string, me: LockHolder): Promise<string> {
  const draft = `${lockPath}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
  return draft;
}

/** Null: no file. A file that is not a lock counts as one whose holder is gone. */
async function readHolder(lockPath: string): Promise<LockHolder | null> {
  let content: string;
  try {
    content = await readFile(lockPath, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return lockSchema.parse(JSON.parse(content));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    return { pid: 0, nonce: createHash('sha256').update(content).digest('hex'), port: 0 };
  }
}

async function answerWith(nonce: string): Promise<Server> {
  const server = createServer((socket) => {
    // Who asks and leaves early is no concern of ours.
    socket.on('error', () => socket.destroy());
    socket.end(nonce);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  return server;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
