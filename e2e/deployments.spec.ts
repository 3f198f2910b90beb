import type { Page } from '@playwright/test';
import { startPostgres } from '../lib/testing/postgres';
import { handOver } from './fixtures/app';
import type { Traveller } from './fixtures/brands';
import { test } from './fixtures/browser';
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

/** By the machine's clock: a server does not follow the clock of a sandbox in another process. */
async function journeyOn(options: AppOptions, page: Page, traveller: Traveller): Promise<void> {
  const app = await startApp(options);
  try {
    await handOver(app, page.context(), traveller);
    await walkJourney(page, app, app.url, traveller, 'Two lounge visits');
  } finally {
    await app.stop();
  }
}
