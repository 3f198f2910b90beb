import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app';
import { walkJourney } from './journey';

/** Posts the token the way a partner's app does: a page of another origin sends a form by itself. */
async function launchFromPartner(page: Page, launchUrl: string, fields: Record<string, string>): Promise<void> {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  const html = `<!doctype html><title>Partner</title><form method="post" action="${launchUrl}">${inputs.join('')}</form>
    <script>document.forms[0].submit()</script>`;
  const partner = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  const address = partner.address();
  if (address === null || typeof address === 'string') throw new Error('The partner’s page has no port.');
  try {
    const left = page.waitForURL((url) => url.port !== String(address.port) && url.protocol === 'http:');
    await page.goto(`http://127.0.0.1:${address.port}/`, { waitUntil: 'commit' });
    await left;
    await page.waitForLoadState('load');
  } finally {
    partner.closeAllConnections();
    partner.close();
  }
}

test('a traveller of another brand is signed in by the partner’s app and walks the same journey', async ({
  app,
  page,
  traveller,
}) => {
  const url = app.brandUrl('aurora');
  const token = await app.launchToken('aurora', traveller);
  await launchFromPartner(page, `${url}/launch`, { token, to: '/hubs/MAN' });
  await expect(page).toHaveURL(`${url}/hubs/MAN`);
  await expect(page.locator('html')).toHaveAttribute('data-brand', 'aurora');
  await walkJourney(page, app, url, traveller, 'Club member: two lounge visits');
});

test('a hand-over works once: the same token again signs nobody in and says so plainly', async ({
  app,
  page,
  traveller,
}) => {
  const token = await app.launchToken('layover', traveller);
  await launchFromPartner(page, `${app.url}/launch`, { token, to: '/account' });
  await expect(page).toHaveURL(`${app.url}/account`);
  await page.context().clearCookies();
  await launchFromPartner(page, `${app.url}/launch`, { token, to: '/account' });
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
});

const ELSEWHERE = ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'passes'];
for (const to of ELSEWHERE) {
  test(`a hand-over never leads to ${to}`, async ({ app, page, traveller }) => {
    const token = await app.launchToken('layover', traveller);
    await launchFromPartner(page, `${app.url}/launch`, { token, to });
    await expect(page).toHaveURL(`${app.url}/`);
  });
}

test('a token of one brand signs nobody in at another', async ({ app, page, traveller }) => {
  const token = await app.launchToken('meridian', traveller);
  const url = app.brandUrl('aurora');
  await launchFromPartner(page, `${url}/launch`, { token });
  await expect(page).toHaveURL(/aurora\.localhost:\d+\/sign-in\?/);
  expect(await page.context().cookies(url)).toEqual([]);
});

const WRONG = {
  'has expired': { exp: -10 },
  'lives longer than two minutes': { exp: 600 },
  'comes from the future': { iat: 60, exp: 120 },
};
for (const [what, offsets] of Object.entries(WRONG)) {
  test(`a token that ${what} signs nobody in`, async ({ app, page, traveller }) => {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const claims = Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, nowSeconds + offset]));
    const token = await app.launchToken('layover', traveller, claims);
    await launchFromPartner(page, `${app.url}/launch`, { token });
    await expect(page).toHaveURL(/\/sign-in\?/);
    expect(await page.context().cookies()).toEqual([]);
  });
}
