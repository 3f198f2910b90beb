import type { Browser, BrowserContext, Request } from '@playwright/test';
import { newPhone } from './phone';

/** Compressed bytes of the bodies that a page loads, headers not counted. */
export type Weight = {
  js: number;
  css: number;
  fonts: number;
  /** JavaScript that was fetched after the page had loaded, for pages that may come next. Part of `js`. */
  jsAhead: number;
  files: { address: string; bytes: number; isAhead: boolean }[];
};

/** Quiet for this long after the last request: nothing more is fetched ahead, nor for keeping pages on the device. */
const QUIET_MS = 2_500;
const LONGEST_MS = 15_000;
const KINDS: Partial<Record<string, 'js' | 'css' | 'fonts'>> = { script: 'js', stylesheet: 'css', font: 'fonts' };

/** What a phone that has never been here loads for a page. `state` says who is signed in. */
export async function weigh(
  browser: Browser,
  url: string,
  state: Awaited<ReturnType<BrowserContext['storageState']>>,
): Promise<Weight> {
  const context = await newPhone(browser, state);
  try {
    const page = await context.newPage();
    const finished: { request: Request; isAhead: boolean }[] = [];
    let isLoaded = false;
    let lastMs = Date.now();
    page.on('request', () => {
      lastMs = Date.now();
    });
    page.on('requestfinished', (request) => {
      lastMs = Date.now();
      finished.push({ request, isAhead: isLoaded });
    });
    await page.goto(url, { waitUntil: 'load' });
    isLoaded = true;
    const endMs = Date.now() + LONGEST_MS;
    while (Date.now() - lastMs < QUIET_MS && Date.now() < endMs) await page.waitForTimeout(100);
    return await sum(finished);
  } finally {
    await context.close();
  }
}

async function sum(finished: { request: Request; isAhead: boolean }[]): Promise<Weight> {
  const weight: Weight = { js: 0, css: 0, fonts: 0, jsAhead: 0, files: [] };
  for (const { request, isAhead } of finished) {
    const kind = KINDS[request.resourceType()];
    if (!kind) continue;
    const { responseBodySize: bytes } = await request.sizes();
    weight[kind] += bytes;
    if (kind === 'js' && isAhead) weight.jsAhead += bytes;
    weight.files.push({ address: new URL(request.url()).pathname, bytes, isAhead });
  }
  return weight;
}
