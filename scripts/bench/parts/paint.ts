import type { Browser } from '@playwright/test';
import { readCatalog } from '../../../lib/sandbox/catalog/catalog';
import { atMost, type Finding, findings, median, plain } from '../finding';
import type { Part } from '../part';
import { newPhone, slowConnection, slowProcessor } from '../phone';

const PAINT_AIM_MS = 1_800;
const VISITS = 5;
/** Nothing may still grow or move after this long without anything being loaded. */
const QUIET_MS = 2_000;

type Seen = { largestMs: number; firstMs: number; shift: number; largest: string };

declare global {
  interface Window {
    benchSeen?: Seen;
  }
}

/** What a phone on a slow connection, which has never been here, sees of a hub page, and when. */
export const paint: Part = {
  name: 'paint',
  async run(bench) {
    const [app, browser] = await Promise.all([bench.app(), bench.browser()]);
    const found: Finding[] = [];
    const data: Record<string, Seen[]> = {};
    for (const hub of ['MAN', hubWithMostPlaces()]) {
      const address = `${app.url}/hubs/${hub}`;
      // The server knows the places of a hub that somebody has looked at.
      await visit(browser, address);
      const visits: Seen[] = [];
      for (let round = 0; round < VISITS; round++) visits.push(await visit(browser, address));
      data[hub] = visits;
      const shift = Math.max(...visits.map((seen) => seen.shift));
      found.push(
        atMost(`/hubs/${hub}, largest paint, median of ${VISITS}`, mid(visits, 'largestMs'), PAINT_AIM_MS, 'ms', 0),
        plain(`/hubs/${hub}, first paint`, mid(visits, 'firstMs'), 'ms', 0),
        atMost(`/hubs/${hub}, layout shift, the most of ${VISITS}`, shift, 0, '', 4),
        { what: `/hubs/${hub}, what is largest`, measured: visits.at(-1)?.largest ?? '' },
      );
    }
    return [findings('Hub pages on slow 4G with a cold cache, on a processor four times slower', found, data)];
  },
};

function mid(visits: readonly Seen[], name: 'largestMs' | 'firstMs'): number {
  return median(visits.map((seen) => seen[name]));
}

function hubWithMostPlaces(): string {
  const { hubs, resourcesByHub } = readCatalog();
  const count = (id: string) => resourcesByHub.get(id)?.length ?? 0;
  const [most] = hubs.toSorted((a, b) => count(b.transportHubId) - count(a.transportHubId));
  return most?.iata || most?.transportHubId || 'LHR';
}

async function visit(browser: Browser, address: string): Promise<Seen> {
  const context = await newPhone(browser);
  try {
    const page = await context.newPage();
    await slowConnection(await slowProcessor(page));
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(QUIET_MS);
    return await page.evaluate(() => {
      if (!window.benchSeen?.largestMs) throw new Error('Nothing was painted.');
      return window.benchSeen;
    });
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const seen: Seen = { largestMs: 0, firstMs: 0, shift: 0, largest: '' };
  window.benchSeen = seen;
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', (entry) => {
    const { element, url } = entry as PerformanceEntry & { element?: Element; url?: string };
    seen.largestMs = entry.startTime;
    seen.largest = `${element?.tagName.toLowerCase()} ${(url || element?.textContent || '').slice(0, 60)}`;
  });
  on('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.firstMs = entry.startTime;
  });
  on('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
}
