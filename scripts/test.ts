import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ensureChromium } from './browser';

/**
 * The whole proof, in order: lint, types, unit and contract tests, the production build, browser tests, a short fault run.
 * Every step runs even if an earlier one failed, and the last line counts them all: "N passed, N failed".
 */
const RESULTS = path.resolve('.artifacts/test');
type Count = { passed: number; failed: number; skipped: number };
type Step = { name: string; run: () => Count };

const steps: Step[] = [
  { name: 'lint', run: () => command('npm', ['run', 'lint', '--silent']) },
  { name: 'types', run: () => command('npm', ['run', 'types', '--silent']) },
  { name: 'unit, adapter, contract and handler tests', run: unitTests },
  { name: 'production build', run: () => command('npm', ['run', 'build', '--silent']) },
  { name: 'browser tests', run: browserTests },
  { name: 'fault run, short', run: faultRun },
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const step of steps) {
  console.log(`\n--- ${step.name}`);
  const startedMs = Date.now();
  const count = step.run();
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
  lines.push(`${step.name}: ${summary(count)} (${Math.round((Date.now() - startedMs) / 1000)} s)`);
}
console.log(`\n${lines.join('\n')}\n\n${summary(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

function summary(count: Count): string {
  return `${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`;
}

function command(file: string, args: string[], env: Record<string, string> = {}): Count {
  const passed = spawnSync(file, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function unitTests(): Count {
  const file = `${RESULTS}/vitest.json`;
  const ran = command('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const schema = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
  return counted(file, ran, (json) => {
    const result = schema.parse(json);
    return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
  });
}

function browserTests(): Count {
  const file = `${RESULTS}/playwright.json`;
  let chromium: string;
  try {
    chromium = ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const ran = command('npm', ['run', 'e2e', '--silent', '--', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const schema = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  });
  return counted(file, ran, (json) => {
    const { stats } = schema.parse(json);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

function faultRun(): Count {
  const file = '.artifacts/chaos/result.json';
  rmSync(file, { force: true });
  const ran = command('npm', ['run', 'chaos', '--silent', '--', '--short']);
  const schema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
  return counted(file, ran, (json) => schema.parse(json));
}

/** Reads a runner's own count; a runner that failed without one failed test (a crash, a bad file) counts as one. */
function counted(file: string, ran: Count, read: (json: unknown) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const count = read(JSON.parse(readFileSync(file, 'utf8')));
  if (ran.failed > 0 && count.failed === 0) count.failed = 1;
  if (count.passed + count.failed === 0) count.failed = 1;
  return count;
}
