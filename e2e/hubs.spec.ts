import { ask } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { makePass } from './fixtures/records';

const BOTH = { tag: '@both' };

test('filters stand in the address: they survive reload and back, and count what they show', BOTH, async ({ page }) => {
  await page.goto('/hubs/MAN');
  await expect(page.getByRole('article')).toHaveCount(6);
  const filters = page.getByRole('navigation', { name: 'Filter places' });
  await filters.getByRole('link', { name: 'Lounges, 3' }).click();
  await expect(page).toHaveURL(/\?module=1$/);
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByRole('status').filter({ hasText: '3 places shown' })).toHaveCount(1);
  await filters.getByRole('link', { name: 'Open now, 2' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(filters.locator('[aria-current]')).toHaveText([/Lounges/, /Open now/]);
  await page.goBack();
  await expect(page).toHaveURL(/\?module=1$/);
  await expect(page.getByRole('article')).toHaveCount(3);
  // Pressing the one that is on takes it off again.
  await filters.getByRole('link', { name: 'Lounges, 3' }).click();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
  await expect(page.getByRole('article')).toHaveCount(6);
});

test('choosing a filter keeps the place on the page and the keyboard where they are', async ({ page }) => {
  await page.goto('/hubs/LHR');
  await page.evaluate(() => window.scrollTo({ top: 120, behavior: 'instant' }));
  const lounges = page.getByRole('link', { name: /^Lounges, \d+$/ });
  await lounges.focus();
  const before = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?module=1$/);
  await expect(lounges).toHaveAttribute('aria-current', 'true');
  await expect(lounges).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});

test('a filter far along the row is in view when its address is opened', async ({ page }) => {
  await page.goto('/hubs/LHR?side=landside');
  await expect(page.getByRole('link', { name: /^Landside, \d+$/ })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('filters that leave nothing offer to show everything', async ({ page }) => {
  await page.goto('/hubs/MAN?module=2&terminal=terminal+2');
  await expect(page.getByRole('heading', { name: 'No place matches these filters' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all places' }).click();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
  await expect(page.getByRole('article')).toHaveCount(6);
});

test('places of the traveller’s own pass come first and have a filter, for that traveller only', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const names = page.getByRole('article').getByRole('heading');
  // A link that somebody signed in has shared filters nothing for somebody who is not.
  await page.goto('/hubs/MAN?covered=1');
  await expect(names).toHaveCount(6);
  await expect(names.first()).toHaveText('DragonPass Lounge');
  await expect(page.getByRole('link', { name: /^Your pass/ })).toHaveCount(0);
  await signIn();
  await makePass(context, app, 'fast-track');
  await page.goto('/hubs/MAN');
  await expect(names.first()).toHaveText('Security Fast Track');
  await page.getByRole('link', { name: 'Your pass, 1' }).click();
  await expect(names).toHaveText(['Security Fast Track']);
});

test('within a terminal, what is open stands before what is not', async ({ page }) => {
  await page.goto('/hubs/MAN');
  const third = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Terminal 3' }) });
  // 08:42: the café is open, the lounge of the night is not, though the vendor names it first.
  await expect(third.getByRole('article').getByRole('heading')).toHaveText(['Two Beans Espresso', 'Night Owl Lounge']);
});

test('an airport without a place says so, and names the nearest three that have one', async ({ page }) => {
  await page.goto('/hubs/NQY');
  await expect(page.getByRole('heading', { name: 'No places here yet' })).toBeVisible();
  const nearest = page.getByRole('region', { name: 'Nearest with places' }).getByRole('link');
  await expect(nearest).toHaveText([/Cardiff.*\d+ km away/, /Bristol.*\d+ km away/, /\d+ km away/]);
});

test('a railway station and a port are hubs like any other, without an airport’s words', async ({ page }) => {
  for (const [hub, name] of [
    ['A10588', 'Paris Gare du Nord'],
    ['A10620', 'Port of Dover'],
  ] as const) {
    await page.goto(`/hubs/${hub}?side=airside`);
    await expect(page).toHaveTitle(`${name} · Layover`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    expect(await page.getByRole('article').count(), 'a side filters nothing here').toBeGreaterThan(1);
    await expect(page.getByRole('main')).not.toContainText(/airside|landside|security|flight|gate [A-Z0-9]/i);
  }
});

test('the map opens beside the page, at the hub', async ({ page }) => {
  await page.goto('/hubs/MAN');
  const map = page.getByRole('link', { name: 'Map (opens in a new tab)' });
  await expect(map).toHaveAttribute('target', '_blank');
  const address = new URL((await map.getAttribute('href')) ?? '');
  expect(address.searchParams.get('query')).toBe('53.35370,-2.27490');
});

for (const brand of ['layover', 'meridian'] as const) {
  test(`a link to a page of ${brand} says what it leads to, in that brand’s name`, async ({ app }) => {
    const origin = app.brandUrl(brand);
    const name = { layover: 'Layover', meridian: 'Meridian Bank' }[brand];
    const pages = [
      { path: '/', title: 'Find a lounge', type: null },
      { path: '/hubs/MAN', title: 'Manchester Airport (MAN)', type: 'Airport' },
      { path: '/resources/N00003', title: 'Night Owl Lounge, Manchester Airport', type: 'LocalBusiness' },
    ];
    for (const { path, title, type } of pages) {
      const { text } = await ask(`${origin}${path}${path === '/' ? '' : '?module=1'}`);
      const metaOf = (key: string) => new RegExp(`<meta (?:name|property)="${key}" content="([^"]*)"`).exec(text)?.[1];
      const canonical = new URL(path, origin).href;
      expect(/<title>([^<]*)</.exec(text)?.[1]).toBe(`${title} · ${name}`);
      expect(/<link rel="canonical" href="([^"]*)"/.exec(text)?.[1]).toBe(canonical);
      expect(metaOf('og:title')).toBe(title);
      expect(metaOf('og:site_name')).toBe(name);
      expect(metaOf('og:type')).toBe('website');
      expect(metaOf('og:url')).toBe(canonical);
      expect(metaOf('og:description')).toBe(metaOf('description'));
      expect(metaOf('twitter:card')).toBe('summary');
      // Nobody shall find places that do not exist.
      expect(metaOf('robots')).toBe('noindex');
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1];
      expect(block ? JSON.parse(block) : null).toEqual(
        type === null ? null : expect.objectContaining({ '@type': type, url: canonical }),
      );
    }
  });
}

test('nobody can have our server fetch a picture from anywhere but the vendor', async ({ app }) => {
  const refused = [
    'https://elsewhere.example/a.png',
    'http://image.dragonpass.com/a.png',
    'https://image.dragonpass.com@elsewhere.example/a.png',
    `http://127.0.0.1:${new URL(app.url).port}/api/health/live`,
    'http://169.254.169.254/latest/meta-data',
    '//elsewhere.example/a.png',
    '/api/images/N00001.svg',
    '/brand/logo',
  ];
  for (const url of refused) {
    const answer = await ask(`${app.url}/_next/image?${new URLSearchParams({ url, w: '256', q: '75' })}`);
    expect(answer.status, url).toBe(400);
  }
});
