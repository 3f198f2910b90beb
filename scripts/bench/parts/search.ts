import path from 'node:path';
import { z } from 'zod';
import { atMost, findings, plain, quantile } from '../finding';
import { runInside } from '../inside';
import type { Part } from '../part';

const AIM_MS = 5;
const BLOCK_AIM_MS = 50;

const resultSchema = z.object({
  wholeMs: z.array(z.number()),
  typedMs: z.array(z.number()),
  slowest: z.array(z.object({ text: z.string(), ms: z.number() })),
  build: z.object({ hubs: z.number(), ms: z.number(), longestBlockMs: z.number() }),
});

/** Server time of `GET /api/hubs?q=`, the handler called in its own process, with nothing answered from memory of answers. */
export const search: Part = {
  name: 'search',
  async run({ folder }) {
    const result = await runInside('search.ts', [], path.join(folder, 'search'), resultSchema);
    const { wholeMs, typedMs, slowest, build } = result;
    const found = [
      plain(`whole texts, median of ${wholeMs.length}`, quantile(wholeMs, 0.5), 'ms', 2),
      atMost('whole texts, p99', quantile(wholeMs, 0.99), AIM_MS, 'ms', 2),
      plain(`every beginning of them, median of ${typedMs.length}`, quantile(typedMs, 0.5), 'ms', 2),
      atMost('every beginning of them, p99', quantile(typedMs, 0.99), AIM_MS, 'ms', 2),
      plain('the slowest text, at its best', slowest[0]?.ms ?? 0, 'ms', 2),
      plain(`building the index of ${build.hubs} hubs`, build.ms, 'ms', 0),
      atMost('longest time without a turn for requests meanwhile', build.longestBlockMs, BLOCK_AIM_MS, 'ms'),
    ];
    return [findings('GET /api/hubs?q= in process, each text worked out anew', found, result)];
  },
};
