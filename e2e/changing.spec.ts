import { bookingSchema } from '../lib/contract/bookings';
import { SAMPLE_RESOURCES } from '../lib/sandbox/catalog/pinned';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { makeBooking, makeHold, makePass } from './fixtures/records';
import { qrOfBooking } from './fixtures/without-network';

const DETAILS = { email: 'ada@traveller.example', transportNumber: 'BA123' };

test('a booking with another in its place leads to it, and both say what became of the change', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const old = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${old.bookingId}`);
  await expect(page.getByRole('link', { name: /Change time or party/ })).toHaveAttribute(
    'href',
    `/resources/${SAMPLE_RESOURCES.lounge}/prebook?change=${old.bookingId}`,
  );
  const { holdId } = await makeHold(context, app, passId, { daysAhead: 6 });
  const body = { holdId, details: DETAILS, replaces: old.bookingId };
  const answer = await postAs(context, app.url, '/api/bookings', body);
  expect(answer.status, answer.text).toBe(201);
  const made = bookingSchema.parse(JSON.parse(answer.text));
  await page.goto(`/bookings/${made.bookingId}`);
  await expect(page.getByText('Changed', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(qrOfBooking(page)).toBeVisible();
  await page.getByRole('link', { name: 'See the earlier booking' }).click();
  await expect(page.getByText('You changed this booking')).toBeVisible();
  await expect(page.getByRole('link', { name: 'See the new booking' })).toHaveAttribute(
    'href',
    `/bookings/${made.bookingId}`,
  );
  await expect(qrOfBooking(page)).toHaveCount(0);
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
  const body = { holdId, details: DETAILS, replaces: old.bookingId };
  const answer = await postAs(context, app.url, '/api/bookings', body);
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
});
