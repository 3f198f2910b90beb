import type { Page } from '@playwright/test';
import { startPostgres } from '../lib/testing/postgres';
import { ask, postAs } from './fixtures/api';
import { handOver } from './fixtures/app';
import type { Traveller } from './fixtures/brands';
import { expect, test } from './fixtures/browser';
import { readQr } from './fixtures/qr';
import { makePass } from './fixtures/records';
import { type AppOptions, startApp } from './fixtures/server';
import { walkJourney } from './journey';

test.describe.configure({ timeout: 180_000 });

for (const version of ['v1', 'v2'] as const) {
  test(`the journey works with a sandbox in its own process that speaks ${version}`, async ({ page, traveller }) => {
    await journeyOn({ sandbox: 'own-process', version }, page, traveller);
  });
}

test('the journey works on a real PostgreSQL', async ({ page, traveller }) => {
  const postgres = await startPostgres();
  test.skip(postgres === null, 'NO POSTGRESQL CAN BE HAD ON THIS MACHINE: the journey on it was not walked.');
  try {
    await journeyOn({ databaseUrl: postgres?.databaseUrl ?? '' }, page, traveller);
  } finally {
    await postgres?.stop();
  }
});

test('with real credentials nothing of the demo is there, and a host of no brand is not served', async ({
  page,
  traveller,
  expectProblem,
}) => {
  expectProblem(/status of 404/);
  const app = await startApp({ sandbox: 'own-process', isLive: true });
  try {
    await page.goto(`${app.url}/sign-in`);
    await expect(page.getByText(/^Demo:/)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Ada/ })).toHaveCount(0);
    const demo = await postAs(page.context(), app.url, '/api/session/demo', { traveller: 'ada' });
    expect(demo.status).toBe(404);
    const unknown = app.url.replace('localhost', 'lounges.example');
    for (const path of ['/', '/hubs/MAN', '/api/hubs?q=man', '/api/session']) {
      expect((await ask(unknown + path)).status, path).toBe(404);
    }
    await handOver(app, page.context(), traveller);
    await makePass(page.context(), app, 'lounge-pair');
    expect(await app.control.passes(traveller.clientUserId)).toHaveLength(1);
  } finally {
    // A page that is still there would go on fetching from a server that is gone.
    await page.close();
    await app.stop();
  }
});

test('a pass that begins later says from when, and shows no code until then', async ({ page, traveller }) => {
  // Only version 2 has passes that begin later, and ours begin as they are issued: so the clock goes back afterwards.
  const app = await startApp({ version: 'v2' });
  try {
    await app.control.setClock({ now: '2027-03-15T08:00:00Z' });
    await handOver(app, page.context(), traveller);
    const { passId, code } = await makePass(page.context(), app, 'lounge-pair');
    await app.control.setClock({ now: '2027-03-09T08:00:00Z' });
    await page.goto(`${app.url}/passes/${passId}`);
    await expect(page.getByText('This pass can be used from 15 Mar 2027.')).toBeVisible();
    await expect(page.getByRole('img', { name: 'QR code of your pass' })).toHaveCount(0);
    await expect(page.getByText(code?.slice(-4) ?? '', { exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Full screen, kept awake' })).toHaveCount(0);
    await app.control.setClock({ now: '2027-03-15T08:01:00Z' });
    await page.reload();
    expect(await readQr(page.getByRole('img', { name: 'QR code of your pass' }))).toBe(code);
  } finally {
    await page.close();
    await app.stop();
  }
});

/** By the machine's clock: a server does not follow the clock of a sandbox in another process. */
async function journeyOn(options: AppOptions, page: Page, traveller: Traveller): Promise<void> {
  const app = await startApp(options);
  try {
    await handOver(app, page.context(), traveller);
    await walkJourney(page, app, app.url, traveller, 'Two lounge visits');
  } finally {
    // A page that is still there would go on fetching from a server that is gone.
    await page.close();
    await app.stop();
  }
}
