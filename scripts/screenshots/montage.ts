import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';

const FOLDER = '.artifacts/screenshots';
const TARGET = 'docs/images/journey.png';
const LIMIT_BYTES = 300_000;
/** Left to right, as the journey goes. */
const SCREENS = [
  'layover-390-light/hub',
  'layover-390-light/resource-lounge',
  'aurora-390-light/pass',
  'layover-390-dark/booking',
];

const STYLE = `
  body { margin: 0; padding: 36px; display: flex; gap: 28px; width: max-content; background: #cfd6da }
  div { width: 300px; height: 649px; overflow: hidden; border-radius: 32px; box-shadow: 0 10px 30px #0c244033 }
  img { width: 100%; display: block }`;

/** Draws the README's picture out of four phone screens. */
export async function drawMontage(browser: Browser): Promise<void> {
  const pictures = SCREENS.map((name) => readFileSync(path.join(FOLDER, `${name}-screen.png`)).toString('base64'));
  const page = await browser.newPage({ viewport: { width: 1400, height: 760 } });
  const phones = pictures.map((picture) => `<div><img alt="" src="data:image/png;base64,${picture}"></div>`);
  await page.setContent(`<!doctype html><style>${STYLE}</style>${phones.join('')}`);
  mkdirSync(path.dirname(TARGET), { recursive: true });
  await page.locator('body').screenshot({ path: TARGET });
  await page.close();
  const { size } = statSync(TARGET);
  console.log(`${TARGET}: ${Math.round(size / 1000)} kB`);
  if (size > LIMIT_BYTES) throw new Error(`${TARGET} is larger than ${LIMIT_BYTES / 1000} kB.`);
}

/** Pictures that the montage is made of: they are also taken as a phone shows them, without what lies below. */
export function isInMontage(file: string): boolean {
  return SCREENS.includes(file);
}
