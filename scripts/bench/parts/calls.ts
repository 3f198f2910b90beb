import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../../e2e/fixtures/api';
import type { App } from '../../../e2e/fixtures/server';
import { atMost, type Finding, findings, plain, quantile } from '../finding';
import type { Part } from '../part';
import { pageViews, servedHubs } from '../views';

/** Calls of the vendor for 1,000 page views. */
const AIM = 5;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** At the least, so that what the server does beside requests gets its turns. */
const DAY_SECONDS = 45;
/** The clock goes in steps: each a little longer than the server waits before it asks what has changed. */
const STEP_MS = 17 * MINUTE_MS;
const STEPS = Math.floor(DAY_MS / STEP_MS);
/** The server looks at the clock every 30 seconds: now 60 times a second. */
const TIMER_SPEED = 1_800;
const VIEWS_A_DAY = 3_000;
const START = Date.parse('2027-03-01T00:00:00.000Z');
/** As long as details of a place are fresh: after that, each day a seventh of them is to be read again. */
const WARM_UP_DAYS = 7;
/** What only a page view asks for; the rest is asked on a schedule, whether or not somebody looks. */
const ASKED_BY_VIEWS = ['resources.get', 'hubs.get'];
/** Views under way at the same time, at most. */
const AT_ONCE = 6;
const PACE_MS = 5;
const SETTLED_MS = 1_500;

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
    const timers = path.resolve('scripts/bench/fast-timers.mjs');
    const app = await bench.app({
      processEnv: { NODE_OPTIONS: `--import=${timers}`, BENCH_TIME_SPEED: String(TIMER_SPEED) },
    });
    try {
      const warmUp = await warmUpWeek(app);
      const day = await oneDay(app, pageViews(), START + WARM_UP_DAYS * DAY_MS);
      const { counts } = await app.control.state();
      return [
        findings('Calls of the vendor for page views in a day, after a week', found(day, counts.resources), {
          warmUp,
          day,
        }),
      ];
    } finally {
      await app.stop();
    }
  },
};

/** On each day of a week somebody looks at a seventh of the hubs. Answers what that asked of the vendor. */
async function warmUpWeek(app: App) {
  const hubs = servedHubs();
  for (let day = 0; day < WARM_UP_DAYS; day++) {
    // A minute more than a day, so that each has its whole read.
    await app.control.setClock({ now: new Date(START + day * (DAY_MS + MINUTE_MS)).toISOString() });
    const waiting = hubs.filter((_, at) => at % WARM_UP_DAYS === day).values();
    const work = async () => {
      for (const hub of waiting) await view(app, `/api/hubs/${hub}/resources`);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await settled(app);
  }
  // Up to date when the day begins, and not so late that the whole read of each day would be over.
  await app.control.setClock({ now: new Date(START + WARM_UP_DAYS * DAY_MS - HOUR_MS).toISOString() });
  await settled(app);
  const { total, byOperation } = await app.control.calls();
  return { total, byOperation };
}

/** Resolves when nothing has been asked of the vendor for a while. */
async function settled(app: App): Promise<void> {
  let before = -1;
  for (;;) {
    const { total } = await app.control.calls();
    if (total === before) return;
    before = total;
    await pause(SETTLED_MS);
  }
}

/** Views while the clock runs through a day, as far as they have come. */
async function oneDay(app: App, views: Iterator<string>, dayStartMs: number): Promise<Day> {
  await app.control.resetCalls();
  const startMs = performance.now();
  const tookMs: number[] = [];
  let begun = 0;
  const isTooEarly = () => (performance.now() - startMs) / 1000 / DAY_SECONDS < begun / VIEWS_A_DAY;
  const work = async () => {
    while (begun < VIEWS_A_DAY) {
      if (isTooEarly()) {
        await pause(PACE_MS);
        continue;
      }
      begun += 1;
      tookMs.push(await view(app, views.next().value ?? '/'));
    }
  };
  const clock = async () => {
    for (let step = 0; step < STEPS; step++) {
      await app.control.setClock({ now: new Date(dayStartMs + step * STEP_MS).toISOString() });
      while (begun < ((step + 1) / STEPS) * VIEWS_A_DAY) await pause(PACE_MS);
    }
  };
  await Promise.all([clock(), ...Array.from({ length: AT_ONCE }, work)]);
  await settled(app);
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

function found({ views, total, byOperation, tookMs }: Day, places: number): Finding[] {
  const caused = ASKED_BY_VIEWS.reduce((sum, name) => sum + (byOperation[name] ?? 0), 0);
  const scheduled = total - caused;
  const most = scheduled + places / WARM_UP_DAYS;
  const causedPerThousand = (caused * 1000) / views;
  const parts = Object.entries(byOperation).map(([operation, count]) => `${operation} ${count}`);
  return [
    { what: 'page views in the day', measured: String(views) },
    { what: 'calls in the day', measured: `${total} (${parts.join(', ')})` },
    atMost('calls for 1,000 views', (total * 1000) / views, AIM, ''),
    plain('of them because of a view', causedPerThousand, ''),
    plain('calls a day on the schedule, however many look', scheduled, '', 0),
    // However many look, a place is read again once in a week.
    plain('most calls a day, when every place is looked at', most, '', 0),
    { what: `views a day from which those are ${AIM} for 1,000`, measured: String(Math.ceil((most * 1000) / AIM)) },
    plain('a view, p99', quantile(tookMs, 0.99), 'ms', 0),
  ];
}
