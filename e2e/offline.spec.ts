import { expectAccessible } from './fixtures/accessible';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { advanceWorker, cachedOnDevice, keptPass, liesOnDevice, untilKept } from './fixtures/device';
import { readQr } from './fixtures/qr';
import { makeBooking, makePass } from './fixtures/records';
import { asOf, offlinePage, qrOfBooking, qrOfPass } from './fixtures/without-network';
import { walkJourney } from './journey';

test.use({ serviceWorkers: 'allow' });

test('a pass never opened before opens in airplane mode after one view of any page, and says as of when', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await keptPass(app, page);
  await context.setOffline(true);
  await page.goto(`/passes/${pass.passId}`);
  await expect(qrOfPass(page)).toBeVisible();
  expect(await readQr(qrOfPass(page))).toBe(pass.code);
  await expect(asOf(page)).toBeVisible();
  await page.reload();
  await expect(qrOfPass(page)).toBeVisible();
  await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('a page shown from its copy claims nothing about where its traveller is by then', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await makePass(context, app, 'manchester-lounge');
  await page.goto('/hubs/LHR');
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain('LHR');
  await page.goto(`/passes/${pass.passId}`);
  await untilKept(page, [`/passes/${pass.passId}`]);
  const warning = page.getByText(/^This pass does not work at /);
  await expect(warning).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(qrOfPass(page)).toBeVisible();
  await expect(warning).toBeHidden();
});

test('a pass kept a moment ago is there before the server answers, and gives way when it was cancelled elsewhere', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await keptPass(app, page);
  await advanceWorker(context, 60_000);
  await page.goto(`/passes/${pass.passId}`);
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'at-once');
  expect(await readQr(qrOfPass(page))).toBe(pass.code);
  await expect(asOf(page)).toBeHidden();
  await advanceWorker(context, 60_000);
  // Not through the worker, as from another device.
  expect((await postAs(context, app.url, `/api/passes/${pass.passId}/cancel`, {})).status).toBe(200);
  await page.goto('/help');
  await page.goto(`/passes/${pass.passId}`);
  await expect(page.getByText('This pass was cancelled and cannot be used any more.')).toBeVisible();
  await expect(qrOfPass(page)).toHaveCount(0);
});

test('the app started cold without a network shows what its traveller is on the way to', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, pass.passId, { daysAhead: 1 });
  await page.goto('/start');
  await untilKept(page, [`/bookings/${booking.bookingId}`, `/passes/${pass.passId}`]);
  await page.close();
  await context.setOffline(true);
  const started = await context.newPage();
  await started.goto('/start');
  await expect(started).toHaveURL(/\/(bookings|passes)\/\w+$/);
  await expect(asOf(started)).toBeVisible();
  await started.goto(`/bookings/${booking.bookingId}`);
  expect(await readQr(qrOfBooking(started))).toBe(booking.vouchers[0]?.code);
});

test('from a page that is open, taps lead to what is kept, and to a page that lists it where it is not', async ({
  app,
  page,
  context,
  signIn,
  expectProblem,
}) => {
  expectProblem(/Failed to (fetch RSC payload|load resource)/);
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, pass.passId);
  await page.goto(`/passes/${pass.passId}`);
  await untilKept(page, [`/bookings/${booking.bookingId}`, `/passes/${pass.passId}`]);
  await context.setOffline(true);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Bookings' }).click();
  await expect(offlinePage(page)).toBeVisible();
  await expect(page).toHaveURL('/bookings');
  await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Two lounge visits/ })
    .click();
  await expect(qrOfPass(page)).toBeVisible();
  await page.goBack();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Lounge/ })
    .first()
    .click();
  await expect(qrOfBooking(page)).toBeVisible();
  await context.setOffline(false);
  await page.goto('/bookings');
  await expect(page.getByRole('heading', { name: 'Bookings', level: 1 })).toBeVisible();
  await expect(asOf(page)).toBeHidden();
});

test('a page that is not kept says so in the brand’s look, and nothing personal but the tickets is kept', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto('/activity');
  await page.goto('/account');
  await page.goto(`/passes/${pass.passId}`);
  await untilKept(page, [`/passes/${pass.passId}`]);
  await expect.poll(async () => (await cachedOnDevice(page)).map(({ path }) => path)).toContain('/');
  const entries = await cachedOnDevice(page);
  const others = entries.filter(({ path }) => !/^\/(_next\/static|brand)\//.test(path));
  const allowed = ['/', '/api/hubs/index', '/offline', '/offline/record', `/passes/${pass.passId}`];
  expect(others.map(({ path }) => path).filter((path) => !allowed.includes(path))).toEqual([]);
  const places = await liesOnDevice(page, traveller.firstName);
  expect(places.map((place) => new URL(place.replace(/^[\w-]+: /, '')).pathname)).toEqual([`/passes/${pass.passId}`]);
  await context.setOffline(true);
  for (const path of ['/activity', '/account', '/hubs/MAN', '/passes/ps_unknown']) {
    await page.goto(path);
    await expect(offlinePage(page)).toBeVisible();
    await expect(page.getByText(traveller.lastName)).toHaveCount(0);
  }
  await expect(page.locator('html')).toHaveAttribute('data-brand', 'layover');
});

test('the app can be installed: a manifest a brand, with its icons', async ({ app, page }) => {
  for (const brand of ['layover', 'meridian', 'aurora'] as const) {
    const url = app.brandUrl(brand);
    await page.goto(`${url}/help`);
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = await page.evaluate(async (path) => (await fetch(path)).json(), href ?? '');
    expect(manifest).toMatchObject({ start_url: '/start', display: 'standalone', scope: '/' });
    const apple = (await page.locator('link[rel=apple-touch-icon]').getAttribute('href')) ?? '';
    for (const src of [apple, ...manifest.icons.map((icon: { src: string }) => icon.src)]) {
      const size = await page.evaluate(
        async (path) => (await createImageBitmap(await (await fetch(path)).blob())).width,
        src,
      );
      expect(size, src).toBeGreaterThanOrEqual(180);
    }
  }
});

test('finding a place, getting a pass, booking and cancelling work with the worker as they do without it', async ({
  app,
  page,
  signIn,
  traveller,
}) => {
  await signIn();
  await page.goto('/account');
  await untilKept(page, []);
  await expect.poll(async () => (await cachedOnDevice(page)).length, { timeout: 20_000 }).toBeGreaterThan(0);
  await walkJourney(page, app, app.url, traveller, 'Two lounge visits');
});

test('the search works from a cold start without a network', async ({ page, context, signIn, expectProblem }) => {
  // What is typed before the index is unpacked is asked of the server, in vain.
  expectProblem(/Failed to load resource/);
  await signIn();
  await page.goto('/account');
  const paths = async () => (await cachedOnDevice(page)).map(({ path }) => path);
  await expect.poll(paths, { timeout: 20_000 }).toContain('/api/hubs/index');
  await page.close();
  await context.setOffline(true);
  const started = await context.newPage();
  await started.goto('/');
  await started.getByLabel('City, airport or code').fill('lodnon');
  const results = started.getByRole('region', { name: 'Search results' });
  await expect(results.getByText(/Heathrow/).first()).toBeVisible();
  await expect(asOf(started)).toBeVisible();
});
