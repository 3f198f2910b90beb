import {
  askToCancel,
  cancelIn,
  confirm,
  confirmButton,
  openReview,
  review,
  SETTLES,
  said,
  vendorRecords,
} from './booking';
import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { readQr } from './fixtures/qr';
import { makePass } from './fixtures/records';
import { scanVoucher } from './journey';

test.describe.configure({ timeout: 120_000 });

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('a lounge is booked: the review tells what happens, the voucher opens the door, and the visit is used', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  const at = await openReview(page, 'N00002');
  await expectAccessible(page, 'the review');
  // The place and its terminal, its day and clock, who, what for, and until when it may be given back: two days before.
  for (const text of [
    'Northlight Lounge Manchester Airport · Terminal 2',
    `Friday 12 March ${at.slice(11)} in Manchester (GMT)`,
    '1 adult',
    'Ada O’Brien-Łukasz',
    'BA123',
    'Two lounge visits Uses 1 visit, 1 left after',
    'Nothing. Your pass covers it. Usual price £32.00 an adult, £19.50 a child',
    `Free to cancel until Wed 10 Mar, ${at.slice(11)} in Manchester. One visit comes back.`,
  ]) {
    await expect(review(page)).toContainText(new RegExp(escaped(text).replaceAll(' ', '\\s*')));
  }
  await confirm(page);

  const [order, ...others] = await app.control.orders(traveller.clientUserId);
  expect(others).toEqual([]);
  expect(order).toMatchObject({ status: 1, resourceId: 'N00002', at, party: { adults: 1, children: 0 } });
  expect(order?.requiredInfo).toMatchObject({ email: 'ada@traveller.example', transportNumber: 'BA123' });
  expect(await scanVoucher(page)).toBe(order?.vouchers[0]?.voucher);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
  await expectAccessible(page, 'the booking');
});

test('a Fast Track lane is booked for two: a code each, with what the lane asks for and nothing else', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'fast-track-pair');
  await page.goto('/resources/C00001/prebook');
  await page.getByRole('button', { name: 'More adults' }).click();
  await expect(page.getByRole('button', { name: 'More adults' })).toHaveAttribute('aria-disabled', 'true');
  await openReview(page, 'C00001');
  await expectAccessible(page, 'the review');
  await expect(review(page)).toContainText('Uses 2 visits, 0 left after');
  await expect(page.getByLabel('Flight number'), 'the lane does not ask for one').toHaveCount(0);
  await confirm(page);
  const [order] = await app.control.orders(traveller.clientUserId);
  const codes = order?.vouchers.map(({ voucher }) => voucher) ?? [];
  expect(codes).toHaveLength(2);
  expect(order?.requiredInfo).toMatchObject({ transportNumber: null });
  for (const [index, code] of codes.entries()) {
    expect(await readQr(page.getByRole('img', { name: `QR code ${index + 1} of 2` }))).toBe(code);
  }
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 2 });

  // Given back, both visits come back at once.
  const dialog = await askToCancel(page);
  await expect(dialog).toContainText('2 visits go back to your pass.');
  await cancelIn(dialog);
  await expect(page.getByText('2 visits are back on your pass: 2 of 2 left.')).toBeVisible();
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['cancelled'], visits: 0 });
});

test('a place that asks for more than others is given it: phone, and a field of its own', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await openReview(page, 'N00204');
  await expect(review(page)).toContainText('X1234567');
  await confirm(page);
  const [order] = await app.control.orders(traveller.clientUserId);
  expect(order?.requiredInfo).toMatchObject({ callingCode: '44', phoneNumber: '8081966002' });
});

test('two taps on the confirming button make one booking', async ({ app, page, context, signIn, traveller }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await openReview(page, 'N00001');
  await confirmButton(page).dblclick();
  await expect(said(page, 'Confirmed')).toBeVisible(SETTLES);
  expect(await vendorRecords(app, traveller)).toEqual({ orders: ['confirmed'], visits: 1 });
});
