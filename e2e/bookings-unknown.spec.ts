import {
  ALWAYS,
  confirm,
  confirmButton,
  HOUR_MS,
  MINUTE_MS,
  openReview,
  pass,
  qrOfBooking,
  SETTLES,
  said,
  vendorRecords,
} from './booking';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { makePass } from './fixtures/records';
import { scanVoucher } from './journey';

/** Stories wait for the server to ask again. */
test.describe.configure({ timeout: 180_000 });

test('a booking whose answer was lost is shown as being checked, settles by itself, and is made once', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await openReview(page, 'N00001');
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'epass.orders', mode: 'fail', status: 503, times: ALWAYS });
  await confirm(page, 'We are checking');
  await expect(page.getByText(/^Reference bk_/).first()).toBeVisible();
  await expect(page.getByText('failed')).toHaveCount(0);
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expectAccessible(page, 'being checked');
  await app.control.clearFaults();
  await expect(said(page, 'Confirmed')).toBeVisible(SETTLES);
  const orders = await app.control.orders(traveller.clientUserId);
  expect(orders).toHaveLength(1);
  expect(await scanVoucher(page)).toBe(orders[0]?.vouchers[0]?.voucher);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});

test('a booking that never reached the place is freed with an apology once its hold is over, and can be made again', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-single');
  const at = await openReview(page, 'N00001');
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'before' });
  await confirm(page, 'We are checking');
  await pass(app, page, 12 * MINUTE_MS);
  await expect(said(page, 'Not booked').first()).toBeVisible(SETTLES);
  await expect(page.getByText(/booking never reached the place/)).toBeVisible();
  await expect(page.getByText(/No visit was used/)).toBeVisible();
  await expectAccessible(page, 'not booked');
  expect(await vendorRecords(app, traveller)).toEqual({ orders: [], visits: 0 });

  await openReview(page, 'N00001');
  await confirm(page);
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ at, status: 1 }]);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});

test('a slow confirmation says that it goes on, and is a booking, not a failure', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await openReview(page, 'N00001');
  await app.control.addFault({ operation: 'prebook', mode: 'slow', ms: 4_000, when: 'after' });
  await confirmButton(page).click();
  await expect(page.getByRole('button', { name: 'Booking your visit' })).toBeVisible();
  await expect(said(page, 'Confirmed')).toBeVisible(SETTLES);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});

test('a booking that nobody knows of after an hour is in the hands of the brand’s team, and the page says so', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await openReview(page, 'N00001');
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'epass.orders', mode: 'fail', status: 503, times: ALWAYS });
  await confirm(page, 'We are checking');
  await pass(app, page, HOUR_MS + MINUTE_MS);
  await expect(said(page, 'Layover is looking into it')).toBeVisible(SETTLES);
  await expect(page.getByText(/^Reference bk_/).first()).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expectAccessible(page, 'told to the team');
  // The place answers again: it was booked all along.
  await app.control.clearFaults();
  await pass(app, page, HOUR_MS);
  await expect(said(page, 'Confirmed')).toBeVisible(SETTLES);
  await expect(said(page, 'Layover is looking into it')).toHaveCount(0);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});
