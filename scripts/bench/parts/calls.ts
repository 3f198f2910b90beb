import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../../e2e/fixtures/api';
import type { App } from '../../../e2e/fixtures/server';
import { atMost, type Finding, findings, plain, quantile } from '../finding';
import type { Part } from '../part';
import { pageViews } from '../views';

/** Calls of the vendor for 1,000 page views. */
const AIM = 5;
/** Two days pass: on the first the server warms up, on the second calls are counted. */
const DAY_SECONDS = 45;
const DAY_MS = 86_400_000;
const VIEWS_A_DAY = 4_500;
const START = '2027-03-09T00:00:00.000Z';
/** What only a page view asks for; the rest is asked on a schedule, whether or not somebody looks. */
const ASKED_BY_VIEWS = ['resources.get', 'hubs.get'];

/** Views under way at the same time, at most. */
const AT_ONCE = 6;
const PACE_MS = 5;
const CLOCK_MS = 100;

type Day = {
  views: number;
  total: number;
  byOperation: Record<string, number>;
  tookMs: number[];
  seconds: number;
};

/** What page views cost the vendor, with a clock on which a day lasts less than a minute, for the vendor and the server. */
export const calls: Part = {
  name: 'calls',
  async run(bench) {
    const speed = DAY_MS / 1000 / DAY_SECONDS;
    const timers = path.resolve('scripts/bench/fast-timers.mjs');
    const app = await bench.app({
      processEnv: { NODE_OPTIONS: `--import=${timers}`, BENCH_TIME_SPEED: String(speed) },
    });
    try {
      await app.control.setClock({ now: START });
      const views = pageViews();
      const first = await oneDay(app, views, Date.parse(START));
      const second = await oneDay(app, views, Date.parse(START) + DAY_MS);
      return [findings('Calls of the vendor for page views, a day after the first', found(second), { first, second })];
    } finally {
      await app.stop();
    }
  },
};

/** Views at an even pace while the clock runs through a day. Where the server cannot keep up, the rest follow the day. */
async function oneDay(app: App, views: Iterator<string>, dayStartMs: number): Promise<Day> {
  await app.control.resetCalls();
  const startMs = performance.now();
  const shareNow = () => Math.min(1, (performance.now() - startMs) / 1000 / DAY_SECONDS);
  const tookMs: number[] = [];
  let begun = 0;
  const work = async () => {
    while (begun < VIEWS_A_DAY) {
      if (begun > shareNow() * VIEWS_A_DAY) {
        await pause(PACE_MS);
        continue;
      }
      begun += 1;
      tookMs.push(await view(app, views.next().value ?? '/'));
    }
  };
  const workers = Promise.all(Array.from({ length: AT_ONCE }, work));
  while (begun < VIEWS_A_DAY) {
    await app.control.setClock({ now: new Date(dayStartMs + shareNow() * DAY_MS).toISOString() });
    await pause(CLOCK_MS);
  }
  await workers;
  const { total, byOperation } = await app.control.calls();
  return { views: tookMs.length, total, byOperation, tookMs, seconds: (performance.now() - startMs) / 1000 };
}

/** Each view comes from somebody else. Answers how long it took, in ms. */
async function view(app: App, address: string): Promise<number> {
  const startMs = performance.now();
  const { status } = await ask(app.url + address, { headers: { connection: 'close' } });
  if (status !== 200) throw new Error(`${address} was answered ${status}.`);
  return performance.now() - startMs;
}

function found({ views, total, byOperation, tookMs }: Day): Finding[] {
  const caused = ASKED_BY_VIEWS.reduce((sum, name) => sum + (byOperation[name] ?? 0), 0);
  const scheduled = total - caused;
  const perThousand = (count: number) => (count * 1000) / views;
  const parts = Object.entries(byOperation).map(([operation, count]) => `${operation} ${count}`);
  return [
    { what: 'page views in the day', measured: String(views) },
    { what: 'calls in the day', measured: `${total} (${parts.join(', ')})` },
    atMost('calls for 1,000 views', perThousand(total), AIM, ''),
    plain('of them asked because of a view', perThousand(caused), ''),
    plain('calls a day on the schedule, whatever is viewed', scheduled, '', 0),
    plain('a view, p99', quantile(tookMs, 0.99), 'ms', 0),
  ];
}
