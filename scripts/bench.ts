import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { ask, askAs } from '../e2e/fixtures/api';
import { handOver } from '../e2e/fixtures/app';
import { newTraveller } from '../e2e/fixtures/browser';
import type { Process } from '../e2e/fixtures/processes';
import { makePass } from '../e2e/fixtures/records';
import { type App, startApp } from '../e2e/fixtures/server';
import type { Target } from './bench/load';
import { QUERIES } from './bench/queries';
import { report } from './bench/report';
import { type Recorded, startPlain, startTrivial, trivialPageOf } from './bench/rivals';
import { measure, type Speed } from './bench/speed';
import { type Weight, weigh } from './bench/weight';
import { ensureChromium } from './browser';
import { ensureProductionBuild } from './production-build';

/**
 * `npm run bench`: how fast the production build answers, as a ratio to a trivial Next app and to `node:http` sending the
 * same bytes in the same run, and how much JavaScript, CSS and fonts its pages load. Loopback only. Aims are printed
 * beside what was measured; missing one fails nothing.
 */
const HANDLER_AIM = 0.7;
const PAGE_AIM = 0.5;
const HTML = 'text/html; charset=utf-8';

ensureProductionBuild();
const folder = mkdtempSync(path.join(os.tmpdir(), 'layover-bench-'));
const running: Process[] = [];
const browser = await chromium.launch({ executablePath: ensureChromium() });
const app = await startApp();
try {
  const context = await signedIn(browser, app);
  const { passId } = await makePass(context, app, 'lounge-pair');
  const weights = await weighPages(browser, context, app, passId);
  report({ speeds: await measureSpeeds(context, app, passId), weights });
} finally {
  for (const one of running.reverse()) await one.stop();
  await app.stop();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function signedIn(browser: Browser, app: App): Promise<BrowserContext> {
  const context = await browser.newContext();
  await handOver(app, context, newTraveller());
  return context;
}

async function weighPages(browser: Browser, context: BrowserContext, app: App, passId: string) {
  const state = await context.storageState();
  const pages = { home: '/', hub: '/hubs/MAN', resource: '/resources/N00001', pass: `/passes/${passId}` };
  const weights: { name: string; weight: Weight }[] = [];
  for (const [name, address] of Object.entries(pages)) {
    weights.push({ name, weight: await weigh(browser, app.url + address, state) });
  }
  return weights;
}

async function measureSpeeds(context: BrowserContext, app: App, passId: string): Promise<Speed[]> {
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
