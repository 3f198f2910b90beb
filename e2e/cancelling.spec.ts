import { SAMPLE_RESOURCES } from '../lib/sandbox/catalog/pinned';
import { expectAccessible } from './fixtures/accessible';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { alive } from './fixtures/measure';
import { makeBooking, makePass } from './fixtures/records';
import { qrOfBooking } from './fixtures/without-network';

test('the last day to give a booking back is counted down, and its end takes the button away', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId);
  const limitMs = Date.parse(booking.cancellation.until ?? '');
  await page.goto(`/bookings/${booking.bookingId}`);
  await expect(page.getByText(/^Free to cancel until .*\(Manchester\)\.$/)).toBeVisible();
  await expect(page.getByText(/left\.$/)).toHaveCount(0);
  const near = new Date(limitMs - 90 * 60_000).toISOString();
  await app.control.setClock({ now: near });
  await page.clock.install({ time: near });
  await page.reload();
  await expect(page.getByText(/^1 h (29|30) min left\.$/)).toBeVisible();
  await alive(page);
  await app.control.setClock({ now: new Date(limitMs + 1000).toISOString() });
  await page.clock.fastForward('01:30:02');
  await expect(page.getByText(/^Free cancellation ended .*\(Manchester\)\.$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel booking' })).toHaveCount(0);
  await expect(page.getByText('It is too late to change this booking.')).toBeVisible();
  await expect(qrOfBooking(page)).toBeVisible();
});

test('the question whether to cancel stays open past the deadline and says that it is too late', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId);
  const limitMs = Date.parse(booking.cancellation.until ?? '');
  const near = new Date(limitMs - 60_000).toISOString();
  await app.control.setClock({ now: near });
  await page.clock.install({ time: near });
  await page.goto(`/bookings/${booking.bookingId}`);
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toContainText('1 visit goes back to your pass.');
  await expect(dialog).toContainText('This cannot be undone.');
  await expect(dialog).toContainText(/Free to cancel until .*(1 min|Less than a minute) left\./);
  await app.control.setClock({ now: new Date(limitMs + 1000).toISOString() });
  await page.clock.fastForward('01:02');
  await expect(dialog).toContainText('Too late to cancel');
  await expect(dialog.getByRole('button', { name: 'Cancel booking' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Keep booking' }).click();
  await expect(qrOfBooking(page)).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ status: 1, cancelledAt: null }]);
});

test('what comes of a cancellation is on the page also when its question was closed before the answer', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  await expect(qrOfBooking(page)).toBeVisible();
  await app.control.addFault({ operation: 'cancel', mode: 'slow', ms: 1_500 });
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(dialog.getByRole('button', { name: 'Cancelling your booking' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('1 visit went back. Your pass has 2 of 2 left.')).toBeVisible();
  await expect(qrOfBooking(page)).toHaveCount(0);
});

test('consent that is missing is asked for where it is given, and nothing is sent before', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const resourceId = SAMPLE_RESOURCES.missingPolicy;
  const { bookingId } = await makeBooking(context, app, passId, { resourceId });
  await page.goto(`/bookings/${bookingId}`);
  await expect(page.getByText('You can ask; it may say no.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  const consent = dialog.getByRole('checkbox', { name: 'I understand that the place may say no.' });
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(consent).toBeFocused();
  await expect(consent).toHaveAccessibleDescription('Tick this before you cancel.');
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ status: 1 }]);
  await expectAccessible(page, 'consent');
  await consent.check();
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByRole('dialog', { name: 'Booking cancelled' })).toContainText('1 visit is back on your pass');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('1 visit went back. Your pass has 2 of 2 left.')).toBeVisible();
});

test('a cancellation whose answer is lost claims nothing, and trying again cancels once', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/Failed to load resource/);
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await page.route('**/cancel', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(dialog).toContainText('it may be cancelled already');
  await page.unroute('**/cancel');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByRole('dialog', { name: 'Booking cancelled' })).toContainText('2 of 2 left');
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ status: 3 }]);
  expect(await app.control.passes(traveller.clientUserId)).toMatchObject([{ usedUsages: 0 }]);
});

test('a booking cancelled elsewhere is told as cancelled, not as a failure', async ({
  app,
  page,
  context,
  signIn,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  expect((await postAs(context, app.url, `/api/bookings/${bookingId}/cancel`, {})).status).toBe(200);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByRole('dialog', { name: 'Booking cancelled' })).toContainText('2 of 2 left');
});
