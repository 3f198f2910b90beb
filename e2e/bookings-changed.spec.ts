import type { BrowserContext, Page } from '@playwright/test';
import { bookingSchema } from '../lib/contract/bookings';
import { SAMPLE_RESOURCES } from '../lib/sandbox/catalog/pinned';
import { confirm, confirmButton, HOUR_MS, qrOfBooking, review, SETTLES, said, vendorRecords } from './booking';
import { expectAccessible } from './fixtures/accessible';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import type { Traveller } from './fixtures/brands';
import { makeBooking, makeHold, makePass } from './fixtures/records';
import type { App } from './fixtures/server';
import { holdTime, typeDetails } from './journey';

/** Stories wait for the server to ask again. */
test.describe.configure({ timeout: 180_000 });

/** From the page of a booking to the review of the one that is to take its place. Answers the new time. */
async function openChange(page: Page, bookingId: string, daysAhead: number): Promise<string> {
  await page.goto(`/bookings/${bookingId}`);
  await page.getByRole('link', { name: 'Change time or party' }).click();
  await expect(page).toHaveURL(new RegExp(`/prebook\\?change=${bookingId}`));
  const at = await holdTime(page, daysAhead);
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await typeDetails(page);
  await expect(confirmButton(page)).toBeVisible();
  await expect(review(page)).toContainText('In place of');
  return at;
}

test('a booking is changed: the new one is made first, then the old one is given back, and both pages say so', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const old = await makeBooking(context, app, passId);
  const at = await openChange(page, old.bookingId, 6);
  await expectAccessible(page, 'the review of a change');
  await confirm(page);
  await expect(said(page, 'Changed')).toBeVisible(SETTLES);
  await expectAccessible(page, 'changed');
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([
    { at: old.at, status: 3 },
    { at, status: 1 },
  ]);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled', 'confirmed'], visits: 1 });
  await page.getByRole('link', { name: 'See the earlier booking' }).click();
  await expect(said(page, 'You changed this booking')).toBeVisible();
  await expect(page.getByRole('link', { name: 'See the new booking' })).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expectAccessible(page, 'changed to another');
});

test('where the old booking is not taken back, both stand, and both pages say so', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  // Its place says nothing of giving bookings back, and takes none so late.
  const old = await makeBooking(context, app, passId, { resourceId: 'N00202', daysAhead: 2 });
  const lateMs = Date.parse(old.startsAt) - 2 * HOUR_MS;
  await app.control.setClock({ now: new Date(lateMs).toISOString() });
  await page.clock.setFixedTime(lateMs);
  await openChange(page, old.bookingId, 5);
  await confirm(page);
  await expect(said(page, 'You have two bookings')).toBeVisible(SETTLES);
  await expectAccessible(page, 'two bookings, the new one');
  await expect(qrOfBooking(page)).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed', 'confirmed'], visits: 2 });
  await page.getByRole('link', { name: 'See the earlier booking' }).click();
  await expect(page).toHaveURL(new RegExp(old.bookingId));
  await expect(said(page, 'You have two bookings').filter({ visible: true })).toBeVisible();
  await expect(qrOfBooking(page)).toBeVisible();
  await expectAccessible(page, 'two bookings, the old one');
});

/** A booking that a place which takes its time has confirmed, and one in its stead that waits for the same place. The old one. */
async function waitingChange(app: App, context: BrowserContext, page: Page, { clientUserId }: Traveller) {
  const { passId } = await makePass(context, app, 'lounge-pair');
  const old = await makeBooking(context, app, passId, { resourceId: 'N00130' });
  const [first] = await app.control.orders(clientUserId);
  await app.control.confirm(first?.orderId ?? '');
  // Long enough for the booking to be looked at again.
  await app.control.setClock({ advanceMs: 60_000 });
  await openChange(page, old.bookingId, 6);
  await confirm(page, 'Waiting for the place');
  return old;
}

test('while the new booking waits for its place the old one stands, and goes only when the new one is sure', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const old = await waitingChange(app, context, page, traveller);
  await expect(said(page, 'Your earlier booking still stands')).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed', 'pending'], visits: 2 });
  const newUrl = page.url();
  await page.goto(`/bookings/${old.bookingId}`);
  await expect(said(page, 'A change is on its way')).toBeVisible();
  await expect(qrOfBooking(page)).toBeVisible();
  await expectAccessible(page, 'a change on its way');
  const [, second] = await app.control.orders(traveller.clientUserId);
  await app.control.confirm(second?.orderId ?? '');
  await page.goto(newUrl);
  await expect(said(page, 'Changed')).toBeVisible(SETTLES);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled', 'confirmed'], visits: 1 });
});

test('when the new booking is refused the old one stands as it was', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const old = await waitingChange(app, context, page, traveller);
  const [, second] = await app.control.orders(traveller.clientUserId);
  await app.control.decline(second?.orderId ?? '');
  await expect(said(page, 'Waiting for the place')).toHaveCount(0, SETTLES);
  await expect(said(page, 'Your earlier booking stands')).toBeVisible();
  await page.goto(`/bookings/${old.bookingId}`);
  await expect(qrOfBooking(page)).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed', 'cancelled'], visits: 1 });
});

test('a deadline that passes during a change refuses it before anything is booked', async ({
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
  const old = await makeBooking(context, app, passId);
  const until = Date.parse(old.cancellation.until ?? '');
  await app.control.setClock({ now: new Date(until - 5 * 60_000).toISOString() });
  await page.clock.setFixedTime(until - 5 * 60_000);
  await openChange(page, old.bookingId, 5);
  await app.control.setClock({ now: new Date(until + 1_000).toISOString() });
  await confirmButton(page).click();
  await expect(page.getByText(/too late to cancel|last moment to cancel/i).first()).toBeVisible();
  await expectAccessible(page, 'too late to change');
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});

test('a change whose earlier booking is not taken back in time says that there are two', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const old = await makeBooking(context, app, passId);
  const resourceId = SAMPLE_RESOURCES.pendingLounge;
  const { holdId } = await makeHold(context, app, passId, { resourceId, daysAhead: 6 });
  const details = { email: 'ada@traveller.example', transportNumber: 'BA123' };
  const answer = await postAs(context, app.url, '/api/bookings', { holdId, details, replaces: old.bookingId });
  expect(answer.status, answer.text).toBe(201);
  const made = bookingSchema.parse(JSON.parse(answer.text));
  await page.goto(`/bookings/${old.bookingId}`);
  await expect(page.getByText('A change is on its way')).toBeVisible();
  await expect(qrOfBooking(page), 'the earlier one stands').toBeVisible();
  // Its last moment passes before the place of the new one confirms that.
  await app.control.setClock({ now: new Date(Date.parse(old.cancellation.until ?? '') + 1000).toISOString() });
  const orders = await app.control.orders(traveller.clientUserId);
  await app.control.confirm(orders.find((order) => order.status === 0)?.orderId ?? '');
  await page.goto(`/bookings/${made.bookingId}`);
  await expect(page.getByText('You have two bookings')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'See the earlier booking' }).click();
  await expect(page.getByText('this one could not be cancelled')).toBeVisible();
  await expect(qrOfBooking(page)).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed', 'confirmed'], visits: 2 });
});
