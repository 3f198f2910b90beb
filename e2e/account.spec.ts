import { readFile } from 'node:fs/promises';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';

test('a traveller takes their data along, has it erased, and is signed out', async ({ app, page, context, signIn }) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await page.goto('/account');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('layover-data.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(pass.passId);
  expect(text).not.toContain(String(pass.code));

  await page.getByRole('button', { name: 'Erase my data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase your data?' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'the question before erasing');
  await dialog.getByRole('button', { name: 'Erase my data' }).click();
  await expect(page).toHaveURL(`${app.url}/`);
  expect(await context.cookies()).toEqual([]);
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
});

test('erasing with a booking ahead is refused with the reason', async ({
  app,
  page,
  context,
  signIn,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  const pass = await makePass(context, app, 'lounge-pair');
  await makeBooking(context, app, pass.passId);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Erase my data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase your data?' });
  await dialog.getByRole('button', { name: 'Erase my data' }).click();
  await expect(dialog.getByRole('alert')).toContainText('You have a booking ahead');
});
