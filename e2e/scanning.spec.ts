import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app';
import { blurred, halved, type Picture, pictureOf, turned } from './fixtures/picture';
import { makeBooking, makePass } from './fixtures/records';
import { readByTwo, symbolIn } from './fixtures/scanners';
import type { App } from './fixtures/server';

/** On paper and in forced colours the traveller's own theme is the dark one, which is the harder. */
const LOOKS = {
  light: { media: 'screen', colorScheme: 'light', forcedColors: 'none' },
  dark: { media: 'screen', colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { media: 'screen', colorScheme: 'dark', forcedColors: 'active' },
  print: { media: 'print', colorScheme: 'dark', forcedColors: 'none' },
} as const;
const RATIOS = [1, 2, 3];
const WIDTHS = [320, 360, 390, 430];
const TEXT_SIZES = ['90%', '200%'];
const HEIGHT = 900;
const TILT_DEGREES = 10;
/** Of what is around the code, as a scanner sees it too. */
const AROUND_PX = 24;

/** A screenshot of what is at `qr`, with a little of what is around it, and where in it the code is. */
async function photograph(page: Page, qr: Locator, ratio: number) {
  const box = await qr.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
  const left = Math.max(0, Math.floor(box.x) - AROUND_PX);
  const top = Math.max(0, Math.floor(box.y) - AROUND_PX);
  const right = Math.min(page.viewportSize()?.width ?? 0, Math.ceil(box.x + box.width) + AROUND_PX);
  const bottom = Math.min(HEIGHT, Math.ceil(box.y + box.height) + AROUND_PX);
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  const picture = pictureOf(await page.screenshot({ clip, animations: 'disabled' }));
  const onScreen = (px: number) => Math.round(px * ratio);
  const area = {
    left: onScreen(box.x - left),
    top: onScreen(box.y - top),
    right: onScreen(box.x - left + box.width),
    bottom: onScreen(box.y - top + box.height),
  };
  return { box, picture, area };
}

/** Size, margin, pixels and content of the code. Answers the picture. */
async function expectToScan(page: Page, qr: Locator, ratio: number, code: string, where: string): Promise<Picture> {
  const { box, picture, area } = await photograph(page, qr, ratio);
  expect.soft(box.width, where).toBeGreaterThanOrEqual(200);
  expect.soft(box.width, where).toBeLessThanOrEqual(320);
  expect.soft(box.height, where).toBeCloseTo(box.width, 1);
  const symbol = symbolIn(picture, area);
  expect.soft(Number.isInteger(symbol.pixelsPerModule), `${where}: ${symbol.pixelsPerModule} pixels`).toBe(true);
  expect.soft(symbol, where).toMatchObject({ modules: 21, unclean: 0 });
  // A line around the ticket begins where the margin ends, which is seldom a whole pixel.
  expect.soft(Math.max(...symbol.missing), `${where}: margin`).toBeLessThanOrEqual(1);
  expect.soft(await readByTwo(picture), where).toEqual({ jsqr: code, zxing: code });
  return picture;
}

/** Half as large, a little out of focus, and not held straight. */
async function expectToScanPoorly(picture: Picture, code: string, where: string): Promise<void> {
  const poor = turned(blurred(halved(picture)), TILT_DEGREES);
  expect.soft(await readByTwo(poor), `${where}, poor picture`).toEqual({ jsqr: code, zxing: code });
}

/** A pass and a booking of it: what is opened for each, how its code is called, and what the code must say. */
async function bothKinds(context: BrowserContext, app: App) {
  const { passId, code } = await makePass(context, app, 'lounge-pair');
  const { bookingId, vouchers } = await makeBooking(context, app, passId);
  return [
    { kind: 'pass', path: `/passes/${passId}`, name: 'QR code of your pass', code: code ?? '' },
    { kind: 'booking', path: `/bookings/${bookingId}`, name: 'QR code of your booking', code: vouchers[0]?.code ?? '' },
  ];
}

/** Each size of text with each width and each look, in an order that changes as little as possible. */
const SETTINGS = TEXT_SIZES.flatMap((textSize, t) =>
  WIDTHS.flatMap((width, w) =>
    Object.entries(LOOKS).map(([look, media], l) => ({ textSize, width, look, media, isEven: (t + w + l) % 2 === 0 })),
  ),
);

// Both kinds × four looks × three ratios × four widths × two sizes of text: all 192 pictures are read as they are. Poor
// ones are made of every second, so that any two of these still come together.
for (const ratio of RATIOS) {
  test(`codes are read off every look, width and size of text, on ${ratio} pixels a px`, async ({
    app,
    browser,
    signIn,
  }) => {
    const context = await browser.newContext({ deviceScaleFactor: ratio, baseURL: app.url });
    await signIn({ context });
    const page = await context.newPage();
    for (const { kind, path, name, code } of await bothKinds(context, app)) {
      await page.emulateMedia(LOOKS.light);
      await page.goto(path);
      const qr = page.getByRole('img', { name });
      for (const { textSize, width, look, media, isEven } of SETTINGS) {
        await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), textSize);
        await page.setViewportSize({ width, height: HEIGHT });
        await page.emulateMedia(media);
        const where = `${kind}, ${look}, ${width} px, text ${textSize}`;
        const picture = await expectToScan(page, qr, ratio, code, where);
        if (isEven === (kind === 'pass')) await expectToScanPoorly(picture, code, where);
      }
    }
    await context.close();
  });
}

test('a code is read in full screen too, where the screen may not be kept awake', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('Low battery.', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { value: { request: refuse } });
  });
  for (const { kind, path, name, code } of await bothKinds(context, app)) {
    await page.emulateMedia(LOOKS.light);
    await page.goto(path);
    await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
    const qr = page.getByRole('dialog').getByRole('img', { name });
    await expect(qr).toBeVisible();
    for (const width of [320, 430]) {
      await page.setViewportSize({ width, height: HEIGHT });
      for (const look of ['light', 'dark', 'forced colours'] as const) {
        await page.emulateMedia(LOOKS[look]);
        const where = `${kind}, ${look}, ${width} px`;
        await expectToScanPoorly(await expectToScan(page, qr, 2, code, where), code, where);
      }
    }
  }
});

test('the screen may sleep again when the page is left in full screen', async ({ app, page, context, signIn }) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  await page.addInitScript(() => {
    const asked: string[] = [];
    const release = async () => void asked.push('released');
    const request = async (type: string) => {
      asked.push(`asked ${type}`);
      return { release };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    Object.assign(window, { asked });
  });
  const asked = () => page.evaluate(() => Reflect.get(window, 'asked') as string[]);
  await page.goto('/passes');
  await page.locator(`a[href="/passes/${passId}"]`).first().click();
  await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
  await expect.poll(asked).toEqual(['asked screen']);
  await page.goBack();
  await expect(page).toHaveURL(/\/passes$/);
  await expect.poll(asked).toEqual(['asked screen', 'released']);
});
