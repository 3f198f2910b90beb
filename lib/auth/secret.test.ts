import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptSecret } from './secret';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'secret-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('makes a secret once and keeps it, so that a restart signs nobody out', () => {
  const first = keptSecret(dir);
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(keptSecret(dir)).toBe(first);
  expect(readdirSync(dir)).toEqual(['session-secret']);
});

it('lets nobody else on the machine read it', () => {
  keptSecret(dir);
  expect(statSync(path.join(dir, 'session-secret')).mode & 0o777).toBe(0o600);
});

it('makes another one in another folder', () => {
  expect(keptSecret(path.join(dir, 'one'))).not.toBe(keptSecret(path.join(dir, 'two')));
});
