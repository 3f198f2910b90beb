import { GET } from '@/app/api/hubs/route';
import { brands } from '@/lib/brand/registry';
import { createHubIndex } from '@/lib/search/hub-index';
import { runtime } from '@/lib/server/runtime';
import { HUB_QUERIES } from '@/lib/testing/hub-queries/all';
import { longestBlock } from './longest-block';
import { rounded, tell } from './tell';

/**
 * Run by itself, with the store and the sandbox inside: asks the search handler what search is held to, letter by letter,
 * each text once before any is asked again, so that each is worked out anew; then builds the index once more, and looks how
 * long nothing else has a turn.
 */
const ROUNDS = 2;

const started = await runtime();
const whole = [...new Set(HUB_QUERIES.map(({ q }) => q))];
const typed = [...new Set(whole.flatMap(beginnings))];
await timed(typed);
const ms = new Map<string, number[]>(typed.map((text) => [text, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [text, tookMs] of await timed(typed)) ms.get(text)?.push(tookMs);
}
const of = (texts: string[]) => texts.flatMap((text) => ms.get(text) ?? []);
started.stop();
const [brand] = brands();
const entries = brand ? started.catalogFor(brand).hubDirectory(brand.modules).entries : [];
const startMs = performance.now();
const { longestMs } = await longestBlock(() => createHubIndex(entries));
const build = { hubs: entries.length, ms: performance.now() - startMs, longestBlockMs: longestMs };
tell({ wholeMs: of(whole), typedMs: of(typed), slowest: slowest(ms), build });

function beginnings(text: string): string[] {
  const letters = [...text];
  return letters.map((_, at) => letters.slice(0, at + 1).join(''));
}

async function timed(texts: string[]): Promise<[string, number][]> {
  const took: [string, number][] = [];
  for (const text of texts) {
    const address = `http://localhost/api/hubs?q=${encodeURIComponent(text)}`;
    // As from the machine itself, whose calls are not counted.
    const request = new Request(address, { headers: { host: 'localhost', 'x-forwarded-for': '127.0.0.1' } });
    const startMs = performance.now();
    const response = await GET(request, { params: Promise.resolve({}) });
    await response.arrayBuffer();
    took.push([text, rounded(performance.now() - startMs)]);
    if (response.status !== 200) throw new Error(`“${text}” was answered ${response.status}.`);
  }
  return took;
}

function slowest(ms: ReadonlyMap<string, number[]>): { text: string; ms: number }[] {
  const worst = [...ms].map(([text, took]) => ({ text, ms: Math.min(...took) }));
  return worst.sort((a, b) => b.ms - a.ms).slice(0, 10);
}
