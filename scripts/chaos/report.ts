import { mkdirSync, writeFileSync } from 'node:fs';
import { CHECKS, type Check } from './compare';
import type { Options } from './options';
import type { Outcome } from './run';

const FILE = '.artifacts/chaos/result.json';
/** Disagreements of one kind that are printed; the file has all of them. */
const MOST_PRINTED = 12;

type Row = [string, ...string[]];

/** Prints what was done and what disagrees, keeps it in a file, and says how many checks came out well, or were not made. */
export function report(
  options: Options,
  outcomes: readonly Outcome[],
): Record<'passed' | 'failed' | 'skipped', number> {
  const rows: Row[] = [
    ['', ...outcomes.map(({ setUp }) => setUp)],
    ...figures(outcomes),
    ...CHECKS.map((check): Row => [check, ...outcomes.map((outcome) => String(found(outcome, check).length))]),
  ];
  console.log(`\n${table(rows)}\n`);
  for (const outcome of outcomes) printDisagreements(outcome);
  const checks = outcomes.flatMap((outcome) => [
    hasDoneAll(options, outcome),
    ...CHECKS.map((check) => found(outcome, check).length === 0),
  ]);
  const passed = checks.filter(Boolean).length;
  const skipped = (options.setUps.length - outcomes.length) * (CHECKS.length + 1);
  const counted = { passed, failed: checks.length - passed, skipped };
  mkdirSync('.artifacts/chaos', { recursive: true });
  writeFileSync(FILE, `${JSON.stringify({ ...counted, options, outcomes }, null, 2)}\n`);
  return counted;
}

function figures(outcomes: readonly Outcome[]): Row[] {
  const row = (name: string, of: (outcome: Outcome) => number | string): Row => [
    name,
    ...outcomes.map((one) => String(of(one))),
  ];
  const faults = [...new Set(outcomes.flatMap(({ troubles }) => Object.keys(troubles)))].sort();
  return [
    row('bookings asked for', ({ asked }) => asked.book),
    row('cancellations asked for', ({ asked }) => asked.cancel),
    row('changes asked for', ({ asked }) => asked.change),
    row('travellers', ({ travellers }) => travellers),
    row("orders in the vendor's records", ({ orders }) => orders),
    row('servers killed', ({ kills }) => kills),
    row('jumps of the clock', ({ clockSteps }) => clockSteps),
    row('answers lost or open, asked again', ({ lostAnswers }) => lostAnswers),
    ...faults.map((name) => row(`  ${name}`, ({ troubles }) => troubles[name] ?? 0)),
    row('settled after, in seconds', ({ settledInSeconds }) => settledInSeconds),
    row('seconds in all', ({ seconds }) => seconds),
  ];
}

/** A run that was cut short proves less than it was asked to. */
function hasDoneAll(options: Options, { asked, kills }: Outcome): boolean {
  return asked.book + asked.cancel + asked.change >= options.operations && kills >= options.kills;
}

function found({ disagreements }: Outcome, check: Check): string[] {
  return disagreements.filter((one) => one.check === check).map(({ what }) => what);
}

function printDisagreements(outcome: Outcome): void {
  for (const check of CHECKS) {
    const whats = found(outcome, check);
    if (whats.length === 0) continue;
    console.log(`${outcome.setUp}: ${check}`);
    for (const what of whats.slice(0, MOST_PRINTED)) console.log(`  ${what}`);
    if (whats.length > MOST_PRINTED) console.log(`  and ${whats.length - MOST_PRINTED} more in ${FILE}`);
  }
}

function table(rows: readonly Row[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const cell = (text: string, at: number) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0));
  return rows.map((row) => row.map(cell).join('  ')).join('\n');
}
