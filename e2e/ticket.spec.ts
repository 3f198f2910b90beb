import { PNG } from 'pngjs';
import { expect, test } from './fixtures/app';
import { readQr } from './fixtures/qr';
import { makeBooking, makePass } from './fixtures/records';

const HOUR_MS = 3_600_000;
const qrOfPass = { name: 'QR code of your pass' };
const qrOfBooking = { name: 'QR code of your booking' };

/** A picture of an element may have a little of what is around it. */
const EDGE = 4;

/** Lengths of the runs of one colour in every row of a picture, but for those at its edges. */
function runsOf(png: Buffer): number[] {
  const { data, width, height } = PNG.sync.read(png);
  const runs = new Set<number>();
  for (let row = EDGE; row < height - EDGE; row++) {
    let length = 1;
    let isInside = false;
    for (let x = 1; x < width; x++) {
      const at = (row * width + x) * 4;
      if (data[at] === data[at - 4]) length++;
      else {
        if (isInside) runs.add(length);
        isInside = true;
        length = 1;
      }
    }
  }
  return [...runs];
}

for (const ratio of [1, 1.5, 2, 2.625, 3]) {
  test(`a module is a whole number of pixels on a screen of ${ratio} pixels a px`, async ({ app, browser, signIn }) => {
    const context = await browser.newContext({ deviceScaleFactor: ratio, baseURL: app.url });
    await signIn({ context });
    const { passId, code } = await makePass(context, app, 'lounge-pair');
    const page = await context.newPage();
    for (const width of [320, 360, 375, 430]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/passes/${passId}`);
      const qr = page.getByRole('img', qrOfPass);
      const box = await qr.boundingBox();
      const side = box?.width ?? 0;
      const where = `${width} px wide`;
      expect(side, where).toBeGreaterThanOrEqual(200);
      expect(side, where).toBeLessThanOrEqual(320);
      const pixels = Math.round((side * ratio) / 29);
      expect
        .soft(
          runsOf(await qr.screenshot()).filter((run) => run % pixels !== 0),
          where,
        )
        .toEqual([]);
      expect.soft(await readQr(qr), where).toBe(code);
    }
    await context.close();
  });
}

test('a pass shows all that staff compare, and its number is copied without gaps', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { passId, code } = await makePass(context, app, 'lounge-pair');
  await page.goto(`/passes/${passId}`);
  expect(await readQr(page.getByRole('img', qrOfPass))).toBe(code);
  await expect(page.getByRole('img', { name: 'DragonPass', exact: true })).toBeVisible();
  for (const words of ['Ada O’Brien-Łukasz', 'Valid until', '2 visits left']) {
    await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Copy number' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  const typed = await page.evaluate(() => {
    const group = [...document.querySelectorAll('span')].find((span) => /^\d{4}$/.test(span.textContent ?? ''));
    if (group?.parentElement) window.getSelection()?.selectAllChildren(group.parentElement);
    return window.getSelection()?.toString().replace(/\s/g, '');
  });
  expect(typed).toBe(code);
});

test('a booking shows all that staff compare, and until when its code is read', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId, code } = await makePass(context, app, 'lounge-pair');
  const { bookingId, vouchers, startsAt } = await makeBooking(context, app, passId);
  const startMs = Date.parse(startsAt);
  const open = () => page.goto(`/bookings/${bookingId}`);
  await open();
  const voucher = await readQr(page.getByRole('img', qrOfBooking));
  expect(voucher).toBe(vouchers[0]?.code);
  expect(voucher).not.toBe(code);
  await expect(page.getByRole('img', { name: 'DragonPass', exact: true })).toBeVisible();
  for (const words of ['Ada O’Brien-Łukasz', 'in Manchester', '(GMT)', 'DragonPass Lounge', 'Terminal 1']) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expect(page.getByText(/The desk can read this code from \w{3} .* in Manchester\./)).toBeVisible();
  await app.control.setClock({ now: new Date(startMs - HOUR_MS / 2).toISOString() });
  await open();
  await expect(page.getByText(/The desk can read this code until today, .* in Manchester\./)).toBeVisible();
  await expect(page.getByRole('img', qrOfBooking)).toBeVisible();
  await app.control.setClock({ now: new Date(startMs + 3 * HOUR_MS).toISOString() });
  await open();
  await expect(page.getByText('This visit is over')).toBeVisible();
  await expect(page.getByRole('img', qrOfBooking)).toHaveCount(0);
  await expect(page.getByText(vouchers[0]?.code.slice(0, 4) ?? '', { exact: true })).toHaveCount(0);
});

test('the screen is kept awake in full screen, asked again when the page comes back, and let go', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  await page.addInitScript(() => {
    const asked: string[] = [];
    let state: DocumentVisibilityState = 'visible';
    Object.defineProperty(document, 'visibilityState', { get: () => state });
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async (type: string) => {
          asked.push(`asked ${type}`);
          return { release: async () => void asked.push('released') };
        },
      },
    });
    Object.assign(window, {
      asked,
      show: (next: DocumentVisibilityState) => {
        state = next;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
  });
  const asked = () => page.evaluate(() => Reflect.get(window, 'asked') as string[]);
  const show = (state: string) => page.evaluate((next) => Reflect.get(window, 'show')(next), state);
  await page.goto(`/passes/${passId}`);
  expect(await asked()).toEqual([]);
  await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
  await expect(page.getByText(/Turn your screen brightness up/)).toBeVisible();
  await expect.poll(asked).toEqual(['asked screen']);
  await show('hidden');
  expect(await asked()).toEqual(['asked screen']);
  await show('visible');
  await expect.poll(asked).toEqual(['asked screen', 'asked screen']);
  await page.keyboard.press('Escape');
  await expect.poll(asked).toEqual(['asked screen', 'asked screen', 'released']);
});
