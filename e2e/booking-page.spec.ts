import type { Page } from '@playwright/test';
import { SAMPLE_RESOURCES } from '../lib/sandbox/catalog/pinned';
import { expectAccessible } from './fixtures/accessible';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { alive } from './fixtures/measure';
import { makeBooking, makeHold, makePass } from './fixtures/records';
import { qrOfBooking } from './fixtures/without-network';

const HOUR_MS = 3_600_000;
const DETAILS = { email: 'ada@traveller.example', transportNumber: 'BA123' };

/** What is said to people who do not see the page change. */
const told = (page: Page) => page.getByRole('main').getByRole('status').first();

test('a booking nobody knows the outcome of comes to rest by itself, seldom asking', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'epass.orders', mode: 'garbage', times: 10_000 });
  const { bookingId, status } = await makeBooking(context, app, passId);
  expect(status).toBe('checking');
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes(bookingId) && asked.push(request.url()));
  await page.goto(`/bookings/${bookingId}`);
  await expect(page.getByText('We are checking').first()).toBeVisible();
  await expect(told(page)).toBeEmpty();
  await expect(page.getByText(`Reference ${bookingId}`)).toBeVisible();
  await expect(page.getByText('you will not be booked twice')).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel booking' })).toHaveCount(0);
  await app.control.clearFaults();
  await app.control.setClock({ advanceMs: 5_000 });
  await expect(qrOfBooking(page)).toBeVisible({ timeout: 20_000 });
  await expect(told(page)).toHaveText('Your booking has changed: Confirmed');
  expect(asked.length, 'the page asks seldom').toBeLessThan(15);
});

test('a booking that its place has yet to confirm has no code, says so, and gets it by itself', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId, { resourceId: SAMPLE_RESOURCES.pendingLounge });
  await page.goto(`/bookings/${bookingId}`);
  await expect(page.getByText('There is no code until then.')).toBeVisible();
  await expect(page.getByText(/^Checked at/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Get help' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toBeVisible();
  await expectAccessible(page, 'pending');
  const [order] = await app.control.orders(traveller.clientUserId);
  await app.control.confirm(order?.orderId ?? '');
  await app.control.setClock({ advanceMs: 60_000 });
  await expect(qrOfBooking(page)).toBeVisible({ timeout: 30_000 });
});

test('a booking that its place refused says why in our words, and what to do next', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { holdId, at } = await makeHold(context, app, passId);
  await app.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at, capacity: 0 });
  const answer = await postAs(context, app.url, '/api/bookings', { holdId, details: DETAILS });
  await app.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at, capacity: null });
  expect(answer.status, answer.text).toBe(409);
  await page.goto('/bookings');
  await page.getByRole('link', { name: /Not booked/ }).click();
  await expect(page.getByText('No visit was used.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Choose another time' })).toHaveAttribute(
    'href',
    `/resources/${SAMPLE_RESOURCES.lounge}/prebook`,
  );
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toHaveCount(0);
  await expectAccessible(page, 'refused');
});

test('a visit that was made shows no code any more, and cannot be given back', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId);
  await app.control.setClock({ now: booking.startsAt });
  await app.control.redeem({ voucher: booking.vouchers[0]?.code ?? '' });
  await app.control.setClock({ advanceMs: 2 * 60_000 });
  await page.goto(`/bookings/${booking.bookingId}`);
  await expect(page.getByText('This visit has been made.')).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel booking' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Change time or party' })).toHaveCount(0);
});

test('a booking moves from upcoming to past while the list is open, by the clock of its place', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId);
  const overMs = Date.parse(booking.startsAt) + 3 * HOUR_MS;
  const justBefore = new Date(overMs - 60_000).toISOString();
  await app.control.setClock({ now: justBefore });
  await page.clock.install({ time: justBefore });
  await page.goto('/bookings');
  await expect(page.getByRole('heading', { name: 'Past' })).toHaveCount(0);
  await alive(page);
  await app.control.setClock({ now: new Date(overMs + 1000).toISOString() });
  await page.clock.fastForward('01:02');
  await expect(page.getByRole('heading', { name: 'Past' })).toBeVisible();
  await expect(page.getByText('Nothing coming up.')).toBeVisible();
});

test('a booking says where it is, and what to do when late, also without JavaScript', async ({
  app,
  browser,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    viewport: { width: 390, height: 844 },
  });
  const page = await plain.newPage();
  await page.goto(`${app.url}/bookings/${bookingId}`);
  const way = page.getByRole('region', { name: 'Getting there' });
  await expect(way).toContainText('Manchester Airport · Terminal 1');
  await expect(way.getByRole('link', { name: 'Open map' })).toHaveAttribute(
    'href',
    /^https:\/\/www\.google\.com\/maps/,
  );
  await page.locator('summary', { hasText: 'If you are late' }).click();
  await expect(page.getByText(/^Desks read your code until .* in Manchester\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The place’s own rules may be stricter' })).toBeVisible();
  await plain.close();
});
