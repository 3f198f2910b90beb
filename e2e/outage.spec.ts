import { expect, test } from './fixtures/app';
import { makePass } from './fixtures/records';
import { chooseTime, fillDetails, scanPass } from './journey';

/** More calls than the story makes. */
const ALWAYS = 10_000;

test('with the vendor down hubs, places and passes are still there, booking says so with a reference, and nothing is lost', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  test.setTimeout(150_000);
  expectProblem(/status of 503/);
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await fillDetails(page);
  await app.control.addFault({ operation: '*', mode: 'fail', status: 503, times: ALWAYS });

  const second = await context.newPage();
  for (const path of ['/?q=manch', '/hubs/MAN', '/resources/N00001', '/hubs/LHR']) {
    expect((await second.goto(path))?.status(), path).toBe(200);
  }
  await expect(second.getByRole('link', { name: /Terminal|Lounge/ }).first()).toBeVisible();
  await second.goto(`/passes/${pass.passId}`);
  await scanPass(second);

  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByText('The lounge network does not answer')).toBeVisible();
  await expect(page.getByText(/Reference [0-9a-f-]{36}/)).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toEqual([]);

  await app.control.clearFaults();
  await expect(async () => {
    await page.getByRole('button', { name: 'Confirm booking' }).click();
    await expect(page).toHaveURL(/\/bookings\/bk_/, { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toHaveLength(1);
});
