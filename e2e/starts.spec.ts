import type { Page } from '@playwright/test';
import { readySchema } from '../lib/contract/health';
import { hubSearchSchema } from '../lib/contract/hubs';
import { resourceListSchema } from '../lib/contract/resources';
import type { FaultInput } from '../lib/sandbox/http/faults';
import { ask } from './fixtures/api';
import { expect, test } from './fixtures/browser';
import { type App, startApp } from './fixtures/server';

test.describe.configure({ timeout: 180_000 });

/** More calls than any story makes. */
const ALWAYS = 100_000;
const VENDOR_DOWN: FaultInput = { operation: '*', mode: 'reset', times: ALWAYS };
/** A server that found nothing asks again after 5 s, 10 s, 20 s and so on. */
const RECOVERY_MS = 90_000;
const BURST = 50;

test('a server that starts while the vendor is down serves what it saved', async ({ page }) => {
  const app = await startApp({ sandbox: 'own-process' });
  try {
    await page.goto(`${app.url}/resources/N00001`);
    await app.control.addFault(VENDOR_DOWN);
    await app.restart();
    expect(await readiness(app)).toEqual({ status: 200, checks: { store: true, catalogue: true } });
    await page.goto(app.url);
    await expect(page.getByRole('region', { name: 'Popular' }).getByRole('link').first()).toBeVisible();
    await page.goto(`${app.url}/?q=manch`);
    await expect(page.getByRole('link', { name: /Manchester/ }).first()).toBeVisible();
    await page.goto(`${app.url}/hubs/MAN`);
    await expect(page.getByRole('article').filter({ hasText: 'DragonPass Lounge' })).toBeVisible();
    await page.goto(`${app.url}/resources/N00001`);
    await expect(page.getByText('Airside, after security')).toBeVisible();
    // Nobody has looked at these places before: their details were never read, and are missed, not waited for.
    const others = await page.goto(`${app.url}/hubs/SYD`);
    expect(others?.status()).toBe(200);
    expect(await page.getByRole('article').count()).toBeGreaterThan(3);
    await expect(page.getByText('Try again')).toHaveCount(0);
  } finally {
    await page.close();
    await app.stop();
  }
});

test('a server that starts while the vendor is down, and has nothing saved, says so until the vendor is back', async ({
  page,
  expectProblem,
}) => {
  expectProblem(/status of 503/);
  const app = await startApp({ sandbox: 'own-process', faults: [VENDOR_DOWN] });
  try {
    expect(await readiness(app)).toEqual({ status: 503, checks: { store: true, catalogue: false } });
    for (const [path, text] of [
      ['/', 'We cannot show any place right now'],
      ['/hubs/MAN', 'We cannot show this page right now'],
      ['/resources/N00001', 'We cannot show this place right now'],
      ['/?q=manchester', 'Search is not working right now'],
    ] as const) {
      await page.goto(app.url + path);
      await expect(page.getByText(text), path).toBeVisible();
      await expect(page.getByText(/^Reference [0-9a-f-]{36}$/).first(), path).toBeVisible();
      await expect(tryAgain(page), path).toBeVisible();
    }
    await expect(page.getByRole('searchbox').or(page.getByRole('combobox'))).toHaveValue('manchester');

    await app.control.clearFaults();
    await expect.poll(() => readiness(app), { timeout: RECOVERY_MS }).toMatchObject({ status: 200 });
    await tryAgain(page).click();
    await expect(page.getByRole('link', { name: /Manchester/ }).first()).toBeVisible();
    await page.goto(`${app.url}/hubs/MAN`);
    await expect(page.getByRole('article').filter({ hasText: 'DragonPass Lounge' })).toBeVisible();
  } finally {
    await page.close();
    await app.stop();
  }
});

test('fifty updates at once that break in the middle leave the places as they were, then all arrive', async ({
  page,
}) => {
  const app = await startApp({ sandbox: 'own-process' });
  try {
    const before = await placesOfBusiestHubs(app, BURST);
    for (const { resourceId, name } of before)
      await app.control.patchResource(resourceId, { resourceName: `${name} Nova` });
    // Far enough for something to have been read, not far enough for all of it.
    await app.control.addFault({ operation: '*', mode: 'fail', status: 503, skip: BURST / 2, times: ALWAYS });
    await app.restart();
    await expect.poll(() => app.log(), { timeout: RECOVERY_MS }).toMatch(/"event":"catalogue","result":"failed"/);
    expect(await callsStruck(app)).toBeGreaterThan(0);
    expect(await readiness(app)).toMatchObject({ status: 200 });
    expect(await namesOf(app, before)).toEqual(before.map(({ name }) => name));

    await app.control.clearFaults();
    const after = before.map(({ name }) => `${name} Nova`);
    await expect.poll(() => namesOf(app, before), { timeout: RECOVERY_MS }).toEqual(after);
    const [first] = before;
    await page.goto(`${app.url}/hubs/${first?.hub}`);
    await expect(page.getByRole('article').filter({ hasText: `${first?.name} Nova` })).toBeVisible();
    await page.goto(`${app.url}/resources/${first?.resourceId}`);
    await expect(page.getByRole('heading', { level: 1, name: `${first?.name} Nova` })).toBeVisible();
  } finally {
    await page.close();
    await app.stop();
  }
});

type ListedPlace = { hub: string; resourceId: string; name: string };

async function readiness(app: App) {
  const { status, text } = await ask(`${app.url}/api/health/ready`);
  return { status, checks: readySchema.parse(JSON.parse(text)).checks };
}

function tryAgain(page: Page) {
  const name = /^(Try|Search) again$/;
  return page.getByRole('link', { name }).or(page.getByRole('button', { name }));
}

async function placesOf(app: App, hub: string): Promise<ListedPlace[]> {
  const { text } = await ask(`${app.url}/api/hubs/${hub}/resources`);
  const { resources } = resourceListSchema.parse(JSON.parse(text));
  return resources.map(({ resourceId, name }) => ({ hub, resourceId, name }));
}

/** Places of the hubs that an empty search names first, `count` of them. */
async function placesOfBusiestHubs(app: App, count: number): Promise<ListedPlace[]> {
  const { text } = await ask(`${app.url}/api/hubs?limit=20`);
  const found: ListedPlace[] = [];
  for (const { hub } of hubSearchSchema.parse(JSON.parse(text)).hubs) {
    if (found.length < count) found.push(...(await placesOf(app, hub)));
  }
  expect(found.length).toBeGreaterThanOrEqual(count);
  return found.slice(0, count);
}

/** What the hubs' lists call these places now, in their order. */
async function namesOf(app: App, places: readonly ListedPlace[]): Promise<(string | undefined)[]> {
  const now = new Map<string, string>();
  for (const hub of new Set(places.map((place) => place.hub))) {
    for (const { resourceId, name } of await placesOf(app, hub)) now.set(resourceId, name);
  }
  return places.map(({ resourceId }) => now.get(resourceId));
}

/** How many of the vendor's answers a fault has spoiled. */
async function callsStruck(app: App): Promise<number> {
  const { faults } = await app.control.state();
  return faults.reduce((sum, fault) => sum + ALWAYS - fault.times, 0);
}
