import { type Options, readOptions, type SetUp } from './chaos/options';
import { report } from './chaos/report';
import { type Outcome, run } from './chaos/run';
import { ensureProductionBuild } from './production-build';

/**
 * `npm run chaos`: thousands of bookings and cancellations on the production build while the vendor fails in every way and
 * servers are killed; then the vendor's records and ours are laid side by side. Ends with 1 when they disagree anywhere.
 * `--only pglite|postgres`, `--operations`, `--workers`, `--kills`, `--clock-steps`, `--seed`; `--short` as in `npm test`.
 */
const options = optionsOrEnd();
ensureProductionBuild();
console.log(`Fault run with --seed ${options.seed}: ${options.operations} operations, ${options.workers} workers`);
const started = options.isTogether ? await together(options) : await oneAfterTheOther(options);
const outcomes = started.filter((outcome) => outcome !== null);
const { passed, failed } = report(options, outcomes);
console.log(`${passed} passed, ${failed} failed (--seed ${options.seed})`);
process.exitCode = failed === 0 && outcomes.length > 0 ? 0 : 1;

/** One that breaks lets the other end first, so that nothing it started is left running. */
async function together({ setUps }: Options): Promise<(Outcome | null)[]> {
  const all = await Promise.allSettled(setUps.map(runOne));
  return all.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

async function oneAfterTheOther({ setUps }: Options): Promise<(Outcome | null)[]> {
  const all: (Outcome | null)[] = [];
  for (const setUp of setUps) all.push(await runOne(setUp));
  return all;
}

async function runOne(setUp: SetUp): Promise<Outcome | null> {
  const outcome = await run(setUp, options, (line) => console.log(`${setUp}: ${line}`));
  if (!outcome) console.error(`${setUp} could not be had on this machine: NOTHING WAS PROVEN ABOUT IT.`);
  return outcome;
}

function optionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
