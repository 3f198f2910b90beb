import { expect, test } from './fixtures/app';
import { makePass } from './fixtures/records';
import { chooseTime, fillDetails, heldFor, saidTaken, scanPass } from './journey';

/** Stories wait for a vendor that does not answer, and for the server to ask again. */
test.describe.configure({ timeout: 120_000 });

/** More calls than the story makes. */
const ALWAYS = 10_000;
const MINUTE_MS = 60_000;

test('with the vendor down, hubs, places and passes are still there', async ({ app, page, context, signIn }) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto(`/passes/${pass.passId}`);
  const code = await scanPass(page);
  await app.control.addFault({ operation: '*', mode: 'reset', times: ALWAYS });
  for (const path of ['/?q=manch', '/hubs/MAN', '/resources/N00001', '/hubs/SYD', '/passes', '/bookings']) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expect(page.getByText('Try again'), path).toHaveCount(0);
  }
  await page.goto('/hubs/SYD');
  expect(await page.getByRole('article').count()).toBeGreaterThan(3);
  // Long enough for what was read of the pass to be worth a second look.
  await app.control.setClock({ advanceMs: MINUTE_MS });
  await page.goto(`/passes/${pass.passId}`);
  expect(await scanPass(page)).toBe(code);
});

test('with the vendor down, asking for a time says so with a reference, keeps what was typed, and works again later', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/status of 503/);
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await page.getByLabel('Flight number').fill('lh 3344');
  await app.control.addFault({ operation: '*', mode: 'fail', status: 503, times: ALWAYS });
  const times = page.getByRole('group', { name: /^Times in/ }).getByRole('radio');
  await times.nth(16).check();
  await expect(page.getByText(/^We could not ask for/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^Reference [0-9a-f-]{36}$/)).toBeVisible();

  await app.control.clearFaults();
  await expect(async () => {
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(heldFor(page).or(saidTaken(page))).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  if (!(await heldFor(page).isVisible())) await times.nth(14).check();
  await expect(heldFor(page)).toBeVisible();
  await expect(page.getByLabel('Flight number')).toHaveValue('lh 3344');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([
    { requiredInfo: { transportNumber: 'LH3344' } },
  ]);
});

test('a booking that never reached the vendor is checked, then told as not made, and takes no visit', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await fillDetails(page);
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'before' });
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByText('We are checking').first()).toBeVisible();
  await expect(page.getByText(/^Reference bk_/)).toBeVisible();
  // The hold is over: nothing can become of the booking any more.
  await app.control.setClock({ advanceMs: 15 * MINUTE_MS });
  await expect(page.getByText('The booking never reached the place.')).toBeVisible({ timeout: 40_000 });
  expect(await app.control.orders(traveller.clientUserId)).toEqual([]);
  await page.goto(`/passes/${pass.passId}`);
  await expect(page.getByText('2 visits left').first()).toBeVisible();
});
