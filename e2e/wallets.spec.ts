import { request } from '@playwright/test';
import { openPass } from '../lib/testing/pkpass';
import { onOneLine, serviceAccountKey, walletAuthority } from '../lib/testing/wallet-authority';
import { expectAccessible } from './fixtures/accessible';
import { handOver } from './fixtures/app';
import { expect, test } from './fixtures/browser';
import { makeBooking, makePass } from './fixtures/records';
import { startApp } from './fixtures/server';

const IDS = { passTypeIdentifier: 'pass.com.example.lounge', teamIdentifier: 'A1B2C3D4E5' };
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

test.use({ userAgent: IPHONE, javaScriptEnabled: false });

test('a brand with keys offers its wallets under a ticket, the phone’s own first, and what is added scans the same', async ({
  browser,
  page,
  context,
  traveller,
}) => {
  test.setTimeout(120_000);
  const authority = await walletAuthority(IDS);
  const app = await startApp({
    wallet: {
      ids: {
        apple: { ...IDS, keysEnvPrefix: 'STORY_APPLE' },
        google: { issuerId: '3388000000022222222', keysEnvPrefix: 'STORY_GOOGLE' },
      },
      keys: {
        STORY_APPLE_CERTIFICATE: onOneLine(authority.certificate),
        STORY_APPLE_PRIVATE_KEY: onOneLine(authority.privateKey),
        STORY_APPLE_WWDR_CERTIFICATE: onOneLine(authority.wwdrCertificate),
        STORY_GOOGLE_CLIENT_EMAIL: 'wallet@layover.iam.gserviceaccount.com',
        STORY_GOOGLE_PRIVATE_KEY: onOneLine(serviceAccountKey().privateKey),
      },
    },
  });
  try {
    await handOver(app, context, traveller);
    const pass = await makePass(context, app, 'lounge-pair');
    const booking = await makeBooking(context, app, pass.passId);
    const tickets = [
      { path: `/passes/${pass.passId}`, code: pass.code },
      { path: `/bookings/${booking.bookingId}`, code: booking.vouchers[0]?.code },
    ];
    for (const { path, code } of tickets) {
      await page.goto(`${app.url}${path}`);
      const links = page.getByRole('link', { name: /^Add to .+ Wallet$/ });
      await expect(links).toHaveText(['Add to Apple Wallet', 'Add to Google Wallet']);
      const address = await links.first().getAttribute('href');
      const answer = await context.request.get(`${app.url}${address}`);
      expect(answer.headers()).toMatchObject({
        'content-type': 'application/vnd.apple.pkpass',
        'cache-control': 'no-store',
      });
      const { json } = await openPass(await answer.body(), authority.wwdrCertificate);
      expect(json.barcodes?.map(({ message }) => message)).toEqual([code]);
    }
    // Axe is itself a script.
    const scripted = await browser.newContext({ javaScriptEnabled: true, storageState: await context.storageState() });
    const seen = await scripted.newPage();
    for (const { path } of tickets) {
      await seen.goto(`${app.url}${path}`);
      await expect(seen.getByRole('link', { name: /^Add to .+ Wallet$/ })).toHaveCount(2);
      await expectAccessible(seen);
    }
    // Google knows nothing of this brand's account, so saving there fails: the page says so where the person pressed.
    await seen.goto(`${app.url}/passes/${pass.passId}`);
    await seen.getByRole('link', { name: 'Add to Google Wallet' }).click();
    await expect(seen).toHaveURL(/\/passes\/ps_\w+\?wallet=later#wallets$/, { timeout: 30_000 });
    await expect(seen.getByText('We could not add this to your wallet just now.')).toBeInViewport();
    await expectAccessible(seen);
    await scripted.close();
    // What phones ask comes without our origin and without a cookie: the card's token alone counts.
    const phone = await request.newContext();
    const type = IDS.passTypeIdentifier;
    const card = `${app.url}/api/wallet/apple/v1/passes/${type}/${pass.passId}`;
    expect((await phone.get(card)).status()).toBe(401);
    expect((await context.request.get(card)).status()).toBe(401);
    const registration = `${app.url}/api/wallet/apple/v1/devices/a-phone/registrations/${type}`;
    const wrong = { Authorization: 'ApplePass wrong' };
    expect((await phone.post(`${registration}/${pass.passId}`, { headers: wrong, data: {} })).status()).toBe(401);
    expect((await phone.delete(`${registration}/${pass.passId}`, { headers: wrong })).status()).toBe(401);
    expect((await phone.get(registration)).status()).toBe(204);
    expect((await phone.post(`${app.url}/api/wallet/apple/v1/log`, { data: { logs: ['x'] } })).status()).toBe(200);
    await phone.dispose();
    for (const secret of ['PRIVATE KEY', pass.code ?? '-', booking.vouchers[0]?.code ?? '-']) {
      expect(app.log()).not.toContain(secret);
    }
  } finally {
    await app.stop();
  }
});
