import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app';
import { decodeQr, readQr } from './fixtures/qr';
import { makeBooking, makePass } from './fixtures/records';

/** CSS pixels of the sheet inside the margins: A4 is 210 × 297 mm, Letter 215.9 × 279.4 mm, 96 px an inch, 12 mm each side. */
const SHEETS = { A4: { width: 703, height: 1031 }, Letter: { width: 725, height: 965 } } as const;

/** The page as a printer gets it, in the sheet's size. */
async function onPaper(page: Page, sheet: keyof typeof SHEETS): Promise<void> {
  await page.setViewportSize(SHEETS[sheet]);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
}

/** How many sheets the browser's own PDF has. */
async function sheetsOf(page: Page, format: keyof typeof SHEETS): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Light or dark, of the ground and of the ink: paper is white and ink is black, whatever the theme. */
async function coloursOf(locator: Locator): Promise<{ ink: string; ground: string }> {
  return locator.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return { ink: color, ground: backgroundColor };
  });
}

const BLACK_ON_WHITE = { ink: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' };

for (const sheet of ['A4', 'Letter'] as const) {
  test(`a pass printed on ${sheet} is one sheet that scans, black on white, with what the desk compares`, async ({
    app,
    page,
    context,
    signIn,
    traveller,
  }) => {
    await signIn();
    const { passId, code } = await makePass(context, app, 'lounge-pair');
    await page.goto(`/passes/${passId}`);
    await onPaper(page, sheet);
    const qr = page.getByRole('img', { name: 'QR code of your pass' });
    expect(await readQr(qr)).toBe(code);
    expect((await qr.boundingBox())?.width).toBeGreaterThan(280);
    expect(await coloursOf(page.locator('html'))).toEqual(BLACK_ON_WHITE);
    expect(await coloursOf(page.locator('[data-ticket] > div').first())).toEqual(BLACK_ON_WHITE);
    for (const text of [`${traveller.firstName} ${traveller.lastName}`, 'Layover', '2 visits left']) {
      await expect(page.locator('[data-ticket]').getByText(text)).toBeVisible();
    }
    await expect(page.locator('[data-ticket]').getByRole('img', { name: 'DragonPass' })).toBeVisible();
    await expect(page.getByText(/^\d+ \w+ \d{4}$/)).toBeVisible();
    for (const role of ['navigation', 'button', 'link', 'contentinfo'] as const) {
      await expect(page.getByRole(role)).toHaveCount(0);
    }
    expect(await sheetsOf(page, sheet)).toBe(1);
  });
}

test('a booking printed has every traveller’s code, its time and its place, on one sheet', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'fast-track-pair');
  const party = { adults: 2, children: 0 };
  const { bookingId, vouchers, resourceName } = await makeBooking(context, app, passId, {
    resourceId: 'C00001',
    party,
  });
  await page.goto(`/bookings/${bookingId}`);
  await onPaper(page, 'A4');
  const read: (string | null)[] = [];
  for (const index of [1, 2]) {
    const qr = page.getByRole('img', { name: `QR code ${index} of 2` });
    read.push(decodeQr(await qr.screenshot()));
    expect((await qr.boundingBox())?.width).toBeGreaterThan(200);
  }
  expect(read).toEqual(vouchers.map(({ code }) => code));
  const ticket = page.locator('[data-ticket]');
  for (const text of [resourceName, /\(GMT\)/, 'Ada O’Brien-Łukasz'])
    await expect(ticket.getByText(text).first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(await sheetsOf(page, 'A4')).toBe(1);
});

test('a pass and a booking are printed with a button, which is not there without JavaScript', async ({
  app,
  browser,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  const print = { name: 'Print or save as PDF' };
  await page.addInitScript(() => Object.assign(window, { printed: 0, print: () => Reflect.set(window, 'printed', 1) }));
  const storageState = await context.storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: app.url, storageState });
  const plainPage = await plain.newPage();
  for (const path of [`/passes/${passId}`, `/bookings/${bookingId}`]) {
    await page.goto(path);
    await page.getByRole('button', print).click();
    expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(1);
    await plainPage.goto(path);
    await expect(plainPage.getByRole('img', { name: /^QR code/ })).toBeVisible();
    await expect(plainPage.getByText(print.name)).toBeHidden();
    await expect(plainPage.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  }
  await plain.close();
});
