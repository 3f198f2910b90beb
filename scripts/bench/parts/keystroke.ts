import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { App } from '../../../e2e/fixtures/server';
import { HUB_INDEX_PATH } from '../../../lib/contract/hub-index';
import { unpack } from '../../../lib/search/compact';
import { atMost, findings, median, plain, quantile } from '../finding';
import { focusToHits, watchTyping } from '../in-page';
import type { Part } from '../part';
import { newPhone, slowConnection, slowProcessor } from '../phone';

const KEYSTROKE_AIM_MS = 50;
/** Compressed, in bytes, for 1,000 hubs. */
const SIZE_AIM = 60_000;
const TEXTS = [
  ...['heatrow', 'lodnon', 'zürich', 'sao paulo', 'new york', 'tyo', '東京', 'istambul', 'xyz'],
  ...['charles de gaule', 'hong kong west kowloon', 'muenchen', 'москва'],
];
/** Somebody who types fast, and time enough for whatever a key press sets off. */
const BETWEEN_KEYS_MS = 200;
const VISITS = 3;

type Stroke = { text: string; listMs: number | null; wholeListMs: number | null; frameMs: number; eventMs: number };

/** How soon after a key press a phone shows the hubs it found itself: the server's answers are held back. */
export const keystroke: Part = {
  name: 'keystroke',
  async run(bench) {
    const [app, browser] = await Promise.all([bench.app(), bench.browser()]);
    const index = await sizeOfIndex(app);
    const loads = { fast: await loadTimes(browser, app, false), slow: await loadTimes(browser, app, true) };
    const strokes = await typeAll(browser, app);
    const painted = strokes.map(({ listMs, frameMs }) => Math.max(listMs ?? 0, frameMs));
    const whole = strokes.map(({ wholeListMs, frameMs }) => Math.max(wholeListMs ?? 0, frameMs));
    const found = [
      plain(`key press to painted list, median of ${painted.length}`, median(painted), 'ms'),
      atMost('key press to painted list, p95', quantile(painted, 0.95), KEYSTROKE_AIM_MS, 'ms'),
      plain('key press to the rows below the screen, p95', quantile(whole, 0.95), 'ms'),
      plain('key press to next frame as the browser tells, p95', quantile(eventTimes(strokes), 0.95), 'ms', 0),
      { what: 'key presses that changed the list', measured: String(strokes.filter(isListChanged).length) },
      plain(`field touched to own answers, median of ${VISITS}`, median(loads.fast), 'ms', 0),
      plain('field touched to own answers, slow 4G', median(loads.slow), 'ms', 0),
      atMost('index of hubs, compressed, for 1,000', index.bytes / index.hubs, SIZE_AIM / 1000, 'kB'),
      plain(`index of hubs, compressed, all ${index.hubs}`, index.bytes / 1000, 'kB'),
    ];
    return [
      findings('Search with the index in the browser, on a processor four times slower', found, {
        strokes,
        loads,
        index,
      }),
    ];
  },
};

const isListChanged = ({ listMs }: Stroke) => listMs !== null;
const eventTimes = (strokes: readonly Stroke[]) => strokes.map(({ eventMs }) => eventMs);

async function sizeOfIndex(app: App): Promise<{ bytes: number; hubs: number; served: number }> {
  const answer = await fetch(app.url + HUB_INDEX_PATH);
  if (!answer.ok) throw new Error(`${HUB_INDEX_PATH} was answered ${answer.status}.`);
  const packed = Buffer.from(await answer.arrayBuffer());
  const entries = await unpack(gunzipSync(packed));
  const served = entries.filter(({ resourceCount }) => resourceCount > 0).length;
  return { bytes: packed.byteLength, hubs: entries.length, served };
}

/** The home page on a new phone, with the server's own search held back. */
async function withHome<T>(browser: Browser, app: App, isSlow: boolean, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await newPhone(browser);
  try {
    const page = await context.newPage();
    // Never answered: what shows is the browser's own.
    await page.route(
      (url) => url.pathname === '/api/hubs',
      () => undefined,
    );
    await page.goto(app.url, { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector('[role=combobox]') !== null);
    const session = await slowProcessor(page);
    if (isSlow) await slowConnection(session);
    return await use(page);
  } finally {
    await context.close();
  }
}

async function loadTimes(browser: Browser, app: App, isSlow: boolean): Promise<number[]> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const took = await withHome(browser, app, isSlow, async (page) => {
      await page.evaluate(focusToHits);
      await page.getByRole('combobox').tap();
      await page.keyboard.press('m');
      const handle = await page.waitForFunction(() => window.benchFocus?.hitsMs, undefined, { timeout: 30_000 });
      return handle.jsonValue();
    });
    times.push(took ?? Number.NaN);
  }
  return times;
}

async function typeAll(browser: Browser, app: App): Promise<Stroke[]> {
  return withHome(browser, app, false, async (page) => {
    const field = page.getByRole('combobox');
    await field.tap();
    await field.fill('man');
    await page.getByRole('option').first().waitFor({ timeout: 30_000 });
    await page.evaluate(watchTyping);
    const strokes: Stroke[] = [];
    for (const text of TEXTS) {
      await field.fill('');
      await page.waitForTimeout(BETWEEN_KEYS_MS);
      for (const letter of text) {
        await page.evaluate(() => window.benchTyping?.begin());
        await page.keyboard.type(letter);
        await page.waitForTimeout(BETWEEN_KEYS_MS);
        const seen = await page.evaluate(() => window.benchTyping?.end());
        if (!seen) throw new Error('Nothing watched the field.');
        strokes.push({ text: await field.inputValue(), ...seen });
      }
    }
    return strokes;
  });
}
