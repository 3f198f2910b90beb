import type { Page } from '@playwright/test';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { newTraveller } from './fixtures/browser';
import { liesOnDevice } from './fixtures/device';
import { makePass } from './fixtures/records';
import type { App } from './fixtures/server';
import { chooseDay, chooseTime, fillDetails, heldFor, typeDetails } from './journey';

test.describe.configure({ timeout: 120_000 });

const PREBOOK = '/resources/N00001/prebook';
/** What nobody types for a place's sake; the hand-over knows another address. */
const EMAIL = 'typed@traveller.example';

const confirm = (page: Page) => page.getByRole('button', { name: 'Confirm booking' });
const goOn = (page: Page) => page.getByRole('button', { name: 'Continue to your details' });
const chosenTime = (page: Page) => page.getByRole('group', { name: /^Times in/ }).getByRole('radio', { checked: true });
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** How often the vendor was asked whether a time is free. */
async function askedOfVendor(app: App): Promise<number> {
  return (await app.control.calls()).byOperation.availability ?? 0;
}

/** From the lounge's page to a held time, which it answers. */
async function heldTime(page: Page): Promise<string> {
  await page.goto('/resources/N00001');
  return chooseTime(page);
}

test.beforeEach(async ({ app, context, signIn }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
});

test('a reload at every step brings everything back, and the place is not asked again', async ({ app, page }) => {
  const at = await heldTime(page);
  const asked = await askedOfVendor(app);

  await page.reload();
  await expect(heldFor(page)).toBeVisible();
  await expect(chosenTime(page)).toHaveValue(at);

  await goOn(page).click();
  await page.getByLabel('Email').fill(EMAIL);
  await page.reload();
  await expect(step(page, 'Your details')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(EMAIL);

  await page.getByLabel('Flight number').fill('u2 8001');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await expect(step(page, 'Review')).toBeVisible();
  await page.reload();
  await expect(step(page, 'Review')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'U28001' })).toBeVisible();
  expect(await askedOfVendor(app), 'the hold is taken up again').toBe(asked);

  await confirm(page).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('the browser’s back button leads through the steps, and nothing is lost on the way', async ({ page }) => {
  const at = await heldTime(page);
  await fillDetails(page);
  await expect(page).toHaveURL(/#review$/);
  await page.goBack();
  await expect(step(page, 'Review')).toHaveCount(0);
  await expect(page.getByLabel('Flight number')).toHaveValue('ba 123');
  await page.goBack();
  await expect(step(page, 'Your details')).toHaveCount(0);
  await expect(chosenTime(page)).toHaveValue(at);
  await page.goForward();
  await expect(page.getByLabel('Flight number')).toHaveValue('ba 123');
  await page.goForward();
  await expect(step(page, 'Review')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/resources\/N00001$/);
});

test('a second tab has the choice and its hold, and nothing that was typed', async ({ app, page, context, watch }) => {
  watch(context);
  const at = await heldTime(page);
  await goOn(page).click();
  await page.getByLabel('Email').fill(EMAIL);
  const asked = await askedOfVendor(app);
  const other = await context.newPage();
  await other.goto(`${PREBOOK}#review`);
  await expect(heldFor(other)).toBeVisible();
  await expect(chosenTime(other)).toHaveValue(at);
  await expect(other.getByLabel('Email')).not.toHaveValue(EMAIL);
  await expect(step(other, 'Review'), 'what was never typed here cannot be reviewed').toHaveCount(0);
  expect(await askedOfVendor(app)).toBe(asked);
});

test('a tab hears that another one went on with its pass', async ({ page, context }) => {
  await heldTime(page);
  const other = await context.newPage();
  await other.goto(PREBOOK);
  await expect(heldFor(other)).toBeVisible();
  await other.getByRole('button', { name: 'More adults' }).click();
  await expect(page.getByText('You went on with this pass in another tab.')).toBeVisible();
  await expect(heldFor(page)).toHaveCount(0);
  await expect(heldFor(other)).toBeVisible();
  await page.getByRole('button', { name: 'Hold it again' }).click();
  await expect(heldFor(page)).toBeVisible();
  await expect(heldFor(other)).toHaveCount(0);
});

for (const hash of ['', '#details', '#review', '#nothing']) {
  test(`an address of a step without a draft starts at the first: "${hash}"`, async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(PREBOOK + hash);
    await expect(step(page, 'When and who')).toBeVisible();
    await goOn(page).click();
    await expect(page.getByRole('alert').getByRole('link', { name: 'Choose a time' })).toBeVisible();
    await expect(step(page, 'Your details')).toHaveCount(0);
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });
}

test('after a booking the next one starts clean, but for the contact details of this tab', async ({ page }) => {
  await heldTime(page);
  await goOn(page).click();
  await typeDetails(page);
  await confirm(page).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await page.goto(PREBOOK);
  await expect(goOn(page)).toBeEnabled();
  await expect(chosenTime(page)).toHaveCount(0);
  await chooseDay(page, 5);
  await page
    .getByRole('group', { name: /^Times in/ })
    .getByRole('radio')
    .nth(4)
    .check();
  await goOn(page).click();
  await expect(page.getByLabel('Email')).toHaveValue('ada@traveller.example');
  await expect(page.getByLabel('Flight number')).toHaveValue('');
});

test('contact details stay on the device with consent alone, and are listed and erased in the account', async ({
  page,
  context,
}) => {
  await heldTime(page);
  await goOn(page).click();
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('Flight number').fill('ba 987');
  await expectAccessible(page);
  expect(await liesOnDevice(page, EMAIL)).toEqual([expect.stringMatching(/^layover\.typed\./)]);
  await page.getByRole('checkbox', { name: /^Keep my contact details/ }).check();
  expect(await liesOnDevice(page, EMAIL)).toContainEqual(expect.stringMatching(/^layover\.contact\./));
  expect(await liesOnDevice(page, 'ba 987'), 'a flight is no contact').toEqual([
    expect.stringMatching(/^layover\.typed\./),
  ]);
  const other = await context.newPage();
  await other.goto(`${PREBOOK}#details`);
  await expect(other.getByLabel('Email')).toHaveValue(EMAIL);
  await other.close();

  await page.goto('/account');
  const device = page.getByRole('region', { name: 'On this device' });
  await expect(device).toContainText('Your contact details, as you asked for it.');
  await expect(device.getByRole('link', { name: 'A booking you have started: DragonPass Lounge' })).toHaveAttribute(
    'href',
    PREBOOK,
  );
  await device.getByRole('button', { name: 'Erase from this device' }).click();
  await expect(device.getByRole('link')).toHaveCount(0);
  for (const text of [EMAIL, 'ba 987', 'N00001']) expect(await liesOnDevice(page, text)).toEqual([]);
});

test('consent taken back takes the contact details off the device', async ({ page }) => {
  await heldTime(page);
  await goOn(page).click();
  const consent = page.getByRole('checkbox', { name: /^Keep my contact details/ });
  await consent.check();
  await page.reload();
  await expect(consent).toBeChecked();
  await consent.uncheck();
  await page.getByLabel('Email').fill(EMAIL);
  expect(await liesOnDevice(page, EMAIL)).toEqual([expect.stringMatching(/^layover\.typed\./)]);
});

test('signing out erases drafts and contact details in every tab', async ({ page, context }) => {
  await heldTime(page);
  await goOn(page).click();
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByRole('checkbox', { name: /^Keep my contact details/ }).check();
  const other = await context.newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL('/');
  await expect(page.getByRole('heading', { name: 'Sign in to prebook' })).toBeVisible();
  for (const tab of [page, other]) {
    for (const text of [EMAIL, 'N00001', 'DragonPass Lounge']) expect(await liesOnDevice(tab, text)).toEqual([]);
  }
});

test('another traveller on the same device sees nothing of it', async ({ app, page, context, signIn }) => {
  const at = await heldTime(page);
  await goOn(page).click();
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByRole('checkbox', { name: /^Keep my contact details/ }).check();
  await signIn({ traveller: newTraveller() });
  await makePass(context, app, 'lounge-pair');
  await page.reload();
  await expect(goOn(page)).toBeEnabled();
  await expect(chosenTime(page)).toHaveCount(0);
  for (const text of [EMAIL, at]) expect(await liesOnDevice(page, text)).toEqual([]);
});

test('no step puts anything personal into an address', async ({ page }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await heldTime(page);
  await goOn(page).click();
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('Flight number').fill('ba 987');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await confirm(page).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  for (const text of ['typed', '987', 'Ada']) expect(addresses.filter((url) => url.includes(text))).toEqual([]);
});
