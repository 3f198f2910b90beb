import { expectAccessible } from './fixtures/accessible';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { newTraveller } from './fixtures/browser';
import { advanceWorker, cachedOnDevice, keptOnDevice, keptPass, liesOnDevice, untilKept } from './fixtures/device';
import { makePass } from './fixtures/records';
import { offlinePage, qrOfPass } from './fixtures/without-network';

test.use({ serviceWorkers: 'allow' });

const YEAR_MS = 366 * 86_400_000;

test('signing out erases everything of the traveller’s from the device', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const pass = await keptPass(app, page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/');
  expect(await keptOnDevice(page)).toEqual([]);
  for (const text of [pass.code ?? '', pass.passId, traveller.firstName])
    expect(await liesOnDevice(page, text)).toEqual([]);
  // The page that is open now has its worker again, and that keeps nothing of them either.
  await expect.poll(async () => (await cachedOnDevice(page)).map(({ path }) => path)).toContain('/offline');
  expect(await liesOnDevice(page, pass.passId)).toEqual([]);
  await context.setOffline(true);
  await page.goto(`/passes/${pass.passId}`);
  await expect(offlinePage(page)).toBeVisible();
});

test('signing out without a network erases at once, in every tab, and ends the session with the next connection', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  const other = await context.newPage();
  await other.goto(`/passes/${pass.passId}`);
  await page.goto('/account');
  await untilKept(page, [`/passes/${pass.passId}`]);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(await keptOnDevice(page)).toEqual([]);
  await other.reload();
  await expect(offlinePage(other)).toBeVisible();
  await context.setOffline(false);
  await page.goto(`/passes/${pass.passId}`);
  await expect(page.getByRole('heading', { name: 'Sign in to see your passes' })).toBeVisible();
  const session = await context.request.get('/api/session');
  expect(await session.json()).toMatchObject({ signedIn: false });
});

test('signing out without a network before anything was kept does not sign out whoever comes next', async ({
  page,
  context,
  signIn,
  expectProblem,
}) => {
  expectProblem(/Failed to load resource/);
  await page.goto('/help');
  const hasWorker = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
  await expect.poll(hasWorker, { timeout: 20_000 }).toBe(true);
  await context.route('**/api/device', (route) => route.abort());
  await signIn();
  await page.goto('/account');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await context.setOffline(false);
  await signIn({ traveller: newTraveller() });
  await page.goto('/account');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  expect(await (await context.request.get('/api/session')).json()).toMatchObject({ signedIn: true });
});

test('a second traveller on the same device sees nothing of the first', async ({ app, page, context, signIn }) => {
  await signIn();
  const pass = await keptPass(app, page);
  await signIn({ traveller: newTraveller() });
  await page.goto('/help');
  await untilKept(page, []);
  expect(await liesOnDevice(page, pass.passId)).toEqual([]);
  await context.setOffline(true);
  await page.goto(`/passes/${pass.passId}`);
  await expect(offlinePage(page)).toBeVisible();
  await expect(qrOfPass(page)).toHaveCount(0);
});

test('a session that is over erases what was kept under it when a kept page is asked for', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await keptPass(app, page);
  await context.clearCookies();
  await page.goto(`/passes/${pass.passId}`);
  await untilKept(page, []);
});

test('a pass that ends while there is no network shows why, and no code; nor does the device hold one', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await keptPass(app, page);
  await context.setOffline(true);
  await advanceWorker(context, 2 * YEAR_MS);
  await page.goto(`/passes/${pass.passId}`);
  await expect(page.getByRole('heading', { name: /^This pass ended on \d+ \w+ \d{4}$/ })).toBeVisible();
  await expect(qrOfPass(page)).toHaveCount(0);
  expect(await liesOnDevice(page, pass.code ?? '')).toEqual([]);
  await page.goto('/start');
  await expect(offlinePage(page)).toBeVisible();
});

test('a pass that is cancelled is kept no longer', async ({ app, page, context, signIn }) => {
  await signIn();
  const [gone, stays] = [await makePass(context, app, 'lounge-pair'), await makePass(context, app, 'lounge-single')];
  await page.goto('/account');
  await untilKept(page, [`/passes/${gone.passId}`, `/passes/${stays.passId}`]);
  const answer = await postAs(context, app.url, `/api/passes/${gone.passId}/cancel`, {});
  expect(answer.status).toBe(200);
  await page.goto('/account');
  await untilKept(page, [`/passes/${stays.passId}`]);
});

test('the account lists what is on the device and erases it, until it is wanted again', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto('/passes');
  await untilKept(page, [`/passes/${pass.passId}`]);
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'On this device' });
  await expect(section.getByRole('link', { name: 'Two lounge visits' })).toBeVisible();
  await section.getByRole('button', { name: 'Erase from this device' }).click();
  await expect(section).toContainText('Nothing is kept');
  expect(await keptOnDevice(page)).toEqual([]);
  await page.goto(`/passes/${pass.passId}`);
  await page.goto('/account');
  await expect(section).toContainText('Nothing is kept');
  await section.getByRole('button', { name: 'Keep my passes here' }).click();
  await expect(section.getByRole('link', { name: 'Two lounge visits' })).toBeVisible();
  await untilKept(page, [`/passes/${pass.passId}`]);
  await expectAccessible(page);
});
