import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ICON_SOURCE, ICONS } from '../lib/brand/icons';
import { ensureChromium } from './browser';

const BRANDS = process.env.BRANDS_DIR || 'lib/brand/brands';
/** Of the side, for pictures that no device rounds itself. */
const CORNER = 0.22;

/** Renders the pictures of every brand's installed app from its `icon.svg`. To be run after that file changed. */
const browser = await chromium.launch({ executablePath: ensureChromium() });
try {
  for (const { name } of readdirSync(BRANDS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const source = path.join(BRANDS, name, ICON_SOURCE);
    if (!existsSync(source)) continue;
    const picture = `data:image/svg+xml;base64,${readFileSync(source).toString('base64')}`;
    for (const { file, size, purpose } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const radius = purpose === 'any' ? size * CORNER : 0;
      await page.setContent(
        `<style>body{margin:0;background:transparent}img{display:block;border-radius:${radius}px}</style>
         <img src="${picture}" width="${size}" height="${size}">`,
      );
      await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
      writeFileSync(path.join(BRANDS, name, file), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
    console.log(`Rendered the icons of ${name}.`);
  }
} finally {
  await browser.close();
}
