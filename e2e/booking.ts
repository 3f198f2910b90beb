import { expect, type Locator, type Page } from '@playwright/test';
import type { Traveller } from './fixtures/brands';
import type { App } from './fixtures/server';
import { holdTime, typeDetails } from './journey';

/** The steps that the stories about bookings share. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** More calls than any story makes. */
export const ALWAYS = 10_000;
/** For what the server settles by itself: it looks every quarter of a minute. */
export const SETTLES = { timeout: 60_000 };

/** What the vendor calls the statuses of an order (dragonpass-api 3.3). */
const ORDER_STATUS: Record<number, string> = { 0: 'pending', 1: 'confirmed', 2: 'used', 3: 'cancelled' };

/** What the vendor itself knows of a traveller: each order's status, oldest first, and the visits taken off all passes. */
export async function vendorRecords(app: App, { clientUserId }: Pick<Traveller, 'clientUserId'>) {
  const [orders, passes] = await Promise.all([app.control.orders(clientUserId), app.control.passes(clientUserId)]);
  return {
    orders: orders.map(({ status }) => ORDER_STATUS[status]),
    visits: passes.reduce((sum, { usedUsages }) => sum + usedUsages, 0),
  };
}

/** From a place's prebooking page, over a time that is kept, to the review. Answers the time, on the place's clock. */
export async function openReview(
  page: Page,
  resourceId: string,
  { daysAhead, url = '' }: { daysAhead?: number; url?: string } = {},
): Promise<string> {
  await page.goto(`${url}/resources/${resourceId}/prebook`);
  const at = await holdTime(page, daysAhead);
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await typeDetails(page);
  await expect(confirmButton(page)).toBeVisible();
  return at;
}

export const confirmButton = (page: Page): Locator => page.getByRole('button', { name: 'Confirm booking' });

/** Confirms what the review says; ends at the page of the booking, which says `status`. */
export async function confirm(page: Page, status = 'Confirmed'): Promise<void> {
  await confirmButton(page).click();
  await expect(page).toHaveURL(/\/bookings\/bk_\w+$/, SETTLES);
  await expect(said(page, status).first()).toBeVisible(SETTLES);
}

export const review = (page: Page): Locator => page.getByRole('region', { name: 'Review' });

/** What stands in large letters, or on the chip, of a booking's page. */
export const said = (page: Page, text: string): Locator => page.getByRole('main').getByText(text, { exact: true });

export const qrOfBooking = (page: Page): Locator => page.getByRole('img', { name: 'QR code of your booking' });

/** Opens the question whether to give the booking on screen back. */
export async function askToCancel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toBeVisible();
  return dialog;
}

export const cancelIn = (dialog: Locator): Promise<void> =>
  dialog.getByRole('button', { name: 'Cancel booking' }).click();

/** Where the place does not say whether it takes bookings back, the traveller has to agree that it may say no. */
export async function consentIn(dialog: Locator): Promise<void> {
  const consent = dialog.getByRole('checkbox');
  if ((await consent.count()) > 0) await consent.check();
}

/** The vendor's clock, the server's and the phone's go on together. */
export async function pass(app: App, page: Page, ms: number): Promise<void> {
  const { now } = await app.control.setClock({ advanceMs: ms });
  await page.clock.setFixedTime(now);
}
