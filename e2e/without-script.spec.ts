import { expect, test } from './fixtures/app';
import { makePass } from './fixtures/records';
import { scanPass, signInAsDemo } from './journey';

test.use({ javaScriptEnabled: false });

test('without JavaScript a hub is found by the search form', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('City, airport or code').fill('manch');
  await page.getByLabel('City, airport or code').press('Enter');
  await expect(page).toHaveURL(/\/\?q=manch$/);
  await page
    .getByRole('link', { name: /Manchester/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
  await expect(page.getByRole('heading', { name: 'Terminal 1' })).toBeVisible();
});

test('without JavaScript a hub’s places are filtered and a place is read whole', async ({ page }) => {
  await page.goto('/hubs/MAN');
  await page
    .getByRole('link', { name: /^Fast Track/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: /Security Fast Track/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /DragonPass Lounge/ })).toHaveCount(0);
  await page.goto('/resources/N00001');
  await expect(page.getByRole('heading', { level: 1, name: 'DragonPass Lounge' })).toBeVisible();
  await expect(page.getByText('Airside, after security')).toBeVisible();
  await expect(page.getByText(/Free to cancel up to 24 hours before/)).toBeVisible();
});

test('without JavaScript a traveller signs in and shows a pass', async ({ app, page, context }) => {
  await page.goto('/sign-in?to=/passes');
  await signInAsDemo(page, '小明');
  await expect(page).toHaveURL(/\/passes$/);
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto('/passes');
  await page
    .getByRole('link', { name: /Lounge pass|Two lounge visits/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/passes/${pass.passId}$`));
  const [record] = await app.control.passes('demo-layover-xiaoming');
  expect(await scanPass(page)).toBe(record?.ePassId);
});
