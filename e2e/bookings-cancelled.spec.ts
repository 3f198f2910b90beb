import type { Page } from '@playwright/test';
import {
  ALWAYS,
  askToCancel,
  cancelIn,
  consentIn,
  HOUR_MS,
  MINUTE_MS,
  qrOfBooking,
  SETTLES,
  said,
  vendorRecords,
} from './booking';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';
import { scanVoucher } from './journey';

test.describe.configure({ timeout: 180_000 });

const STAYS = 'Your booking stays as it is.';

const cancelButton = (page: Page) => page.getByRole('button', { name: 'Cancel booking' });

test('a booking is given back in time: what returns is said before and after, once, and its code works no more', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  const dialog = await askToCancel(page);
  await expect(dialog).toContainText('1 visit goes back to your pass.');
  await expect(dialog).toContainText('This cannot be undone.');
  await expectAccessible(page, 'the question');
  await dialog.getByRole('button', { name: 'Keep booking' }).click();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
  await cancelIn(await askToCancel(page));
  await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible();
  await expectAccessible(page, 'given back');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(said(page, 'Cancelled').first()).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expect(cancelButton(page)).toHaveCount(0);
  await expectAccessible(page, 'cancelled');
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
});

test('a deadline that passes while the question is open is a clear refusal, and the booking stays', async ({
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
  const booking = await makeBooking(context, app, passId);
  const until = Date.parse(booking.cancellation.until ?? '');
  // Two minutes before, in the last day: the time that is left runs down.
  await app.control.setClock({ now: new Date(until - 2 * MINUTE_MS).toISOString() });
  await page.clock.setFixedTime(until - 2 * MINUTE_MS);
  await page.goto(`/bookings/${booking.bookingId}`);
  // The server's clock runs on.
  await expect(page.getByText(/^[12] min left\.$/)).toBeVisible();
  const dialog = await askToCancel(page);
  await app.control.setClock({ now: new Date(until + 1_000).toISOString() });
  await cancelIn(dialog);
  await expect(dialog).toContainText('Too late to cancel');
  await expect(dialog).toContainText(STAYS);
  await expectAccessible(page, 'too late');
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
  await page.reload();
  await expect(page.getByText(/^Free cancellation ended/)).toBeVisible();
  await expect(cancelButton(page)).toHaveCount(0);
  expect(await scanVoucher(page)).toMatch(/^\d{12}$/);
});

for (const [days, what] of [
  [1, 'ahead'],
  [-1, 'behind'],
] as const) {
  test(`a phone a day ${what} neither shortens nor lengthens the time in which a booking is given back`, async ({
    app,
    page,
    context,
    signIn,
    traveller,
  }) => {
    await signIn();
    const { passId } = await makePass(context, app, 'lounge-pair');
    const booking = await makeBooking(context, app, passId);
    const until = Date.parse(booking.cancellation.until ?? '');
    const setClocks = async (nowMs: number) => {
      await app.control.setClock({ now: new Date(nowMs).toISOString() });
      await page.clock.setFixedTime(nowMs + days * 24 * HOUR_MS);
    };
    // After the deadline there is nothing to press, whatever the phone thinks.
    await setClocks(until + MINUTE_MS);
    await page.goto(`/bookings/${booking.bookingId}`);
    await expect(page.getByText(/^Free cancellation ended/)).toBeVisible();
    await expect(cancelButton(page)).toHaveCount(0);
    await setClocks(until - 30 * MINUTE_MS);
    await page.reload();
    await expect(page.getByText(/^(2\d|30) min left/)).toBeVisible();
    await cancelIn(await askToCancel(page));
    await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible();
    expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
  });
}

test('where the place does not say, it is asked with consent: its no leaves the booking, its yes gives the visit back', async ({
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
  const late = await makeBooking(context, app, passId, { resourceId: 'N00202', daysAhead: 2 });
  const early = await makeBooking(context, app, passId, { resourceId: 'N00203', daysAhead: 8 });
  // Within what the place, untold, asks for.
  await app.control.setClock({ now: new Date(Date.parse(late.startsAt) - 2 * HOUR_MS).toISOString() });
  await page.goto(`/bookings/${late.bookingId}`);
  await expect(page.getByText(/You can ask; it may say no\./)).toBeVisible();
  let dialog = await askToCancel(page);
  await expect(dialog).toContainText('If it says no, your booking stays.');
  await consentIn(dialog);
  await cancelIn(dialog);
  await expect(dialog).toContainText(STAYS);
  await expectAccessible(page, 'the place said no');
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed', 'confirmed'], visits: 2 });
  await page.goto(`/bookings/${early.bookingId}`);
  dialog = await askToCancel(page);
  await consentIn(dialog);
  await cancelIn(dialog);
  await expect(page.getByText('1 visit is back on your pass: 1 of 2 left.')).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed', 'cancelled'], visits: 1 });
});

test('a cancellation whose answer was lost is shown as under way, and settles by itself: the visit comes back once', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  const dialog = await askToCancel(page);
  await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'order.details', mode: 'fail', status: 503, times: ALWAYS });
  await cancelIn(dialog);
  const asked = page.getByRole('dialog').getByText(/We asked to cancel and are waiting for the answer/);
  await expect(asked).toBeVisible(SETTLES);
  await expectAccessible(page, 'asked to cancel');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(said(page, 'We are cancelling').first()).toBeVisible();
  await expectAccessible(page, 'cancelling');
  await app.control.clearFaults();
  await expect(said(page, 'Cancelled').first()).toBeVisible(SETTLES);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
  await page.goto(`/passes/${passId}`);
  await expect(page.getByText('2 visits left').first()).toBeVisible();
});
