import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { download } from '@/lib/testing/app';
import { booked, traveller } from '@/lib/testing/journey';
import { hasOpenSsl, verifyWithOpenSsl } from '@/lib/testing/openssl';
import { openPass, passesOf } from '@/lib/testing/pkpass';
import { APPLE_IDS as IDS, openWalletApp, type WalletApp } from '@/lib/testing/wallet-app';
import { walletAuthority } from '@/lib/testing/wallet-authority';
import { GET as bookingForApple } from './bookings/[bookingId]/wallet/apple/route';
import { GET as passForApple } from './passes/[passId]/wallet/apple/route';

let app: WalletApp;
beforeAll(async () => {
  app = await openWalletApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

async function fileOf(handler: typeof passForApple, as: Session, params: Record<string, string>) {
  const answer = await download(handler, { as, params });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

describe('a pass for Apple Wallet', () => {
  it('is a signed archive that holds what the desk compares, and nothing else of the traveller', async () => {
    const { as, pass } = await traveller();
    const { headers, bytes } = await fileOf(passForApple, as, { passId: pass.passId });
    expect(headers.get('content-type')).toBe('application/vnd.apple.pkpass');
    expect(headers.get('cache-control')).toBe('no-store');
    const { json, files, signedAt } = await openPass(bytes, app.authority.wwdrCertificate);
    expect(json).toMatchObject({
      ...IDS,
      serialNumber: pass.passId,
      organizationName: 'Layover',
      logoText: 'Layover',
      backgroundColor: 'rgb(12, 36, 64)',
      sharingProhibited: true,
      expirationDate: '2027-11-22T23:59:59.000Z',
      barcodes: [{ message: pass.code, format: 'PKBarcodeFormatQR' }],
      storeCard: {
        headerFields: [{ value: 'DragonPass' }],
        primaryFields: [{ value: 'Lounge pass' }],
        secondaryFields: [
          { label: 'Name', value: 'Ada Lovelace' },
          { label: 'Valid until', value: '22 Nov 2027' },
        ],
        auxiliaryFields: [],
      },
    });
    expect(json).not.toHaveProperty('relevantDate');
    expect(json).not.toHaveProperty('voided');
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['icon.png', 'icon@2x.png', 'logo@3x.png', 'pass.json']));
    expect(Math.abs((signedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    for (const secret of [as.clientUserId, 'ada@example.com']) expect(JSON.stringify(json)).not.toContain(secret);
  });

  it('with a file that was changed on the way is refused by its manifest, and under another authority by its signature', async () => {
    const { as, pass } = await traveller();
    const { bytes } = await fileOf(passForApple, as, { passId: pass.passId });
    const changed = new Uint8Array(bytes);
    const at = Buffer.from(changed).indexOf('Ada Lovelace');
    changed[at] = 'E'.charCodeAt(0);
    await expect(openPass(changed, app.authority.wwdrCertificate)).rejects.toThrow();
    await expect(openPass(bytes, (await walletAuthority(IDS)).wwdrCertificate)).rejects.toThrow();
  });

  it('is found right by OpenSSL as well, where there is one', async (context) => {
    if (!hasOpenSsl()) context.skip();
    const { as, pass } = await traveller();
    const { bytes } = await fileOf(passForApple, as, { passId: pass.passId });
    expect(() => verifyWithOpenSsl(bytes, app.authority.wwdrCertificate)).not.toThrow();
    const elsewhere = await walletAuthority(IDS);
    expect(() => verifyWithOpenSsl(bytes, elsewhere.wwdrCertificate)).toThrow();
  });
});

describe('a booking for Apple Wallet', () => {
  it('is a ticket with the voucher, never the pass, that comes up before the visit and ends after it', async () => {
    const { as, pass, booking } = await booked();
    const { bytes } = await fileOf(bookingForApple, as, { bookingId: booking.bookingId });
    const { json } = await openPass(bytes, app.authority.wwdrCertificate);
    expect(json).toMatchObject({
      serialNumber: booking.bookingId,
      barcodes: [{ message: booking.vouchers[0]?.code }],
      relevantDate: '2026-11-25T10:30:00.000Z',
      expirationDate: '2026-11-25T13:30:00.000Z',
      eventTicket: {
        primaryFields: [{ value: booking.resourceName }],
        secondaryFields: [
          { label: 'When', value: 'Wednesday 25 November, 10:30 (GMT)' },
          { label: 'Where', value: expect.stringMatching(/^Manchester Airport · Terminal/) },
        ],
        auxiliaryFields: [{ value: 'Ada Lovelace' }, { value: '1 adult' }],
      },
    });
    expect(json).not.toHaveProperty('storeCard');
    expect(JSON.stringify(json)).not.toContain(pass.code);
    expect(JSON.stringify(json)).not.toContain('BA1394');
  });

  it('with a voucher for each traveller adds them all at once, each with a code of its own', async () => {
    const { as, booking } = await booked('fast-track-pair', { resourceId: 'C00001', adults: 2 });
    expect(booking.vouchers).toHaveLength(2);
    const { headers, bytes } = await fileOf(bookingForApple, as, { bookingId: booking.bookingId });
    expect(headers.get('content-type')).toBe('application/vnd.apple.pkpasses');
    const passes = await Promise.all(passesOf(bytes).map((one) => openPass(one, app.authority.wwdrCertificate)));
    expect(passes.map(({ json }) => json.barcodes?.[0]?.message)).toEqual(booking.vouchers.map(({ code }) => code));
    expect(passes.map(({ json }) => json.serialNumber)).toEqual([1, 2].map((n) => `${booking.bookingId}-${n}`));
  });
});
