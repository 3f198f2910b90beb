import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { BrandId } from '../e2e/fixtures/brands';
import { settled } from '../e2e/fixtures/measure';
import { type App, startApp } from '../e2e/fixtures/server';
import { ensureChromium } from './browser';
import { ensureProductionBuild } from './production-build';
import { drawMontage, isInMontage } from './screenshots/montage';
import { SHOTS, type Shot } from './screenshots/shots';
import { makeChecking, makeWorld, PICTURE_NOW, type World } from './screenshots/world';

/**
 * `npm run screenshots`: every page in every state, on a phone and in a wide window, light and dark, of each brand, into
 * `.artifacts/screenshots/<brand>-<width>-<scheme>/<page>.png`. The brands that are not the default one get the main pages.
 * Words after `--` name the shots to take; without any, all are taken and the README's picture is drawn again.
 */
const FOLDER = '.artifacts/screenshots';
const BRANDS: readonly BrandId[] = ['layover', 'meridian', 'aurora'];
const SCREENS = [
  { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  { width: 1280, height: 900, isMobile: false, hasTouch: false, deviceScaleFactor: 1 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

const wanted = process.argv.slice(2);
const failures: string[] = [];

ensureProductionBuild();
if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
const browser = await chromium.launch({ executablePath: ensureChromium() });
const app = await startApp();
try {
  await app.control.setClock({ now: PICTURE_NOW });
  for (const brand of BRANDS) await takeBrand(browser, app, brand);
  if (wanted.length === 0) await drawMontage(browser);
} finally {
  await browser.close();
  await app.stop();
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function takeBrand(browser: Browser, app: App, brand: BrandId): Promise<void> {
  const world = await makeWorld(browser, app, brand);
  const shots = SHOTS.filter((shot) => (brand === 'layover' || shot.everyBrand) && isWanted(shot));
  for (const needs of [undefined, 'checking'] as const) {
    const some = shots.filter((shot) => shot.needs === needs);
    if (some.length === 0) continue;
    if (needs) await makeChecking(browser, app, world);
    for (const screen of SCREENS) {
      for (const colorScheme of SCHEMES) {
        // It runs on while pictures are taken.
        await app.control.setClock({ now: PICTURE_NOW });
        await takeShots(browser, world, some, { brand, screen, colorScheme });
      }
    }
    await app.control.clearFaults();
  }
}

function isWanted(shot: Shot): boolean {
  return wanted.length === 0 || wanted.includes(shot.name);
}

type Look = { brand: BrandId; screen: (typeof SCREENS)[number]; colorScheme: (typeof SCHEMES)[number] };

async function takeShots(browser: Browser, world: World, shots: readonly Shot[], look: Look): Promise<void> {
  const { width, height, ...device } = look.screen;
  const name = `${look.brand}-${width}-${look.colorScheme}`;
  mkdirSync(path.join(FOLDER, name), { recursive: true });
  for (const who of ['signedOut', 'newcomer', 'regular', 'booker'] as const) {
    const context = await browser.newContext({
      // Its copies of pages would come between one picture and the next.
      serviceWorkers: 'block',
      ...device,
      viewport: { width, height },
      colorScheme: look.colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      storageState: world[who],
    });
    await context.clock.setFixedTime(PICTURE_NOW);
    for (const shot of shots.filter((one) => (one.who ?? 'regular') === who)) {
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await takeShot(page, world, shot, name).catch((error: unknown) => {
        failures.push(`${name}/${shot.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      });
      await page.close();
    }
    await context.close();
  }
  console.log(`${path.join(FOLDER, name)}: ${shots.length} shots`);
}

async function takeShot(page: Page, world: World, shot: Shot, folder: string): Promise<void> {
  await page.goto(world.url + (typeof shot.path === 'string' ? shot.path : shot.path(world.ids)));
  await shot.prepare?.(page);
  await settled(page);
  const file = path.join(FOLDER, folder, shot.name);
  if (isInMontage(`${folder}/${shot.name}`)) await page.screenshot({ path: `${file}-screen.png` });
  if (!shot.isScreenOnly) await unroll(page);
  await page.screenshot({ path: `${file}.png` });
}

/** Makes the window as high as the page, so that bars fixed to its foot are at the foot of the picture. */
async function unroll(page: Page): Promise<void> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!size || height <= size.height) return;
  await page.setViewportSize({ width: size.width, height });
  await settled(page);
}
