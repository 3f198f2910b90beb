import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Section } from './part';

const FILE = '.artifacts/bench.json';

export function machine(): string {
  const [processor] = os.cpus();
  return `Node ${process.versions.node}, ${os.availableParallelism()} × ${processor?.model ?? 'unknown processor'}`;
}

export function print({ title, head, rows }: Section): void {
  console.log(`\n${title}\n\n${table(head, rows)}`);
}

/** Keeps everything that was measured, with every round and file, for whoever wants to know more than the tables say. */
export function keep(parts: Record<string, { seconds: number; sections: Section[] }>): void {
  mkdirSync('.artifacts', { recursive: true });
  const kept = { machine: machine(), measuredAt: new Date().toISOString(), parts };
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`\nEvery round and every file: ${FILE}`);
}

/** Columns as wide as their widest cell; the first reads from the left, numbers from the right. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}
