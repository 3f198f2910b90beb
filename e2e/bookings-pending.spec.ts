import type { Page } from '@playwright/test';
import {
  askToCancel,
  cancelIn,
  confirm,
  DAY_MS,
  HOUR_MS,
  openReview,
  pass,
  qrOfBooking,
  SETTLES,
  said,
  vendorRecords,
} from './booking';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import type { Traveller } from './fixtures/brands';
import { makePass } from './fixtures/records';
import type { App } from './fixtures/server';
import { scanVoucher } from './journey';

/** Stories wait for the server to ask again. */
test.describe.configure({ timeout: 180_000 });

/** At a place that confirms later: from its page to the booking that waits. Answers the vendor's number of the order. */
async function bookAndWait(app: App, page: Page, traveller: Traveller): Promise<string> {
  await openReview(page, 'N00130', { daysAhead: 6 });
  await confirm(page, 'Waiting for the place');
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['pending'], visits: 1 });
  const [order] = await app.control.orders(traveller.clientUserId);
  return order?.orderId ?? '';
}

test('a booking that the place confirms later shows no code until then, survives a day of waiting, and then opens the door', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  const orderId = await bookAndWait(app, page, traveller);
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expect(page.getByText('There is no code until then.')).toBeVisible();
  await expect(page.getByText(/Checked at/)).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Get help' })).toBeVisible();
  await expectAccessible(page, 'waiting for the place');
  await pass(app, page, DAY_MS / 2);
  await page.reload();
  await expect(said(page, 'Waiting for the place').first()).toBeVisible();
  const { vouchers } = await app.control.confirm(orderId);
  await expect(said(page, 'Confirmed')).toBeVisible(SETTLES);
  expect(await scanVoucher(page)).toBe(vouchers[0]?.voucher);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});

test('a booking that the place declines says so, and its visit is back', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const orderId = await bookAndWait(app, page, traveller);
  await app.control.decline(orderId);
  await expect(said(page, 'Waiting for the place')).toHaveCount(0, SETTLES);
  await expect(page.getByText(/^(Cancelled|Not booked)$/).first()).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expectAccessible(page, 'declined');
  await page.goto(`/passes/${passId}`);
  await expect(page.getByText('2 visits left').first()).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
});

test('a booking that waits for the place can be given back in time', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await bookAndWait(app, page, traveller);
  await cancelIn(await askToCancel(page));
  await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
});

test('a booking that waits for more than a day is in the hands of the brand’s team, and the page says so', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  const orderId = await bookAndWait(app, page, traveller);
  await expect(said(page, 'Layover is looking into it')).toHaveCount(0);
  await pass(app, page, DAY_MS + HOUR_MS);
  await expect(said(page, 'Layover is looking into it')).toBeVisible(SETTLES);
  await expect(page.getByText(/^Reference bk_/).first()).toBeVisible();
  await expectAccessible(page, 'waiting for long');
  await app.control.confirm(orderId);
  await pass(app, page, HOUR_MS);
  await expect(said(page, 'Confirmed')).toBeVisible(SETTLES);
  await expect(said(page, 'Layover is looking into it')).toHaveCount(0);
});
