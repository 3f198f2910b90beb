import { expect, test } from './fixtures/app';
import { signInAsDemo, walkJourney } from './journey';

test('a traveller searches, gets a pass, shows it, prebooks, cancels in time and has the visit back', async ({
  app,
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  const traveller = await signInAsDemo(page, 'Ada');
  await walkJourney(page, app, app.url, traveller, 'Two lounge visits');
});

test('a lounge found before signing in is where signing in leads back to', async ({ page }) => {
  await page.goto('/resources/N00001');
  await page.getByRole('link', { name: 'Sign in to use' }).click();
  await signInAsDemo(page, 'Zoë');
  await expect(page).toHaveURL(/\/resources\/N00001$/);
});
