import { expect, type Locator, type Page } from '@playwright/test';
import type { Traveller } from './fixtures/brands';
import { readQr } from './fixtures/qr';
import type { App } from './fixtures/server';

const DAYS_AHEAD = 3;
const DAY_MS = 86_400_000;

const DEMO_IDS = { Ada: 'demo-layover-ada', 小明: 'demo-layover-xiaoming', Zoë: 'demo-layover-zoe' };
type DemoPerson = keyof typeof DEMO_IDS;

/** What a traveller types where a place asks for it. */
const DETAILS = {
  Email: 'ada@traveller.example',
  'Flight number': 'ba 123',
  'Country code': '44',
  'Phone number': '0808 196 6002',
  'Passport number': 'X1234567',
};

/** Signs in on the sign-in page as one of the demo's travellers. Answers who it is to the vendor. */
export async function signInAsDemo(page: Page, person: DemoPerson): Promise<Pick<Traveller, 'clientUserId'>> {
  await page.getByRole('button', { name: person }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
  return { clientUserId: DEMO_IDS[person] };
}

/** From the search field to the lounge's page. */
export async function findLounge(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.getByLabel('City, airport or code').fill('manch');
  await page
    .getByRole('region', { name: 'Search results' })
    .getByRole('option', { name: /Manchester/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
  await page.getByRole('link', { name: /DragonPass Lounge/ }).click();
  await expect(page).toHaveURL(/\/resources\/N00001$/);
  await expect(page.getByRole('heading', { level: 1, name: 'DragonPass Lounge' })).toBeVisible();
}

/** From the lounge's page, signed in and without a pass, to the pass with `visits` visits. Answers the pass's address. */
export async function getPass(page: Page, title: string): Promise<string> {
  await page.getByRole('link', { name: 'Get a pass' }).click();
  await page.getByRole('radio', { name: title }).check();
  await page.getByRole('button', { name: 'Get this pass' }).click();
  await expect(page).toHaveURL(/\/passes\/ps_\w+/);
  return page.url();
}

/** The number a scanner reads off the pass on screen: 16 digits and nothing else. */
export async function scanPass(page: Page): Promise<string> {
  const code = await readQr(page.getByRole('img', { name: 'QR code of your pass' }));
  expect(code, 'the QR code of a pass is its 16-digit number').toMatch(/^\d{16}$/);
  return code ?? '';
}

/** From the lounge's page to a confirmed booking. Answers the booking's address. */
export async function prebook(page: Page): Promise<string> {
  await chooseTime(page);
  await fillDetails(page);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page).toHaveURL(/\/bookings\/bk_\w+/);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  return page.url();
}

/** From the lounge's page: has a time kept, see `holdTime`. */
export async function chooseTime(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Prebook' }).click();
  await expect(page).toHaveURL(/\/resources\/N00001\/prebook/);
  return holdTime(page);
}

/** Takes the first time of a day that the place keeps for the traveller; answers it, as the place's clock. */
export async function holdTime(page: Page, daysAhead = DAYS_AHEAD): Promise<string> {
  await chooseDay(page, daysAhead);
  const times = page.getByRole('group', { name: /^Times in/ }).getByRole('radio');
  for (let index = 4; index < 10; index++) {
    await times.nth(index).check();
    const held = heldFor(page);
    await expect(held.or(saidTaken(page))).toBeVisible();
    if (await held.isVisible()) return times.nth(index).inputValue();
  }
  throw new Error('None of six times could be held.');
}

/** The time that is left while the place keeps what was chosen. */
export function heldFor(page: Page): Locator {
  return page.getByRole('timer');
}

/** The place said that the chosen time is taken. */
export function saidTaken(page: Page): Locator {
  return page.getByRole('main').getByText(/is taken\./);
}

export async function chooseDay(page: Page, daysAhead: number): Promise<void> {
  const nowMs = await page.evaluate(() => Date.now());
  const day = new Date(nowMs + daysAhead * DAY_MS).toISOString().slice(0, 10);
  await page.locator(`input[type=radio][value="${day}"]`).check();
}

/** From a held time, over the details, to the review. */
export async function fillDetails(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await typeDetails(page);
}

/** From the open form of details to the review: everything that the place asks for. */
export async function typeDetails(page: Page): Promise<void> {
  const review = page.getByRole('button', { name: 'Review your booking' });
  await expect(review).toBeVisible();
  for (const [label, text] of Object.entries(DETAILS)) {
    const field = page.getByLabel(label, { exact: true });
    if ((await field.count()) > 0) await field.fill(text);
  }
  await review.click();
}

/** The code a scanner reads off the booking on screen. */
export async function scanVoucher(page: Page): Promise<string> {
  const code = await readQr(page.getByRole('img', { name: 'QR code of your booking' }));
  expect(code, 'a booking shows a QR code').not.toBeNull();
  return code ?? '';
}

/** Cancels the booking on screen, in time: the visit is said to be back. */
export async function cancelInTime(page: Page, left: string): Promise<void> {
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toContainText('1 visit goes back to your pass.');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByText(`1 visit is back on your pass: ${left} left.`)).toBeVisible();
}

/** What the vendor itself remembers after the journey: one pass, one cancelled order, no visit used. */
export async function expectVendorRecords(app: App, traveller: Pick<Traveller, 'clientUserId'>, passCode: string) {
  const passes = await app.control.passes(traveller.clientUserId);
  expect(passes).toMatchObject([{ ePassId: passCode, usedUsages: 0, cancelledAt: null }]);
  const orders = await app.control.orders(traveller.clientUserId);
  expect(orders).toMatchObject([{ ePassId: passCode, resourceId: 'N00001', category: 2, status: 3 }]);
}

/** The whole way, once signed in: pass, prebooking, voucher, cancellation, and the vendor's own records at the end. */
export async function walkJourney(
  page: Page,
  app: App,
  url: string,
  traveller: Pick<Traveller, 'clientUserId'>,
  offer: string,
): Promise<void> {
  await findLounge(page, url);
  const passUrl = await getPass(page, offer);
  const passCode = await scanPass(page);
  expect((await app.control.passes(traveller.clientUserId)).map((pass) => pass.ePassId)).toEqual([passCode]);
  await page.goto(`${url}/resources/N00001`);
  const bookingUrl = await prebook(page);
  const voucher = await scanVoucher(page);
  const [order] = await app.control.orders(traveller.clientUserId);
  expect(order?.vouchers.map((one) => one.voucher)).toEqual([voucher]);
  await page.goto(passUrl);
  await expect(page.getByText('1 visit left').first()).toBeVisible();
  await page.goto(bookingUrl);
  await cancelInTime(page, '2 of 2');
  await page.goto(passUrl);
  await expect(page.getByText('2 visits left').first()).toBeVisible();
  expect(await scanPass(page)).toBe(passCode);
  await expectVendorRecords(app, traveller, passCode);
}
