import { createBench, type Part } from './bench/part';
import { calls } from './bench/parts/calls';
import { door } from './bench/parts/door';
import { keystroke } from './bench/parts/keystroke';
import { paint } from './bench/parts/paint';
import { search } from './bench/parts/search';
import { sync } from './bench/parts/sync';
import { throughput } from './bench/parts/throughput';
import { weight } from './bench/parts/weight';
import { keep, machine, print } from './bench/report';

/**
 * `npm run bench`: how fast the production build answers and what it asks of the vendor. Loopback only. Aims are printed
 * beside what was measured; missing one fails nothing. `npm run bench -- search paint` runs only the parts named.
 */
const PARTS: readonly Part[] = [search, sync, weight, paint, door, keystroke, throughput, calls];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts: ${PARTS.map((part) => part.name).join(', ')}`);
  process.exit(1);
}

const bench = createBench();
const done: Parameters<typeof keep>[0] = {};
try {
  console.log(`\n${machine()}`);
  for (const part of PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const startMs = performance.now();
    try {
      const sections = await part.run(bench);
      done[part.name] = { seconds: Math.round((performance.now() - startMs) / 1000), sections };
      for (const section of sections) print(section);
    } catch (error) {
      console.error(`\n${part.name} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
  keep(done);
} finally {
  await bench.close();
}
