import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { sidewaysOverflow } from './fixtures/measure';
import { makeBooking, makePass } from './fixtures/records';

test('trouble at the door: what to say, whom to call, where else, one tap from a pass', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  // The hub last looked at is where the traveller is taken to be.
  await page.goto('/hubs/MAN');
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain('MAN');
  await page.goto(`/passes/${passId}`);
  await page.getByText('Trouble at the door?').click();
  const help = page.getByRole('group').filter({ hasText: 'What to say at the desk' });
  await expect(help.getByText(/look it up in your DragonPass system/)).toBeVisible();
  await expect(help.getByText('The number under the code has 16 digits.')).toBeVisible();
  await expect(help.getByRole('link', { name: /^Call Layover/ })).toHaveAttribute('href', 'tel:+442079460100');
  await expect(help.getByRole('heading', { name: 'Open now in Manchester Airport' })).toBeVisible();
  const places = help.getByRole('listitem').getByRole('link');
  expect(await places.count()).toBeGreaterThan(0);
  for (const place of await places.all()) await expect(place).toContainText(/open (until \d\d:\d\d|all day)/);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysOverflow(page)).toEqual([]);
});

test('a booking’s way out stays in its terminal and on its side', async ({ app, page, context, signIn }) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  await page.getByText('Trouble at the door?').click();
  await expect(page.getByText(/I have a DragonPass booking for \d\d:\d\d/)).toBeVisible();
  const heading = page.getByRole('heading', { name: 'Open now in Terminal 1, airside' });
  await expect(heading).toBeVisible();
  const nearby = page.locator('section').filter({ has: heading });
  await expect(nearby.getByRole('link', { name: /DragonPass Lounge/ })).toHaveCount(0);
  await expect(nearby.getByRole('link', { name: 'See all places at Manchester Airport' })).toBeVisible();
});

test('a traveller who was turned away tells so by keyboard, and keeps the visit', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${bookingId}`);
  await page.getByText('Trouble at the door?').click();
  await page.getByRole('button', { name: 'They turned me away' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'They turned you away' });
  await expect(dialog.getByText('DragonPass Lounge')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tell what happened' }).press('Enter');
  const summary = dialog.getByRole('alert');
  await expect(summary).toBeFocused();
  await expectAccessible(page, 'what is still needed');
  await summary.getByRole('link', { name: 'Choose what they said.' }).press('Enter');
  await expect(dialog.getByRole('radio', { name: 'It is full' })).toBeFocused();
  await page.keyboard.press('Space');
  await dialog.getByLabel('When').selectOption('Half an hour ago');
  await dialog.getByLabel('In your own words (optional)').fill('No room until four.');
  await dialog.getByRole('button', { name: 'Tell what happened' }).press('Enter');
  await expect(dialog.getByText('Thank you, it is noted')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');
  const exported = await context.request.get(`${app.url}/api/account/export`);
  expect((await exported.json()).refusals).toMatchObject([
    { passId, bookingId, placeName: 'DragonPass Lounge', reason: 'full', words: 'No room until four.' },
  ]);
});

test('a pass asks where it was, and takes a place in one’s own words', async ({ app, page, context, signIn }) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  await page.goto(`/passes/${passId}?for=N00001`);
  await page.getByText('Trouble at the door?').click();
  await page.getByRole('button', { name: 'They turned me away' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Where')).toHaveValue('N00001');
  await dialog.getByLabel('Where').selectOption('Somewhere else');
  await dialog.getByRole('radio', { name: 'They do not take DragonPass' }).check();
  await dialog.getByRole('button', { name: 'Tell what happened' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say where it was.');
  await dialog.getByLabel('Name of the place').fill('Lounge by the fountain');
  await dialog.getByRole('button', { name: 'Tell what happened' }).click();
  await expect(dialog.getByText('Thank you, it is noted')).toBeVisible();
});
