import { expect, test } from './fixtures/app';
import { expectReached, openSearch, option, reached, remember } from './fixtures/search';

test.describe('by keyboard', { tag: '@desktop' }, () => {
  test('arrows go through the hits and back to the field, and Enter opens the one reached', async ({ page }) => {
    const field = await openSearch(page);
    await field.focus();
    await page.keyboard.type('manch');
    await expect(page.getByRole('option').first()).toHaveAccessibleName(/^MAN Manchester/);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await expectReached(page, field, /^MAN Manchester/);
    await page.keyboard.press('ArrowUp');
    await expect(reached(page)).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
    await expect(reached(page)).toHaveAccessibleName(
      (await page.getByRole('option').last().innerText()).replace(/\s+/g, ' '),
    );
    await page.keyboard.press('Home');
    await expect(reached(page)).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await expectReached(page, field, /^MAN Manchester/);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/hubs\/MAN$/);
  });

  test('Enter without a choice opens the hub whose code was typed', async ({ page }) => {
    await openSearch(page);
    await page.getByRole('combobox').fill('lhr');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/hubs\/LHR$/);
  });

  test('Escape closes the list, then clears the text, and the focus stays', async ({ page }) => {
    const field = await openSearch(page);
    await field.fill('lond');
    await expect(option(page, /London/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('region', { name: 'Search results' })).toHaveCount(0);
    await expect(field).toHaveValue('lond');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('region', { name: 'Search results' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
  });

  test('in the empty field, arrows go through recent and popular hubs', async ({ page, app }) => {
    await remember(page, app.url, 'CDG.MAN');
    const field = await openSearch(page);
    await field.focus();
    await expect(page.getByRole('listbox', { name: 'Suggestions' })).toMatchAriaSnapshot(`
      - listbox "Suggestions":
        - group "Recent":
          - option "CDG Paris"
          - option "MAN Manchester"
        - group "Popular":
          - option /places$/
    `);
    await page.keyboard.press('ArrowDown');
    await expectReached(page, field, /^CDG Paris/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expectReached(page, field, /places$/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/hubs\/MAN$/);
  });

  test('a screen reader hears of a combobox, of the count once the fingers rest, and of links elsewhere', async ({
    page,
  }) => {
    const field = await openSearch(page);
    await expect(page.getByRole('region', { name: 'Popular' }).getByRole('link').first()).toBeVisible();
    await field.pressSequentially('londo');
    await expect(page.getByRole('search')).toMatchAriaSnapshot(`
      - search:
        - combobox "City, airport or code" [expanded]: londo
        - button "Clear search"
        - button "Search"
    `);
    await expect(page.getByRole('status').first()).toHaveText(/^\d+ results$/);
    await expect(
      page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
    ).toHaveAccessibleName(/^LHR London Heathrow · United Kingdom \d+ places$/);
    await field.blur();
    await expect(page.getByRole('listbox')).toHaveCount(0);
    const links = page.getByRole('region', { name: 'Search results' }).getByRole('listitem').getByRole('link');
    await expect(links.first()).toHaveAttribute('href', '/hubs/LHR');
  });
});
