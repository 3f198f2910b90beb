import { confirm, confirmButton, HOUR_MS, MINUTE_MS, openReview, pass, vendorRecords } from './booking';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { makePass } from './fixtures/records';
import { chooseDay, heldFor, holdTime, saidTaken } from './journey';

test.describe.configure({ timeout: 120_000 });

test('a time lost at the last moment costs nothing but the time: everything typed is kept and others are offered', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  await makePass(context, app, 'lounge-pair');
  const at = await openReview(page, 'N00001');
  // The hold ends without the phone noticing, and somebody else takes the room that was kept.
  await app.control.setClock({ advanceMs: HOUR_MS / 2 });
  await app.control.setSlot({ resourceId: 'N00001', at, capacity: 0 });
  await confirmButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'That time has just gone' });
  await expect(dialog).toContainText('Everything else is kept.');
  await expectAccessible(page, 'the time that has gone');
  await dialog
    .getByRole('button', { name: /^\d{2}:\d{2}/ })
    .first()
    .click();
  await expect(heldFor(page)).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ada@traveller.example');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await confirm(page);
  const [order] = await app.control.orders(traveller.clientUserId);
  expect(order?.at).not.toBe(at);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
  await app.control.setSlot({ resourceId: 'N00001', at, capacity: null });
});

test('a time that the place keeps no longer is asked for again with one tap, and the booking goes on', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  const at = await openReview(page, 'N00001');
  await pass(app, page, 11 * MINUTE_MS);
  await expect(page.getByText(`${at.slice(11)} is no longer held for you.`)).toBeVisible();
  await expect(heldFor(page)).toHaveCount(0);
  await expectAccessible(page, 'a hold that ended');
  await page.getByRole('button', { name: 'Hold it again' }).click();
  await expect(heldFor(page)).toBeVisible();
  await expect(page.getByLabel('Flight number')).toHaveValue('ba 123');
  const review = page.getByRole('button', { name: 'Review your booking' });
  if (await review.isVisible()) await review.click();
  await confirm(page);
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ at, status: 1 }]);
});

test('a hold that ended unseen is found out when confirming: the same time is free, held again, and booked once', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  await makePass(context, app, 'lounge-pair');
  const at = await openReview(page, 'N00001');
  // The phone slept: its clock stands still while the place lets go.
  await app.control.setClock({ advanceMs: 11 * MINUTE_MS });
  await confirmButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'That time has just gone' });
  await expect(dialog).toContainText('It is free after all, and held for you again.');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const review = page.getByRole('button', { name: 'Review your booking' });
  if (await review.isVisible()) await review.click();
  await confirm(page);
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ at, status: 1 }]);
});

test('a time that is taken is told at once, with the free ones near it; on a day without any, another day is the way on', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001/prebook');
  const at = await holdTime(page, 5);
  const times = page.getByRole('group', { name: /^Times in/ }).getByRole('radio');
  const all = await times.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
  const setRoom = async (slots: string[], capacity: number | null) => {
    for (const slot of slots) await app.control.setSlot({ resourceId: 'N00001', at: slot, capacity });
  };
  const others = all.filter((slot) => slot !== at);
  await setRoom(all, 0);
  await page.locator(`input[type=radio][value="${others[8]}"]`).check();
  await expect(saidTaken(page)).toBeVisible();
  await expect(page.getByText('No time near it is free. Choose another time or day.')).toBeVisible();
  await expectAccessible(page, 'nothing is free');
  await setRoom(all, null);
  await chooseDay(page, 6);
  await expect(saidTaken(page)).toHaveCount(0);
  await expect(times.first()).toBeEnabled();
  await holdTime(page, 6);
  await expect(heldFor(page)).toBeVisible();
});
