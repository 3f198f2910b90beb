import type { Browser, BrowserContext, Page } from '@playwright/test';
import { handOver } from '../../../e2e/fixtures/app';
import { newTraveller } from '../../../e2e/fixtures/browser';
import { keptOnDevice } from '../../../e2e/fixtures/device';
import { waitFor } from '../../../e2e/fixtures/processes';
import { makePass } from '../../../e2e/fixtures/records';
import { atMost, findings, median, plain } from '../finding';
import type { Part } from '../part';
import { newPhone, slowConnection, slowProcessor } from '../phone';
import { startPlain } from '../rivals';

const COLD_AIM_MS = 1_200;
const KEPT_AIM_MS = 300;
const VISITS = 7;
const LOAD_TIMEOUT_MS = 60_000;
/** How long the browser itself takes for a page; the rest of our times is the product's. */
const EMPTY_PAGE = '<!DOCTYPE html><title>Empty</title><svg class="qr" width="300" height="300"></svg>';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

declare global {
  interface Window {
    benchCode?: { paintedMs: number };
  }
}

/** How long the person at the desk waits until there is a code to scan, on a phone with a processor four times slower. */
export const door: Part = {
  name: 'door',
  async run(bench) {
    const [app, browser] = await Promise.all([bench.app(), bench.browser()]);
    const context = await browser.newContext();
    await handOver(app, context, newTraveller());
    const { passId } = await makePass(context, app, 'lounge-pair');
    const state = await context.storageState();
    await context.close();
    const path = `/passes/${passId}`;
    // The server, too, has shown a pass before.
    await coldVisit(browser, app.url + path, state);
    const cold: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) cold.push(await coldVisit(browser, app.url + path, state));
    const page = { '/': EMPTY_PAGE };
    const empty = await startPlain(bench.folder, 'empty', page, 'text/html; charset=utf-8', bench.running);
    const { bare, warm, offline } = await laterVisits(browser, { origin: app.url, path, empty }, state);
    const found = [
      atMost(`code painted, cold cache, slow 4G, median of ${VISITS}`, median(cold), COLD_AIM_MS, 'ms', 0),
      plain('the slowest of them', Math.max(...cold), 'ms', 0),
      plain(`code painted, seen before, slow 4G, median of ${VISITS}`, median(warm.slow), 'ms', 0),
      atMost(`code painted, seen before, median of ${VISITS}`, median(warm.fast), KEPT_AIM_MS, 'ms', 0),
      atMost(`code painted, no network, median of ${VISITS}`, median(offline), KEPT_AIM_MS, 'ms', 0),
      plain('the slowest of them', Math.max(...offline), 'ms', 0),
      plain(`an empty page of node:http, median of ${VISITS}`, median(bare), 'ms', 0),
    ];
    return [findings('The code of a pass, on a processor four times slower', found, { cold, bare, warm, offline })];
  },
};

/** On a phone that has never been here. */
async function coldVisit(browser: Browser, url: string, state: StorageState): Promise<number> {
  const context = await newPhone(browser, state);
  try {
    const page = await context.newPage();
    await slowConnection(await slowProcessor(page));
    return await paintedMs(page, url);
  } finally {
    await context.close();
  }
}

type Addresses = { origin: string; path: string; empty: string };

/** On a phone that has seen the pass and has kept it: with the network as here, as slow 4G, and without one; in turn with an empty page. */
async function laterVisits(browser: Browser, { origin, path, empty }: Addresses, state: StorageState) {
  const context = await newPhone(browser, state);
  try {
    const first = await context.newPage();
    await first.goto(origin + path, { waitUntil: 'load' });
    const isKept = async () => ((await keptOnDevice(first)).includes(path) ? true : null);
    await waitFor('the pass being kept on the phone', isKept, { timeoutMs: LOAD_TIMEOUT_MS });
    await first.close();
    const visit = async (isSlow: boolean, url = origin + path) => {
      const page = await context.newPage();
      const session = await slowProcessor(page);
      if (isSlow) await slowConnection(session, { isCold: false });
      const ms = await paintedMs(page, url);
      await page.close();
      return ms;
    };
    const bare: number[] = [];
    const warm: Record<'fast' | 'slow', number[]> = { fast: [], slow: [] };
    for (let at = 0; at < VISITS; at++) {
      bare.push(await visit(false, empty));
      warm.fast.push(await visit(false));
      warm.slow.push(await visit(true));
    }
    await context.setOffline(true);
    const offline: number[] = [];
    for (let at = 0; at < VISITS; at++) offline.push(await visit(false));
    return { bare, warm, offline };
  } finally {
    await context.close();
  }
}

/** Milliseconds from the beginning of the visit until a frame with the code was painted. */
async function paintedMs(page: Page, url: string): Promise<number> {
  await page.addInitScript(watchForCode);
  await page.goto(url, { waitUntil: 'commit', timeout: LOAD_TIMEOUT_MS });
  await page.waitForFunction(() => window.benchCode !== undefined, null, { timeout: LOAD_TIMEOUT_MS });
  return page.evaluate(() => window.benchCode?.paintedMs ?? 0);
}

/** Runs in the page, before anything of it. A message posted from a frame's callback arrives when the frame was painted. */
function watchForCode(): void {
  const look = () => {
    const code = document.querySelector('svg.qr');
    if (!code || code.getBoundingClientRect().width < 200) {
      requestAnimationFrame(look);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.benchCode = { paintedMs: performance.now() };
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
