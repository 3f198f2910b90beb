import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';

const FILE_NAME = 'session-secret';

let cached: string | undefined;

/** What seals the session cookie: `SESSION_SECRET`, or in the sandbox one made here and kept in `DATA_DIR`. */
export function sessionSecret(): string {
  cached ??= env().sessionSecret ?? keptSecret(env().dataDir);
  return cached;
}

/** Reads the kept secret, or makes one that only this user can read. Two processes that start at once agree on one. */
export function keptSecret(dataDir: string): string {
  const file = path.join(path.resolve(/* turbopackIgnore: true */ dataDir), FILE_NAME);
  if (!existsSync(file)) keepNewSecret(file);
  return readFileSync(file, 'utf8').trim();
}

/** Written aside and linked into place, so that nobody ever reads half a secret and the first one stays. */
function keepNewSecret(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}
