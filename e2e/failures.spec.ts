import { expect, test } from './fixtures/app';
import { newTraveller } from './fixtures/browser';
import { makeBooking, makePass } from './fixtures/records';
import { chooseTime, fillDetails, heldFor, scanPass, scanVoucher } from './journey';

/** Stories wait for the server to ask again. */
test.describe.configure({ timeout: 120_000 });

const HOUR_MS = 3_600_000;
/** More calls than any story makes. */
const ALWAYS = 10_000;

test('a booking whose answer was lost is shown as being checked, settles by itself, and is made once', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await fillDetails(page);
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'epass.orders', mode: 'fail', status: 503, times: ALWAYS });
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page).toHaveURL(/\/bookings\/bk_\w+/);
  await expect(page.getByText('We are checking').first()).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of your booking' })).toHaveCount(0);
  await app.control.clearFaults();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible({ timeout: 45_000 });
  const orders = await app.control.orders(traveller.clientUserId);
  expect(orders).toHaveLength(1);
  expect(await scanVoucher(page)).toBe(orders[0]?.vouchers[0]?.voucher);
});

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
  await page.goto('/resources/N00001');
  const at = await chooseTime(page);
  await fillDetails(page);
  // The hold ends without the phone noticing, and somebody else takes the room that was kept.
  await app.control.setClock({ advanceMs: HOUR_MS / 2 });
  await app.control.setSlot({ resourceId: 'N00001', at, capacity: 0 });
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'That time has just gone' });
  await expect(dialog).toContainText('Everything else is kept.');
  await dialog
    .getByRole('button', { name: /^\d{2}:\d{2}/ })
    .first()
    .click();
  await expect(heldFor(page)).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ada@traveller.example');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toHaveLength(1);
  await app.control.setSlot({ resourceId: 'N00001', at, capacity: null });
});

test('two taps on the confirming button make one booking', async ({ app, page, context, signIn, traveller }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await fillDetails(page);
  await page.getByRole('button', { name: 'Confirm booking' }).dblclick();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toHaveLength(1);
});

test('an answer that never reached the phone is asked for again without booking twice', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/Failed to load resource/);
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await fillDetails(page);
  await page.route('**/api/bookings', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByText('you will not be booked twice')).toBeVisible();
  await page.unroute('**/api/bookings');
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await app.control.orders(traveller.clientUserId)).toHaveLength(1);
});

test('a deadline that passes while the question is open is a clear refusal, and the booking stays', async ({
  app,
  page,
  context,
  signIn,
  traveller,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${booking.bookingId}`);
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await app.control.setClock({ now: new Date(Date.parse(booking.startsAt) - 23 * HOUR_MS).toISOString() });
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(dialog).toContainText('Too late to cancel');
  await expect(dialog).toContainText('Your booking stays as it is.');
  expect(await app.control.orders(traveller.clientUserId)).toMatchObject([{ status: 1, cancelledAt: null }]);
  await page.reload();
  await expect(page.getByText(/^Free cancellation ended/)).toBeVisible();
  expect(await scanVoucher(page)).toMatch(/^\d{12}$/);
});

test('a booking cancelled on two devices at once is cancelled once, and the visit comes back once', async ({
  app,
  browser,
  page,
  context,
  signIn,
  traveller,
  watch,
  expectProblem,
}) => {
  expectProblem(/status of 409/);
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const { bookingId } = await makeBooking(context, app, passId);
  const other = await browser.newContext({ storageState: await context.storageState() });
  watch(other);
  const dialogs = [];
  for (const device of [page, await other.newPage()]) {
    await device.goto(`${app.url}/bookings/${bookingId}`);
    await device.getByRole('button', { name: 'Cancel booking' }).click();
    dialogs.push(device.getByRole('dialog', { name: 'Cancel this booking?' }));
  }
  await Promise.all(dialogs.map((dialog) => dialog.getByRole('button', { name: 'Cancel booking' }).click()));
  await expect(page.getByText(/cancelled/i).first()).toBeVisible();
  await expect
    .poll(async () => (await app.control.orders(traveller.clientUserId)).map((order) => order.status))
    .toEqual([3]);
  expect(await app.control.passes(traveller.clientUserId)).toMatchObject([{ usedUsages: 0 }]);
  await other.close();
});

test('a pass with no visit left shows why, and no code', async ({ app, page, context, signIn }) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-single');
  await page.goto(`/passes/${pass.passId}`);
  const ePassId = await scanPass(page);
  await app.control.redeem({ ePassId, resourceId: 'N00001' });
  // Half a minute later, when what was read of the pass is no longer fresh.
  await app.control.setClock({ advanceMs: 30_000 });
  await page.reload();
  await expect(page.getByText('All visits of this pass are used.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of your pass' })).toHaveCount(0);
  await expect(page.getByText(ePassId.slice(-4))).toHaveCount(0);
});

test('somebody else’s pass or booking looks exactly like one that does not exist', async ({
  app,
  browser,
  page,
  context,
  signIn,
  watch,
  expectProblem,
}) => {
  expectProblem(/status of 404/);
  const owner = await browser.newContext();
  watch(owner);
  await signIn({ context: owner, traveller: newTraveller() });
  const pass = await makePass(owner, app, 'lounge-pair');
  const booking = await makeBooking(owner, app, pass.passId);
  await signIn();
  const missing = { passes: `ps_${'0'.repeat(22)}`, bookings: `bk_${'0'.repeat(22)}` };
  for (const [kind, theirs] of [
    ['passes', pass.passId],
    ['bookings', booking.bookingId],
  ] as const) {
    const answers = [];
    for (const id of [theirs, missing[kind]]) {
      const response = await page.goto(`/${kind}/${id}`);
      const api = await context.request.get(`/api/${kind}/${id}`);
      const { error } = await api.json();
      answers.push({
        status: response?.status(),
        text: await page.getByRole('main').innerText(),
        apiStatus: api.status(),
        error: { ...error, requestId: '' },
      });
    }
    expect(answers[0]).toMatchObject({ status: 404, apiStatus: 404 });
    expect(answers[0]).toEqual(answers[1]);
  }
  await owner.close();
});

for (const path of ['/passes', '/passes/new', '/resources/N00001/prebook', '/bookings', '/activity', '/account']) {
  test(`${path} offers to sign in to whoever is signed out, and leads back`, async ({ page }) => {
    await page.goto(path);
    const link = page.getByRole('main').getByRole('link', { name: 'Sign in' });
    await expect(link).toHaveAttribute('href', `/sign-in?to=${encodeURIComponent(path)}`);
  });
}
