import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app';
import { layoutShift, settled, sidewaysOverflow } from './fixtures/measure';
import { makeBooking, makePass } from './fixtures/records';

/** Fifteen pages a test. */
test.describe.configure({ timeout: 120_000 });

const PUBLIC = ['/', '/?q=london', '/?q=xyzxyz', '/hubs/LHR', '/resources/N00001', '/sign-in', '/privacy'];
const PRIVATE = ['/passes', '/passes/new', '/resources/N00001/prebook', '/bookings', '/activity', '/account'];

/** Every main page, with a pass and a booking on those that show them. */
async function pagesOf(page: Page, app: Parameters<typeof makePass>[1]): Promise<string[]> {
  const pass = await makePass(page.context(), app, 'lounge-pair');
  const booking = await makeBooking(page.context(), app, pass.passId);
  return [...PUBLIC, ...PRIVATE, `/passes/${pass.passId}`, `/bookings/${booking.bookingId}`];
}

test('nothing sticks out or is cut on a screen of 320 px', async ({ page, app, signIn }) => {
  await signIn();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of await pagesOf(page, app)) {
    await page.goto(path);
    await settled(page);
    expect.soft(await sidewaysOverflow(page), path).toEqual([]);
  }
});

test('nothing sticks out or is cut when text is twice its size', async ({ page, app, signIn }) => {
  await signIn();
  for (const path of await pagesOf(page, app)) {
    await page.goto(path);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await settled(page);
    expect.soft(await sidewaysOverflow(page), path).toEqual([]);
  }
});

test('nothing moves while a page loads', { tag: '@both' }, async ({ page, app, signIn }) => {
  await signIn();
  for (const path of await pagesOf(page, app)) {
    await page.goto(path);
    expect.soft(await layoutShift(page), path).toBe(0);
  }
});
