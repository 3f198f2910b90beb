import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures/app';
import { alive } from './fixtures/measure';
import { makeBooking, makePass } from './fixtures/records';
import type { App } from './fixtures/server';

/** Sixteen hours from Manchester, and on another day at the time of the story. */
test.use({ timezoneId: 'Pacific/Auckland' });

test('a phone in another zone sees a place’s hours, and whether it is open, by the place’s clock', async ({
  app,
  page,
}) => {
  // 08:42 in Manchester: open until 22:00. 21:42 on the phone.
  await page.goto('/resources/N00001');
  await expect(page.getByText('Open · until 22:00, Manchester time')).toBeVisible();
  await page.goto('/hubs/MAN');
  await expect(page.getByText('08:42')).toBeVisible();
  // Past midnight in Manchester: the lounge that closes at 04:00 is open, the one that opens at 05:00 is not.
  await app.control.setClock({ now: '2027-03-10T01:30:00.000Z' });
  await page.clock.setFixedTime('2027-03-10T01:30:00.000Z');
  await page.goto('/hubs/MAN');
  const card = (name: string) => page.getByRole('article').filter({ hasText: name });
  await expect(card('Night Owl Lounge')).toContainText('Open · until 04:00');
  await expect(card('DragonPass Lounge')).toContainText('Opens 05:00');
});

/** The vendor's clock, ours and the phone's. */
async function setNow(app: App, context: BrowserContext, now: string): Promise<void> {
  await app.control.setClock({ now });
  await context.clock.setFixedTime(now);
}

const cardOf = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name });

/** Through the nights in which clocks change: each line a moment, what the place's clock shows, and what its card says. */
const NIGHTS = [
  {
    what: 'Manchester, 20:00 to 04:00, as spring skips an hour',
    hub: 'MAN',
    place: 'Night Owl Lounge',
    moments: [
      ['2027-03-28T00:59:00Z', '00:59', 'Open · until 04:00'],
      ['2027-03-28T01:00:00Z', '02:00', 'Open · until 04:00'],
      ['2027-03-28T02:59:00Z', '03:59', 'Open · until 04:00'],
      ['2027-03-28T03:00:00Z', '04:00', 'Opens 20:00'],
    ],
  },
  {
    what: 'Manchester, 20:00 to 04:00, as autumn has an hour twice',
    hub: 'MAN',
    place: 'Night Owl Lounge',
    moments: [
      ['2027-10-31T00:30:00Z', '01:30', 'Open · until 04:00'],
      ['2027-10-31T01:30:00Z', '01:30', 'Open · until 04:00'],
      ['2027-10-31T03:59:00Z', '03:59', 'Open · until 04:00'],
      ['2027-10-31T04:00:00Z', '04:00', 'Opens 20:00'],
    ],
  },
  {
    what: 'Newark, 22:00 to 06:00, as spring skips an hour',
    hub: 'EWR',
    place: 'Compass Lounge',
    moments: [
      ['2027-03-14T06:59:00Z', '01:59', 'Open · until 06:00'],
      ['2027-03-14T07:00:00Z', '03:00', 'Open · until 06:00'],
      ['2027-03-14T10:00:00Z', '06:00', 'Opens 22:00'],
    ],
  },
  {
    what: 'Newark, 22:00 to 06:00, as autumn has an hour twice',
    hub: 'EWR',
    place: 'Compass Lounge',
    moments: [
      ['2027-11-07T05:30:00Z', '01:30', 'Open · until 06:00'],
      ['2027-11-07T06:30:00Z', '01:30', 'Open · until 06:00'],
      ['2027-11-07T10:59:00Z', '05:59', 'Open · until 06:00'],
      ['2027-11-07T11:00:00Z', '06:00', 'Opens 22:00'],
    ],
  },
] as const;

for (const { what, hub, place, moments } of NIGHTS) {
  test(`a lounge is open until the hour on its own door: ${what}`, async ({ app, context, page }) => {
    for (const [now, clock, chip] of moments) {
      await setNow(app, context, now);
      await page.goto(`/hubs/${hub}`);
      await expect(page.getByRole('time').first(), now).toHaveText(clock);
      await expect(cardOf(page, place), now).toContainText(chip);
      const open = page.getByRole('link', { name: /^Open now, \d+$/ });
      await open.click();
      await expect(page, now).toHaveURL(/\?open=1$/);
      await expect(cardOf(page, place), now).toHaveCount(chip.startsWith('Open ·') ? 1 : 0);
    }
  });
}

test('a hub that stays on screen says so when a lounge closes', async ({ app, page }) => {
  await app.control.setClock({ now: '2027-03-09T21:50:00.000Z' });
  await page.clock.install({ time: '2027-03-09T21:50:00.000Z' });
  await page.goto('/hubs/MAN');
  await expect(cardOf(page, 'DragonPass Lounge')).toContainText('Open · until 22:00');
  await alive(page);
  await app.control.setClock({ now: '2027-03-09T22:00:01.000Z' });
  await page.clock.fastForward('10:01');
  await expect(cardOf(page, 'DragonPass Lounge')).toContainText('Opens tomorrow 05:00');
  await expect(page.getByRole('time').first()).toHaveText('22:00');
});

test('a place that is looked at again after a while tells how it is now', async ({ app, context, page }) => {
  await page.goto('/resources/N00001');
  await expect(page.getByText('Open · until 22:00, Manchester time')).toBeVisible();
  await alive(page);
  await page.locator('summary', { hasText: 'Opening hours of the week' }).click();
  await setNow(app, context, '2027-03-09T22:30:00.000Z');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('Opens tomorrow 05:00, Manchester time')).toBeVisible();
  await expect(page.locator('details[open]'), 'what was opened stays open').toHaveCount(1);
});

test('a hub gone back to tells how it is now', async ({ app, context, page }) => {
  await page.goto('/hubs/MAN');
  await alive(page);
  await page.getByRole('link', { name: 'DragonPass Lounge' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'DragonPass Lounge' })).toBeVisible();
  await setNow(app, context, '2027-03-09T22:30:00.000Z');
  await page.goBack();
  await expect(cardOf(page, 'DragonPass Lounge')).toContainText('Opens tomorrow 05:00');
});

test('a hub looked at again without a connection stays as it was until there is one', async ({
  app,
  context,
  page,
}) => {
  await page.goto('/hubs/MAN');
  await alive(page);
  await setNow(app, context, '2027-03-09T22:30:00.000Z');
  await context.setOffline(true);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(cardOf(page, 'DragonPass Lounge')).toContainText('Open · until 22:00');
  await context.setOffline(false);
  await expect(cardOf(page, 'DragonPass Lounge'), 'the network alone brings it up to date').toContainText(
    'Opens tomorrow 05:00',
  );
});

test('times to book are the place’s, with the phone’s own beside them', async ({ app, page, context, signIn }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001/prebook');
  const times = page.getByRole('group', { name: 'Times in Manchester' });
  await page.locator('input[type=radio][value="2027-03-12"]').check();
  await expect(times.locator('label').filter({ hasText: '10:30' }).first()).toContainText('23:30 your time');
});

test('a booking and its deadline are told by the place’s clock, across the change of clocks', async ({
  app,
  page,
  context,
  signIn,
}) => {
  // The British clocks go forward on 28 March at 01:00; the visit is that afternoon.
  await app.control.setClock({ now: '2027-03-24T08:00:00.000Z' });
  await page.clock.setFixedTime('2027-03-24T08:00:00.000Z');
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId, { daysAhead: 4 });
  expect(booking.startsAt).toBe(`${booking.at}:00+01:00`);
  const until = Date.parse(booking.startsAt) - 24 * 3_600_000;
  expect(Date.parse(booking.cancellation.until ?? '')).toBe(until);
  await page.goto(`/bookings/${booking.bookingId}`);
  await expect(page.getByText(booking.at.slice(11), { exact: false }).first()).toBeVisible();
  // An hour earlier on the clock than the visit, because the night between is an hour short.
  const hour = String(Number(booking.at.slice(11, 13)) - 1).padStart(2, '0');
  await expect(
    page.getByText(new RegExp(`Free to cancel until .*27 Mar.*${hour}:${booking.at.slice(14)} \\(Manchester\\)`)),
  ).toBeVisible();
});
