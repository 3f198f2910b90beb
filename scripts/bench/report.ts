import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Speed } from './speed';
import type { Weight } from './weight';

const FILE = '.artifacts/bench.json';
/** JavaScript of the pass page, in bytes; 1 kB is 1,000. */
export const PASS_PAGE_JS_AIM = 135_000;

export type Result = { speeds: Speed[]; weights: { name: string; weight: Weight }[] };

/** Prints both tables and keeps them, with every file and round, in `.artifacts/bench.json`. */
export function report({ speeds, weights }: Result): void {
  const [processor] = os.cpus();
  const machine = `Node ${process.versions.node}, ${os.availableParallelism()} × ${processor?.model ?? 'unknown processor'}`;
  console.log(`\n${machine}\n`);
  console.log(
    table(
      ['', 'bytes', 'req/s', 'trivial Next', 'node:http', '÷ trivial', 'aim', '÷ node:http', 'p99 at half'],
      speeds.map(({ name, bytes, perSecond, ratio, p99AtHalfMs, aim }) => [
        name,
        String(bytes),
        ...[perSecond.ours, perSecond.trivial, perSecond.plain].map(String),
        ratio.toTrivial.toFixed(2),
        `≥ ${aim.toFixed(2)} ${ratio.toTrivial >= aim ? 'met' : 'missed'}`,
        ratio.toPlain.toFixed(3),
        `${p99AtHalfMs.toFixed(1)} ms`,
      ]),
    ),
  );
  console.log('\nCompressed bytes on a first visit, in kB (1,000 bytes):\n');
  console.log(
    table(
      ['', 'JavaScript', 'of it ahead', 'CSS', 'fonts', 'aim'],
      weights.map(({ name, weight }) => [
        name,
        ...[weight.js, weight.jsAhead, weight.css, weight.fonts].map(kilobytes),
        name === 'pass' ? `JavaScript ≤ 135 ${weight.js <= PASS_PAGE_JS_AIM ? 'met' : 'missed'}` : '',
      ]),
    ),
  );
  mkdirSync('.artifacts', { recursive: true });
  writeFileSync(
    FILE,
    `${JSON.stringify({ machine, measuredAt: new Date().toISOString(), speeds, weights }, null, 2)}\n`,
  );
  console.log(`\nEvery round and every file: ${FILE}`);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** Columns as wide as their widest cell; the first reads from the left, numbers from the right. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}
