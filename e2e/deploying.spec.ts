import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures/app';
import type { Traveller } from './fixtures/brands';
import { deployBefore } from './fixtures/deployment';
import { cachedOnDevice, untilKept } from './fixtures/device';
import { makePass } from './fixtures/records';
import type { App } from './fixtures/server';
import { asOf, qrOfPass } from './fixtures/without-network';

test.use({ serviceWorkers: 'allow' });

async function signInAt(url: string, app: App, context: BrowserContext, traveller: Traveller): Promise<void> {
  const token = await app.launchToken('layover', traveller);
  const answer = await context.request.post(`${url}/launch`, { form: { token }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}

test('a new build reaches people without a reload, and what the old one left open or kept goes on working', async ({
  app,
  page,
  context,
  traveller,
  expectProblem,
}) => {
  expectProblem(/Failed to (fetch RSC payload|load resource)/);
  const site = await deployBefore(app.url);
  try {
    await signInAt(site.url, app, context, traveller);
    const pass = await makePass(context, app, 'lounge-pair', site.url);
    const path = `/passes/${pass.passId}`;
    await page.goto(site.url + path);
    await untilKept(page, [path]);
    await page.evaluate(() => document.documentElement.setAttribute('data-story', 'first'));
    site.deploySecond();
    const other = await context.newPage();
    await other.goto(`${site.url}/help`);
    await expect
      .poll(() => other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null))
      .toBe(true);
    // The page of the first build was not touched, and still finds the script of a dialog that it had not loaded yet.
    await expect(page.locator('html')).toHaveAttribute('data-story', 'first');
    await page.getByRole('button', { name: 'Cancel this pass' }).click();
    await expect(page.getByRole('dialog', { name: 'Cancel this pass?' })).toBeVisible();
    site.hang(true);
    await page.goto(site.url + path);
    await expect(qrOfPass(page)).toBeVisible();
    await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    site.hang(false);
    // Once no page of the first build is open, the second takes over, and what only the first needed goes.
    await page.goto(site.url + path);
    await expect(asOf(page)).toBeHidden();
    await page.close();
    await other.close();
    const later = await context.newPage();
    await later.goto(site.url + path);
    const files = async () => (await cachedOnDevice(later)).map((entry) => entry.path);
    await expect.poll(async () => (await files()).some((file) => file.includes('/chunks-of-the-second/'))).toBe(true);
    await expect.poll(async () => (await files()).filter((file) => file.includes('/static/chunks/'))).toEqual([]);
    await context.setOffline(true);
    await later.reload();
    await expect(qrOfPass(later)).toBeVisible();
    await expect(asOf(later)).toBeVisible();
    await later.close();
  } finally {
    await site.stop();
  }
});

test('on a network that swallows everything, a kept pass is there at once, and after three seconds when news is asked for', async ({
  app,
  page,
  context,
  traveller,
}) => {
  const site = await deployBefore(app.url);
  try {
    await signInAt(site.url, app, context, traveller);
    const pass = await makePass(context, app, 'lounge-pair', site.url);
    await page.goto(`${site.url}/account`);
    await untilKept(page, [`/passes/${pass.passId}`]);
    site.hang(true);
    await page.goto(`${site.url}/passes/${pass.passId}`);
    await expect(page.locator('html')).toHaveAttribute('data-kept', 'at-once');
    await expect(qrOfPass(page)).toBeVisible();
    const askedMs = Date.now();
    await page.reload();
    expect(Date.now() - askedMs).toBeGreaterThanOrEqual(2_900);
    await expect(qrOfPass(page)).toBeVisible();
    await expect(asOf(page)).toBeVisible();
  } finally {
    await page.close();
    await site.stop();
  }
});
