import type { Page } from '@playwright/test';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';
import { chooseDay, chooseTime, fillDetails, heldFor, typeDetails } from './journey';

test.describe.configure({ timeout: 120_000 });

const PREBOOK = '/resources/N00001/prebook';

const confirm = (page: Page) => page.getByRole('button', { name: 'Confirm booking' });
const goOn = (page: Page) => page.getByRole('button', { name: 'Continue to your details' });
const chosenTime = (page: Page) => page.getByRole('group', { name: /^Times in/ }).getByRole('radio', { checked: true });
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** From the lounge's page to a held time, which it answers. */
async function heldTime(page: Page): Promise<string> {
  await page.goto('/resources/N00001');
  return chooseTime(page);
}

test.beforeEach(async ({ app, context, signIn }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
});

test('a connection lost at every step is said, keeps everything, and goes on when it is back', async ({
  app,
  page,
  context,
  traveller,
  expectProblem,
}) => {
  expectProblem(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  const offline = page.getByText('You are offline. Everything is kept');
  await page.goto(PREBOOK);
  await chooseDay(page, 3);
  const times = page.getByRole('group', { name: /^Times in/ }).getByRole('radio');
  await expect(times.nth(6)).toBeEnabled();

  await context.setOffline(true);
  await expect(offline).toBeVisible();
  await times.nth(6).check();
  await expect(page.getByText(/^We could not ask for/)).toBeVisible();
  await context.setOffline(false);
  await expect(offline).toHaveCount(0);
  await expect(heldFor(page), 'asked again by itself').toBeVisible();

  await goOn(page).click();
  await context.setOffline(true);
  await typeDetails(page);
  await expect(step(page, 'Review')).toBeVisible();
  await confirm(page).click();
  await expect(page.getByText('We send it again as soon as you are connected')).toBeVisible();
  await expect(times.nth(7), 'what was sent is not changed until its outcome is known').toBeDisabled();
  await context.setOffline(false);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toHaveLength(1);
});

test('an answer that was lost, and the page reloaded: sending again shows the booking that was made', async ({
  app,
  page,
  traveller,
  expectProblem,
}) => {
  expectProblem(/Failed to load resource/);
  await heldTime(page);
  await fillDetails(page);
  await page.route('**/api/bookings', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await confirm(page).click();
  await expect(page.getByText('you will not be booked twice')).toBeVisible();
  await page.unroute('**/api/bookings');
  // Long after the hold has ended, too.
  await app.control.setClock({ advanceMs: 3_600_000 });
  await page.reload();
  await expect(page.getByText('you will not be booked twice')).toBeVisible();
  await expectAccessible(page, 'on its way');
  await confirm(page).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toHaveLength(1);
  await page.goto(PREBOOK);
  await expect(chosenTime(page)).toHaveCount(0);
});

test('a change starts from the booking it replaces, says what becomes of it, and leaves other drafts alone', async ({
  app,
  page,
  context,
}) => {
  const at = await heldTime(page);
  const { passes } = await (await context.request.get('/api/passes')).json();
  const old = await makeBooking(context, app, passes[0].passId, { daysAhead: 6 });
  await page.goto(`${PREBOOK}?change=${old.bookingId}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Change booking' })).toBeVisible();
  await expect(page.getByText(/^Your booking of .* stands for now$/)).toBeVisible();
  await expect(page.getByText(/^It can be cancelled until .* in Manchester\.$/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Day' }).getByRole('radio', { checked: true })).toHaveValue(
    old.at.slice(0, 10),
  );
  await expect(chosenTime(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(PREBOOK);
  await expect(chosenTime(page)).toHaveValue(at);
});

test('a change that no visit is free for says so, and what to do', async ({ app, page, context }) => {
  const { passes } = await (await context.request.get('/api/passes')).json();
  const old = await makeBooking(context, app, passes[0].passId, { party: { adults: 2, children: 0 } });
  await page.goto(`${PREBOOK}?change=${old.bookingId}`);
  await expect(page.getByRole('heading', { name: 'No visit free for a second booking' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Get a pass' })).toBeVisible();
  await page.getByRole('link', { name: 'See your booking' }).click();
  await expect(page).toHaveURL(`/bookings/${old.bookingId}`);
});
