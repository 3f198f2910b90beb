import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'layover-chaos-clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What an expression comes to in a process whose clocks go a day ahead. */
function aDayAhead(expression: string): number {
  const file = path.join(folder, 'clock');
  writeFileSync(file, String(DAY_MS));
  const args = ['--import', path.resolve('scripts/chaos/clock.mjs'), '-e', `console.log(${expression})`];
  return Number(execFileSync(process.execPath, args, { env: { ...process.env, CHAOS_CLOCK: file } }));
}

it.each(['Date.now()', 'new Date().getTime()', 'Date.parse(new Date().toISOString())'])(
  '%s of a server of the fault run is ahead by what the file says',
  (expression) => {
    const aheadMs = aDayAhead(expression) - Date.now();
    expect(aheadMs).toBeGreaterThan(DAY_MS - HOUR_MS);
    expect(aheadMs).toBeLessThan(DAY_MS + HOUR_MS);
  },
);

it('times that are given stay what they are, and nothing of Date is missing', () => {
  expect(aDayAhead('new Date(5).getTime()')).toBe(5);
  expect(aDayAhead('Date.UTC(2026, 10, 22) - Date.parse("2026-11-22")')).toBe(0);
  expect(aDayAhead('Number(new Date() instanceof Date)')).toBe(1);
});
