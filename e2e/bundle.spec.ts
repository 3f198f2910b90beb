import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ENV_SHAPE } from '../lib/env';
import { SANDBOX_CREDENTIALS } from '../lib/sandbox/credentials';
import { expect, test } from './fixtures/app';

/** Names that may be known: they say nothing and grant nothing. */
const HARMLESS_NAMES = ['NODE_ENV', 'PORT'];
/** Words that only code of the server has: the vendor's wire, the store, the seal of the cookie. */
const SERVER_WORDS = [
  'X-Program-ID',
  'prebookingToken',
  'transportHubId',
  'pg_advisory',
  'unsealData',
  'drizzle',
  'pglite',
];

const secretNames = Object.keys(ENV_SHAPE).filter((name) => !HARMLESS_NAMES.includes(name));

function clientFiles(): string[] {
  return readdirSync('.next/static', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** File and word of every hit, so that a failure says where to look. */
function findings(words: string[]): string[] {
  return clientFiles().flatMap((file) => {
    const text = readFileSync(file, 'latin1');
    return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
  });
}

test('the browser’s files name no secret and no server code', () => {
  expect(clientFiles().filter((file) => file.endsWith('.js')).length).toBeGreaterThan(3);
  expect(findings([...secretNames, ...SERVER_WORDS])).toEqual([]);
});

test('the browser’s files hold no secret’s value, neither of this machine nor of the sandbox', async ({
  app,
  signIn,
}) => {
  // The key that seals the cookies is made when the first one is needed.
  await signIn();
  const ofSandbox = Object.values(SANDBOX_CREDENTIALS).flat();
  const ofMachine = secretNames.map((name) => process.env[name] ?? '').filter((value) => value.length >= 8);
  const sealing = readFileSync(path.join(app.dataDir, 'session-secret'), 'utf8').trim();
  expect(sealing.length).toBeGreaterThanOrEqual(32);
  expect(findings([...ofSandbox, ...ofMachine, sealing])).toEqual([]);
});

test('the browser’s files carry no source maps', () => {
  expect(clientFiles().filter((file) => file.endsWith('.map'))).toEqual([]);
});
