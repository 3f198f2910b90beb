import type { Locator, Page } from '@playwright/test';
import { SAMPLE_RESOURCES } from '../lib/sandbox/catalog/pinned';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { sidewaysOverflow } from './fixtures/measure';
import { makePass } from './fixtures/records';

const DAY_MS = 86_400_000;

const facts = (page: Page): Locator => page.getByRole('region', { name: 'Can I enter?' });
const actions = (page: Page): Locator => page.locator('[data-action-bar]');

async function expectInOrder(page: Page): Promise<void> {
  await expectAccessible(page);
  expect(await sidewaysOverflow(page)).toEqual([]);
}

test('a place’s rules are told as facts, in order, each with the place’s own words @both', async ({ page }) => {
  await page.goto(`/resources/${SAMPLE_RESOURCES.everyRule}`);
  await expect(facts(page).getByRole('listitem').locator('> div > p:first-child')).toHaveText([
    /side,/,
    'Open all day today',
    'Stay up to 3 hours',
    'Entry from 3 hours before departure',
    'Children',
    'What to wear',
    'Not after landing',
    'Bring a boarding pass for the same day',
    'Walk in with your pass',
    /^Prebook for up to \d people$/,
  ]);
  await expect(facts(page).locator('q')).toHaveText([
    'Maximum stay 3 hours.',
    'Entry up to 3 hours before departure.',
    'Children under 2 enter free; older ones use one visit each.',
    'Children must be with an adult at all times.',
    'Dress code: smart casual.',
    'No entry on arrival.',
    'A same-day boarding card is needed.',
    'Access is subject to space availability.',
  ]);
  const rules = page.getByRole('region', { name: 'Rules of the place' });
  await expect(rules).toContainText(/Maximum stay 3 hours\..*Alcoholic drinks are served to adults only\./);
  await expect(page.getByText(/^Last confirmed .+: \d{1,2} Mar 2027, \d\d:\d\d \(GMT\)$/)).toBeVisible();
  await expectInOrder(page);
});

test('a place that says nothing has nothing claimed of it', async ({ page }) => {
  await page.goto(`/resources/${SAMPLE_RESOURCES.noRules}`);
  await expect(page.getByText('The place has given no rules.')).toBeVisible();
  await expect(facts(page).locator('q')).toHaveCount(0);
  await expect(facts(page)).not.toContainText(/Stay up to|Children|wear|landing|boarding|Quotation/);
  await expect(facts(page)).toContainText('Entry is not guaranteed when it is full.');
  await expectInOrder(page);
});

test('rules in another language or from a web page, and codes nobody knows, leave the page whole', async ({ page }) => {
  await page.goto(`/resources/${SAMPLE_RESOURCES.unreadableHours}`);
  await expect(page.getByText('Höchstens drei Stunden Aufenthalt.')).toBeVisible();
  await expect(facts(page).locator('q')).toHaveText(['Opening hours follow the flight schedule. See venue.']);
  await expect(facts(page)).not.toContainText(/departures/);
  await expect(page.getByText('Free massage 10min')).toBeVisible();
  await expectInOrder(page);
  await page.goto(`/resources/${SAMPLE_RESOURCES.holidaysText}`);
  const rules = page.getByRole('region', { name: 'Rules of the place' });
  await expect(rules).toContainText('Smart casual – no beachwear');
  await expect(rules).not.toContainText(/[<>]|&\w+;/);
  await expect(facts(page).locator('q').first()).toHaveText(/^Closed on public holidays/);
  await expectInOrder(page);
});

test('a date with hours of its own is told when it is near, and when it is today', async ({ app, page }) => {
  const visitOn = async (now: string) => {
    await app.control.setClock({ now });
    await page.clock.setFixedTime(now);
    await page.goto(`/resources/${SAMPLE_RESOURCES.holidays}`);
  };
  await visitOn('2027-12-10T12:00:00.000Z');
  await expect(facts(page)).not.toContainText('25 Dec');
  await visitOn('2027-12-24T12:00:00.000Z');
  await expect(facts(page)).toContainText('Open all day today');
  await expect(facts(page)).toContainText(
    /Other hours on these dates\s*Sat 25 Dec\s*Closed\s*Fri 31 Dec\s*06:00–14:00/,
  );
  await expect(
    page.getByText('Open · until Sat 00:00, London time').or(page.getByText('Open · until 00:00')),
  ).toBeVisible();
  await visitOn('2027-12-25T12:00:00.000Z');
  await expect(facts(page)).toContainText('Closed today');
  await expect(facts(page)).toContainText('Not its usual hours for this day.');
  await expect(page.getByText('Opens tomorrow 00:00, London time')).toBeVisible();
  await expect(facts(page)).not.toContainText('Sat 25 Dec');
  await expectInOrder(page);
  await visitOn('2027-12-31T15:00:00.000Z');
  await expect(facts(page)).toContainText('Today 06:00–14:00');
});

test.describe('what cannot be done says why', () => {
  test('to a stranger, at a lane, and where there is no prebooking', async ({ app, page, context, signIn }) => {
    await page.goto('/resources/N00001');
    await expect(actions(page)).toContainText('Sign in to see whether your pass works here.');
    await signIn();
    await makePass(context, app, 'fast-track');
    await page.goto('/resources/C00001');
    await expect(actions(page)).toContainText('No walking in: book before you come.');
    await makePass(context, app, 'lounge-pair');
    // 08:42; this lounge opens in the evening.
    await page.goto('/resources/N00003');
    await expect(actions(page)).toContainText(
      'It is closed now and opens 20:00. No prebooking here: show your pass at the desk.',
    );
    await page.goto('/resources/N00001');
    await expect(actions(page)).toContainText('Your pass works here: 2 visits left.');
    await expectInOrder(page);
  });

  test('with a pass for other places, and with none', async ({ app, page, context, signIn }) => {
    await signIn();
    await page.goto('/resources/N00003');
    await expect(actions(page)).toContainText('You need a pass for this place.');
    await makePass(context, app, 'manchester-lounge');
    await page.goto('/resources/N00003');
    await expect(actions(page)).toContainText('Your pass works at other places only.');
    await expect(actions(page).getByRole('link', { name: 'Get a pass' })).toBeVisible();
    await expectInOrder(page);
  });

  test('with passes that are used up or expired, and no other to be had', async ({
    app,
    page,
    context,
    signIn,
    traveller,
  }) => {
    await signIn();
    await makePass(context, app, 'set-meal');
    await makePass(context, app, 'set-meal');
    for (const { ePassId } of await app.control.passes(traveller.clientUserId)) {
      await app.control.redeem({ ePassId, resourceId: SAMPLE_RESOURCES.setMeal });
    }
    // A pass that was read a moment ago is not asked about again.
    await app.control.setClock({ advanceMs: 60_000 });
    await page.goto(`/resources/${SAMPLE_RESOURCES.setMeal}`);
    await expect(actions(page)).toContainText(
      'Your pass has no visits left. Layover has no other pass for this place at the moment.',
    );
    await makePass(context, app, 'dining-coupon');
    await app.control.setClock({ advanceMs: 61 * DAY_MS });
    await page.goto(`/resources/${SAMPLE_RESOURCES.coupon}`);
    await expect(actions(page)).toContainText('Your pass has expired.');
    await expectInOrder(page);
  });
});
