import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { openSearch, option, remember } from './fixtures/search';

test('by touch, the field moves up to make room, and the first tap on a hit opens it', async ({ page }) => {
  const field = await openSearch(page);
  await field.tap();
  await expect.poll(async () => (await field.boundingBox())?.y).toBeLessThan(24);
  await field.pressSequentially('manch');
  const hit = option(page, /^MAN Manchester/);
  const box = await hit.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await hit.tap();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
});

test('what matched is marked, whatever its accents', async ({ page }) => {
  const field = await openSearch(page);
  for (const [typed, marked] of [
    ['zuri', 'Züri'],
    ['zuerich', 'Zürich'],
    ['são', 'São'],
    ['lhr', 'LHR'],
  ] as const) {
    await field.fill(typed);
    await expect(page.getByRole('option').first().locator('mark').first()).toHaveText(marked);
  }
});

test('a late answer to an earlier text never replaces the newer one', async ({ page, expectProblem }) => {
  expectProblem(/Failed to load resource/);
  await page.route('**/api/hubs/index', (route) => route.abort());
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isLateAnswered = false;
  await page.route(/\/api\/hubs\?q=lon&/, async (route) => {
    await held;
    // Leaving the text may have given the request up already.
    await route.continue().catch(() => undefined);
    isLateAnswered = true;
  });
  const field = await openSearch(page);
  const asked = page.waitForRequest(/\/api\/hubs\?q=lon&/);
  await field.fill('lon');
  await asked;
  await field.fill('manch');
  await expect(option(page, /^MAN Manchester/)).toBeVisible();
  release?.();
  await expect.poll(() => isLateAnswered).toBe(true);
  await expect(option(page, /^MAN Manchester/)).toBeVisible();
  await expect(page.getByRole('option', { name: /Heathrow/ })).toHaveCount(0);
});

test('a failure, no hit and an airport without a service are three messages', async ({ page, expectProblem }) => {
  expectProblem(/Failed to load resource/);
  await page.route('**/api/hubs/index', (route) => route.abort());
  await page.route('**/api/hubs?*', (route) => route.fulfill({ status: 503, json: {} }));
  const field = await openSearch(page);
  await field.fill('sen');
  await expect(page.getByRole('heading', { name: 'Search is not working right now' })).toBeVisible();
  await page.unroute('**/api/hubs?*');
  await page.getByRole('button', { name: 'Search again' }).click();
  await expect(field).toHaveValue('sen');
  await expect(page.getByRole('region', { name: 'Search results' })).toBeFocused();
  const hit = page.getByRole('region', { name: 'Search results' }).getByRole('listitem').first();
  await expect(hit).toContainText('No places yet');
  await expect(page.getByText(/^Nearest with places: London \(\w{3}\), \d+ km$/).first()).toBeVisible();
  await field.fill('xyzxyz');
  await expect(page.getByRole('heading', { name: 'Nothing found for “xyzxyz”' })).toBeVisible();
  await expect(field).toHaveValue('xyzxyz');
});

test('a recent hub that is no longer known hides no other, and recent hubs can be cleared', async ({ page, app }) => {
  await remember(page, app.url, 'MAN.QQQQ.CDG');
  await openSearch(page);
  const recent = page.getByRole('region', { name: 'Recent' });
  await expect(recent.getByRole('link')).toHaveText(['MANManchester', 'CDGParis']);
  await recent.getByRole('button', { name: 'Clear recent' }).click();
  await expect(recent).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Popular' })).toBeVisible();
  await expect(recent).toHaveCount(0);
});

test('a refused location says so, and search goes on', async ({ page, context }) => {
  await context.clearPermissions();
  const field = await openSearch(page);
  await page.getByRole('button', { name: 'Near me' }).tap();
  await expect(page.getByText(/^Your location is switched off for this page/)).toBeVisible();
  await field.fill('manch');
  await expect(option(page, /^MAN Manchester/)).toBeVisible();
});

test('a location that never comes is given up, and blocks nothing meanwhile', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.geolocation.getCurrentPosition = () => undefined;
  });
  await page.clock.install({ time: '2027-03-09T08:42:00.000Z' });
  await openSearch(page);
  await page.getByRole('button', { name: 'Near me' }).tap();
  await expect(page.getByText('Finding you…')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Popular' }).getByRole('link').first()).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(page.getByText(/^We could not find out where you are/)).toBeVisible();
});

test('near me is asked only after a tap, and its hubs can be tapped', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 53.36, longitude: -2.27 });
  await openSearch(page);
  await page.getByRole('button', { name: 'Near me' }).tap();
  const near = page.getByRole('region', { name: 'Near you' });
  await near.getByRole('link', { name: /^MAN Manchester/ }).tap();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
});

test('reloading, going on and coming back keep the text and its hits', { tag: '@both' }, async ({ page }) => {
  const field = await openSearch(page);
  await field.fill('manch');
  await expect(page).toHaveURL(/\/\?q=manch$/);
  await page.reload();
  const hit = page.getByRole('region', { name: 'Search results' }).getByRole('link', { name: /^MAN Manchester/ });
  await expect(hit).toBeVisible();
  await expect(field).toHaveValue('manch');
  await hit.click();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
  await page.goBack();
  await expect(field).toHaveValue('manch');
  await expect(hit).toBeVisible();
});

test('with the index in the browser, search goes on without a network, typos and scripts included', {
  tag: '@both',
}, async ({ page, context, expectProblem }) => {
  expectProblem(/Failed to load resource/);
  // Hits can only be the browser's own, and a server that fails does not hide them.
  await page.route('**/api/hubs?*', (route) => route.abort());
  const field = await openSearch(page);
  await field.fill('paris');
  await expect(option(page, /^CDG Paris/)).toBeVisible();
  await context.setOffline(true);
  for (const [typed, first] of [
    ['lodnon', /^LHR London/],
    ['東京', /^HND Tokyo/],
    ['muenchen', /^MUC Munich/],
    ['egll', /^LHR London/],
  ] as const) {
    await field.fill(typed);
    await expect(page.getByRole('option').first()).toHaveAccessibleName(first);
    await expect(page.getByText('You are offline')).toHaveCount(0);
  }
  await field.fill('xyzxyz');
  await expect(page.getByRole('heading', { name: 'Nothing found for “xyzxyz”' })).toBeVisible();
});

test('without a network and without the index, search says so, keeps the text and answers when the network is back', async ({
  page,
  context,
  expectProblem,
}) => {
  expectProblem(/ERR_INTERNET_DISCONNECTED/);
  const field = await openSearch(page);
  await context.setOffline(true);
  await field.fill('manch');
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await context.setOffline(false);
  await expect(option(page, /^MAN Manchester/)).toBeVisible();
  await expect(field).toHaveValue('manch');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test(`axe finds nothing on the open list (${colorScheme})`, { tag: '@both' }, async ({ page, app }) => {
      await remember(page, app.url, 'CDG.MAN');
      const field = await openSearch(page);
      await field.focus();
      for (const typed of ['', 'london', 'sen', 'xyzxyz']) {
        await field.fill(typed);
        await expect(page.getByRole('option').first().or(page.getByText('Nothing found'))).toBeVisible();
        await page.keyboard.press('ArrowDown');
        await expectAccessible(page, `“${typed}”`);
      }
    });
  });
}

test('two hundred characters, an emoji and a single letter are texts like any other', async ({ page }) => {
  const field = await openSearch(page);
  for (const typed of ['x'.repeat(200), '🛫']) {
    await field.fill(typed);
    await expect(page.getByRole('heading', { name: `Nothing found for “${typed}”` })).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'false');
  }
  await field.fill('l');
  await expect(page.getByRole('option').first()).toBeVisible();
});
