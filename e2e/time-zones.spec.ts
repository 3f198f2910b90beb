import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';

/** Sixteen hours from Manchester, and on another day at the time of the story. */
test.use({ timezoneId: 'Pacific/Auckland' });

test('a phone in another zone sees a place’s hours, and whether it is open, by the place’s clock', async ({
  app,
  page,
}) => {
  // 08:42 in Manchester: open until 22:00. 21:42 on the phone.
  await page.goto('/resources/N00001');
  await expect(page.getByText('Open · until 22:00, Manchester time')).toBeVisible();
  await page.goto('/hubs/MAN');
  await expect(page.getByText('08:42')).toBeVisible();
  // Past midnight in Manchester: the lounge that closes at 04:00 is open, the one that opens at 05:00 is not.
  await app.control.setClock({ now: '2027-03-10T01:30:00.000Z' });
  await page.clock.setFixedTime('2027-03-10T01:30:00.000Z');
  await page.goto('/hubs/MAN');
  const card = (name: string) => page.getByRole('article').filter({ hasText: name });
  await expect(card('Night Owl Lounge')).toContainText('Open · until 04:00');
  await expect(card('DragonPass Lounge')).toContainText('Opens 05:00');
});

test('times to book are the place’s, with the phone’s own beside them', async ({ app, page, context, signIn }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001/prebook');
  const times = page.getByRole('group', { name: 'Times in Manchester' });
  await page.locator('input[type=radio][value="2027-03-12"]').check();
  await expect(times.locator('label').filter({ hasText: '10:30' }).first()).toContainText('23:30 your time');
});

test('a booking and its deadline are told by the place’s clock, across the change of clocks', async ({
  app,
  page,
  context,
  signIn,
}) => {
  // The British clocks go forward on 28 March at 01:00; the visit is that afternoon.
  await app.control.setClock({ now: '2027-03-24T08:00:00.000Z' });
  await page.clock.setFixedTime('2027-03-24T08:00:00.000Z');
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId, { daysAhead: 4 });
  expect(booking.startsAt).toBe(`${booking.at}:00+01:00`);
  const until = Date.parse(booking.startsAt) - 24 * 3_600_000;
  expect(Date.parse(booking.cancellation.until ?? '')).toBe(until);
  await page.goto(`/bookings/${booking.bookingId}`);
  await expect(page.getByText(booking.at.slice(11), { exact: false }).first()).toBeVisible();
  // An hour earlier on the clock than the visit, because the night between is an hour short.
  const hour = String(Number(booking.at.slice(11, 13)) - 1).padStart(2, '0');
  await expect(
    page.getByText(new RegExp(`Free to cancel until .*27 Mar.*${hour}:${booking.at.slice(14)} \\(Manchester\\)`)),
  ).toBeVisible();
});
