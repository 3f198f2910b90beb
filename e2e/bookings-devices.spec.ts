import type { BrowserContext, Page } from '@playwright/test';
import {
  askToCancel,
  cancelIn,
  confirm,
  confirmButton,
  consentIn,
  openReview,
  review,
  SETTLES,
  said,
  vendorRecords,
} from './booking';
import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';
import { heldFor, scanVoucher } from './journey';

test.describe.configure({ timeout: 120_000 });

test.describe('two devices of one traveller', () => {
  let others: BrowserContext[] = [];
  test.afterEach(async () => {
    for (const context of others) await context.close();
    others = [];
  });

  test('a booking cancelled on two devices at once is cancelled once, and the visit comes back once', async ({
    app,
    browser,
    page,
    context,
    signIn,
    traveller,
    watch,
    expectProblem,
  }) => {
    expectProblem(/status of 409/);
    await signIn();
    const { passId } = await makePass(context, app, 'lounge-pair');
    const { bookingId } = await makeBooking(context, app, passId);
    const other = await browser.newContext({ storageState: await context.storageState() });
    others.push(other);
    watch(other);
    const devices = [page, await other.newPage()];
    const dialogs = [];
    for (const device of devices) {
      await device.goto(`${app.url}/bookings/${bookingId}`);
      dialogs.push(await askToCancel(device));
    }
    await Promise.all(dialogs.map(cancelIn));
    // Each says that it is cancelled: as its own doing, or as done already.
    for (const device of devices)
      await expect(
        device
          .getByRole('dialog')
          .getByText(/cancelled/i)
          .first(),
      ).toBeVisible();
    await expect.poll(() => vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
    for (const device of devices) {
      await device.reload();
      await expect(said(device, 'Cancelled').first()).toBeVisible();
    }
  });

  test('one time chosen on two devices is booked once: the other is led to the booking', async ({
    app,
    browser,
    page,
    context,
    signIn,
    traveller,
    watch,
    expectProblem,
  }) => {
    expectProblem(/status of 409/);
    await signIn();
    await makePass(context, app, 'lounge-pair');
    const other = await browser.newContext({ storageState: await context.storageState(), baseURL: app.url });
    others.push(other);
    watch(other);
    const second = await other.newPage();
    const at = await openReview(page, 'N00001');
    await confirm(page);
    await bookAgain(second, at);
    await expect(second.getByText('There is a booking at this place and time.')).toBeVisible();
    await second.getByRole('link', { name: 'See your bookings' }).click();
    await expect(second).toHaveURL(/\/bookings$/);
    await expect(second.getByRole('link', { name: /DragonPass Lounge/ })).toHaveCount(1);
    expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
  });
});

/** On a second device: the very time that is booked already. */
async function bookAgain(page: Page, at: string): Promise<void> {
  await page.goto('/resources/N00001/prebook');
  await page.locator(`input[type=radio][value="${at.slice(0, 10)}"]`).check();
  await page.locator(`input[type=radio][value="${at}"]`).check();
  await expect(heldFor(page)).toBeVisible();
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await page.getByLabel('Flight number').fill('ba 123');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await confirmButton(page).click();
}

test('two taps on the cancelling button give one visit back', async ({ app, page, context, signIn, traveller }) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  const dialog = await askToCancel(page);
  await dialog.getByRole('button', { name: 'Cancel booking' }).dblclick();
  await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible(SETTLES);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
});

test('a code scanned at the door while the question is open cannot be given back any more', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  // Where the policy is not stated, the question can be open until the visit.
  const booking = await makeBooking(context, app, passId, { resourceId: 'N00203', daysAhead: 1 });
  const halfAnHourBefore = new Date(Date.parse(booking.startsAt) - 30 * 60_000).toISOString();
  await app.control.setClock({ now: halfAnHourBefore });
  await page.clock.setFixedTime(halfAnHourBefore);
  await page.goto(`/bookings/${booking.bookingId}`);
  const dialog = await askToCancel(page);
  await app.control.redeem({ voucher: await voucherOf(page) });
  await consentIn(dialog);
  await cancelIn(dialog);
  await expect(dialog.getByRole('alert').or(dialog.getByText('Your booking stays as it is.')).first()).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['used'], visits: 1 });
  await page.reload();
  await expect(said(page, 'Used').first()).toBeVisible();
});

/** The code on the page, under the dialog. */
async function voucherOf(page: Page): Promise<string> {
  const text = await page.getByRole('main').innerText();
  return /\d{4}\s?\d{4}\s?\d{4}/.exec(text)?.[0].replace(/\s/g, '') ?? '';
}

test.describe('a phone sixteen hours from the place', () => {
  test.use({ timezoneId: 'Pacific/Auckland' });

  test('books, and gives back, by the place’s clock, with its own beside it', async ({
    app,
    page,
    context,
    signIn,
    traveller,
  }) => {
    await signIn();
    await makePass(context, app, 'lounge-pair');
    const at = await openReview(page, 'N00012');
    const main = page.getByRole('main');
    await expect(review(page)).toContainText(`${at.slice(11)} in Hong Kong (GMT+8)`);
    await expect(main.getByText(/your time|yours:/).first()).toBeVisible();
    await expect(review(page)).toContainText(new RegExp(`Free to cancel until .* ${at.slice(11)} in Hong Kong`));
    await confirm(page);
    expect(await scanVoucher(page)).toMatch(/^\d{12}$/);
    expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ at, resourceId: 'N00012', status: 1 }]);
    await expect(main.getByText(at.slice(11)).first()).toBeVisible();
    await cancelIn(await askToCancel(page));
    await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible();
    expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
  });
});
