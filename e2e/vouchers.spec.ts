import { expect, test } from './fixtures/app';
import { readQr } from './fixtures/qr';
import { makeBooking, makePass } from './fixtures/records';

test('at a Fast Track lane each traveller has a code of their own, turned with buttons', async ({
  app,
  page,
  context,
  signIn,
  traveller,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'fast-track-pair');
  const party = { adults: 2, children: 0 };
  const { bookingId } = await makeBooking(context, app, passId, { resourceId: 'C00001', party });
  await page.goto(`/bookings/${bookingId}`);
  const read: (string | null)[] = [];
  for (const index of [1, 2]) {
    await expect(page.getByText(`${index} of 2`, { exact: true })).toBeVisible();
    const code = page.getByRole('img', { name: `QR code ${index} of 2` });
    await expect(code).toBeInViewport({ ratio: 0.9 });
    read.push(await readQr(code));
    await page.getByRole('button', { name: index === 1 ? 'Next code' : 'Previous code' }).click();
  }
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  const [order] = await app.control.orders(traveller.clientUserId);
  expect(read).toEqual(order?.vouchers.map((one) => one.voucher));
  expect(new Set(read).size).toBe(2);
});

test('codes of several travellers are named, turned with keys, and one at a time in full screen', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'fast-track-pair');
  const party = { adults: 2, children: 0 };
  const { bookingId } = await makeBooking(context, app, passId, { resourceId: 'C00001', party });
  await page.goto(`/bookings/${bookingId}`);
  await page.getByRole('region', { name: 'Codes of this booking' }).getByRole('list').focus();
  const first = page.getByRole('img', { name: 'QR code 1 of 2' });
  const second = page.getByRole('img', { name: 'QR code 2 of 2' });
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
  await expect(second).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByText('Guest 1 of Ada')).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(first).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', { name: 'QR code 1 of 2' })).toBeInViewport({ ratio: 0.9 });
  await expect(dialog.getByRole('img', { name: 'QR code 2 of 2' })).not.toBeInViewport();
});

test('codes of several travellers are swiped like cards', async ({ app, page, context, signIn }) => {
  await signIn();
  const { passId } = await makePass(context, app, 'fast-track-pair');
  const party = { adults: 2, children: 0 };
  const { bookingId } = await makeBooking(context, app, passId, { resourceId: 'C00001', party });
  await page.goto(`/bookings/${bookingId}`);
  const row = page.getByRole('region', { name: 'Codes of this booking' }).getByRole('list');
  const second = page.getByRole('img', { name: 'QR code 2 of 2' });
  await expect(second).not.toBeInViewport();
  const finger = await context.newCDPSession(page);
  const swipe = async (from: number, to: number) => {
    const box = await row.boundingBox();
    if (!box) throw new Error('The codes are not on the page.');
    const y = box.y + box.height / 3;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) => {
      const touchPoints = share === undefined ? [] : [{ x: box.x + box.width * share, y }];
      return finger.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await touch('touchStart', from);
    for (let step = 1; step <= 10; step++) await touch('touchMove', from + ((to - from) * step) / 10);
    await touch('touchEnd');
  };
  await swipe(0.9, 0.1);
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
  await expect(second).toBeInViewport({ ratio: 0.9 });
  await swipe(0.1, 0.9);
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
});
