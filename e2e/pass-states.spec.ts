import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';

const qrOfPass = { name: 'QR code of your pass' };
const qrOfBooking = { name: 'QR code of your booking' };

test('a code leaves the screen when its pass ends, with no signal and in full screen too', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId, expiresAt } = await makePass(context, app, 'lounge-pair');
  const endsMs = Date.parse(expiresAt ?? '');
  const tenMinutesBefore = new Date(endsMs - 600_000).toISOString();
  await app.control.setClock({ now: tenMinutesBefore });
  // The device is a day behind: that must not keep the code.
  await page.clock.install({ time: new Date(endsMs - 86_400_000) });
  await page.goto(`/passes/${passId}`);
  await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', qrOfPass)).toBeVisible();
  await context.setOffline(true);
  await page.clock.fastForward(590_000);
  await expect(dialog.getByRole('img', qrOfPass)).toBeVisible();
  await page.clock.fastForward(20_000);
  await expect(dialog.getByText('This pass has just ended.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close full screen' }).click();
  await expect(page.getByText('This pass ended on')).toBeVisible();
  await expect(page.getByRole('img', qrOfPass)).toHaveCount(0);
  await context.setOffline(false);
});

test('a pass opened for a place where it does not work says so, and shows no code', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'manchester-lounge');
  await page.goto(`/passes/${passId}?for=N00003`);
  await expect(page.getByText(/^This pass does not work at /)).toBeVisible();
  await expect(page.getByRole('img', qrOfPass)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Full screen, kept awake' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show the code for other places' }).click();
  await expect(page).toHaveURL(new RegExp(`/passes/${passId}$`));
  await expect(page.getByRole('img', qrOfPass)).toBeVisible();
  await page.goto(`/passes/${passId}?for=N00001`);
  await expect(page.getByText('Your pass works at DragonPass Lounge')).toBeVisible();
  await expect(page.getByRole('img', qrOfPass)).toBeVisible();
});

test('a pass and a booking opened at another airport warn before the desk does', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'manchester-lounge');
  const today = await makeBooking(context, app, passId, { daysAhead: 0 });
  const later = await makeBooking(context, app, passId, { daysAhead: 4 });
  const look = async (hub: string) => {
    await page.goto(`/hubs/${hub}`);
    await expect.poll(() => page.evaluate(() => document.cookie)).toMatch(new RegExp(`layover-recent=${hub}`));
  };
  await look('LHR');
  await page.goto(`/passes/${passId}`);
  await expect(page.getByText(/^This pass does not work at .*Heathrow/)).toBeVisible();
  await expect(page.getByRole('img', qrOfPass)).toBeVisible();
  await page.goto(`/bookings/${today.bookingId}`);
  await expect(page.getByText(/^This booking is not at .*Heathrow/)).toBeVisible();
  await page.goto(`/bookings/${later.bookingId}`);
  await expect(page.getByRole('img', qrOfBooking)).toBeVisible();
  await expect(page.getByText(/^This booking is not at/)).toHaveCount(0);
  await look('MAN');
  for (const [path, qr] of [
    [`/passes/${passId}`, qrOfPass] as const,
    [`/bookings/${today.bookingId}`, qrOfBooking] as const,
  ]) {
    await page.goto(path);
    await expect(page.getByRole('img', qr)).toBeVisible();
    await expect(page.getByText(/does not work at|is not at/)).toHaveCount(0);
  }
});

test('visits that staff took back are told', async ({ app, page, context, signIn }) => {
  await signIn();
  const { passId, code } = await makePass(context, app, 'lounge-pair');
  const order = await app.control.redeem({ ePassId: code ?? '', resourceId: 'N00001' });
  await app.control.reverse(order.orderId);
  await app.control.setClock({ advanceMs: 60_000 });
  await expect(async () => {
    await page.goto(`/passes/${passId}`);
    await expect(page.getByText('1 visit was taken back by staff and is yours again.')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText('2 visits left', { exact: true })).toBeVisible();
  const history = page.getByRole('region', { name: 'What happened with it' });
  await expect(history.getByText(/^Visit taken back by staff/)).toBeVisible();
  await expect(history.getByText(/^Visit · /)).toBeVisible();
});
