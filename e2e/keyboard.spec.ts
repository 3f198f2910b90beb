import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app';
import { expectVendorRecords, heldFor, scanPass, scanVoucher } from './journey';

/** More stops than any page has. */
const MAX_STOPS = 150;

/** Presses Tab until the focus is on `target`, as somebody without a mouse has to. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return expectFocusShown(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/** Radios of one group are one stop; arrows move inside it. */
async function arrowTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`Arrows do not reach ${target}.`);
}

async function expectFocusShown(target: Locator): Promise<void> {
  const isShown = await target.evaluate((element) => {
    const near = [element, element.closest('label'), element.nextElementSibling, element.parentElement];
    const styles = near.flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::after')] : []));
    return styles.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0);
  });
  expect(isShown, `focus is shown on ${target}`).toBe(true);
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('the journey is walked with the keyboard alone', { tag: '@desktop' }, async ({ app, page, signIn, traveller }) => {
  test.setTimeout(120_000);
  await signIn();
  await page.goto('/');
  await tabTo(page, page.getByLabel('City, airport or code'));
  await page.keyboard.type('manch');
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/^MAN Manchester/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/hubs\/MAN$/);
  await pressOn(page, page.getByRole('link', { name: /DragonPass Lounge/ }));
  await pressOn(page, page.getByRole('link', { name: 'Get a pass' }));

  await expect(page).toHaveURL(/\/passes\/new/);
  await tabTo(page, page.getByRole('radio').first());
  await arrowTo(page, page.getByRole('radio', { name: 'Two lounge visits' }));
  await pressOn(page, page.getByRole('button', { name: 'Get this pass' }));
  await expect(page).toHaveURL(/\/passes\/ps_/);
  const passCode = await scanPass(page);
  await pressOn(page, page.getByRole('button', { name: 'Full screen, kept awake' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Full screen, kept awake' })).toBeFocused();
  await pressOn(page, page.getByRole('link', { name: 'Prebook a visit' }));

  await expect(page).toHaveURL(/\/prebook/);
  const days = page.getByRole('group', { name: 'Day' }).getByRole('radio');
  await tabTo(page, page.getByRole('group', { name: 'Day' }).getByRole('radio', { checked: true }));
  await arrowTo(page, days.nth(3));
  const times = page.getByRole('group', { name: /^Times in/ }).getByRole('radio');
  await expect(times.nth(6)).toBeAttached();
  await tabTo(page, times.first());
  await page.keyboard.press('Space');
  await arrowTo(page, times.nth(6));
  await expect(heldFor(page)).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Continue to your details' }));
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('ada@traveller.example');
  await tabTo(page, page.getByLabel('Flight number'));
  await page.keyboard.type('ba 123');
  await pressOn(page, page.getByRole('button', { name: 'Review your booking' }));
  await pressOn(page, page.getByRole('button', { name: 'Confirm booking' }));

  await expect(page).toHaveURL(/\/bookings\/bk_/);
  expect(await scanVoucher(page)).toMatch(/^\d{12}$/);
  await pressOn(page, page.getByRole('button', { name: 'Cancel booking' }));
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await pressOn(page, dialog.getByRole('button', { name: 'Cancel booking' }));
  await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible();
  await expectVendorRecords(app, traveller, passCode);
});
