import type { BrowserContext } from '@playwright/test';
import { ask, askAs } from '../../../e2e/fixtures/api';
import { handOver } from '../../../e2e/fixtures/app';
import { newTraveller } from '../../../e2e/fixtures/browser';
import { makePass } from '../../../e2e/fixtures/records';
import type { App } from '../../../e2e/fixtures/server';
import type { Target } from '../load';
import type { Bench, Part } from '../part';
import { QUERIES } from '../queries';
import { type Recorded, startPlain, startTrivial, trivialPageOf } from '../rivals';
import { measure, type Speed } from '../speed';

const HANDLER_AIM = 0.7;
const PAGE_AIM = 0.5;
const HTML = 'text/html; charset=utf-8';

/** Requests a second, as a ratio to a trivial Next app and to `node:http` sending the same bytes in the same run. */
export const throughput: Part = {
  name: 'throughput',
  async run(bench) {
    const [app, browser] = await Promise.all([bench.app(), bench.browser()]);
    const context = await browser.newContext();
    await handOver(app, context, newTraveller());
    const { passId } = await makePass(context, app, 'lounge-pair');
    const speeds = await measureSpeeds(bench, context, app, passId);
    await context.close();
    return [
      {
        title: 'Requests a second, beside the same bytes from a trivial Next app and from node:http',
        head: ['', 'bytes', 'req/s', 'trivial Next', 'node:http', '÷ trivial', 'aim', '÷ node:http', 'p99 at half'],
        rows: speeds.map(({ name, bytes, perSecond, ratio, p99AtHalfMs, aim }) => [
          name,
          String(bytes),
          ...[perSecond.ours, perSecond.trivial, perSecond.plain].map(String),
          ratio.toTrivial.toFixed(2),
          `≥ ${aim.toFixed(2)} ${ratio.toTrivial >= aim ? 'met' : 'missed'}`,
          ratio.toPlain.toFixed(3),
          `${p99AtHalfMs.toFixed(1)} ms`,
        ]),
        data: speeds,
      },
    ];
  },
};

async function measureSpeeds(
  { folder, running }: Bench,
  context: BrowserContext,
  app: App,
  passId: string,
): Promise<Speed[]> {
  const cookies = await context.cookies(app.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const searches = await record(
    app,
    QUERIES.map((query) => `/api/hubs?q=${encodeURIComponent(query)}`),
  );
  const trivial = await startTrivial(folder, searches, running);
  const handlers = Object.keys(searches);
  const target = (origin: string, addresses: string[], headers = {}): Target => ({ origin, addresses, headers });

  const plainSearch = await startPlain(folder, 'search', searches, 'application/json; charset=utf-8', running);
  const speeds = [
    await measure(
      {
        name: 'GET /api/hubs?q=',
        aim: HANDLER_AIM,
        ours: target(app.url, handlers),
        trivial: target(trivial, handlers),
        plain: target(plainSearch, handlers),
      },
      meanBytes(searches),
    ),
  ];
  for (const [name, address, headers] of [
    ['/hubs/MAN', '/hubs/MAN', {}],
    ['pass page, signed in', `/passes/${passId}`, { cookie }],
  ] as const) {
    const recorded = { [address]: (await askAs(context, app.url + address)).text };
    const plain = await startPlain(folder, 'page', recorded, HTML, running);
    const like = await trivialPageOf(trivial, meanBytes(recorded));
    speeds.push(
      await measure(
        {
          name,
          aim: PAGE_AIM,
          ours: target(app.url, [address], headers),
          trivial: target(trivial, [like]),
          plain: target(plain, [address]),
        },
        meanBytes(recorded),
      ),
    );
  }
  return speeds;
}

async function record(app: App, addresses: string[]): Promise<Recorded> {
  const recorded: Recorded = {};
  for (const address of addresses) recorded[address] = (await ask(app.url + address)).text;
  return recorded;
}

function meanBytes(recorded: Recorded): number {
  const sizes = Object.values(recorded).map((text) => Buffer.byteLength(text));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
}
