import { createVerify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { download, get, post, TEST_NOW } from '@/lib/testing/app';
import { booked, bookingOf, cancel, errorOf, traveller } from '@/lib/testing/journey';
import { ISSUER_ID, openWalletApp, SERVICE_EMAIL, type WalletApp } from '@/lib/testing/wallet-app';
import { GET as bookingForGoogle } from './bookings/[bookingId]/wallet/google/route';
import { POST as cancelPass } from './passes/[passId]/cancel/route';
import { GET as passForGoogle } from './passes/[passId]/wallet/google/route';

let app: WalletApp;
beforeAll(async () => {
  app = await openWalletApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

describe('Google Wallet', () => {
  const claimsOf = (location: string | null) => {
    const [head = '', body = '', signature = ''] = (location ?? '')
      .replace('https://pay.google.com/gp/v/save/', '')
      .split('.');
    const verify = createVerify('RSA-SHA256').update(`${head}.${body}`);
    expect(verify.verify(app.accountKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({ alg: 'RS256' });
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  };

  it('is asked by a signed link that names the pass, whose code stands in no address', async () => {
    const { as, pass } = await traveller();
    const answer = await download(passForGoogle, { as, params: { passId: pass.passId } });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const id = `${ISSUER_ID}.${pass.passId}`;
    const claims = claimsOf(answer.headers.get('location'));
    expect(claims).toEqual({
      iss: SERVICE_EMAIL,
      aud: 'google',
      typ: 'savetowallet',
      iat: expect.any(Number),
      origins: [expect.stringMatching(/^https?:\/\/[^/]+$/)],
      payload: { genericObjects: [{ id }] },
    });
    expect(app.google.objects.get(id)).toMatchObject({
      classId: `${ISSUER_ID}.layover`,
      state: 'ACTIVE',
      barcode: { type: 'QR_CODE', value: pass.code },
      header: { defaultValue: { language: 'en', value: 'Lounge pass' } },
      subheader: { defaultValue: { value: 'DragonPass' } },
      textModulesData: [{ body: 'Ada Lovelace' }, { body: '22 Nov 2027' }, {}, {}],
    });
    for (const url of app.google.urls) expect(url).not.toContain(pass.code);
    expect(JSON.stringify([...app.google.objects.values()])).not.toContain(as.clientUserId);
  });

  it('lets one person save a pass, however many see the link to it', async () => {
    const { as, pass } = await traveller();
    await download(passForGoogle, { as, params: { passId: pass.passId } });
    expect(app.google.classes.get(`${ISSUER_ID}.layover`)).toEqual({
      id: `${ISSUER_ID}.layover`,
      multipleDevicesAndHoldersAllowedStatus: 'ONE_USER_ALL_DEVICES',
    });
  });

  it('has a pass that is added again once, as it is now', async () => {
    const { as, pass } = await traveller();
    for (const _ of [1, 2])
      expect((await download(passForGoogle, { as, params: { passId: pass.passId } })).status).toBe(302);
    expect(app.google.objects.size).toBe(1);
    expect(app.google.tokensAsked).toBeLessThanOrEqual(1);
  });

  it('has a card for each voucher of a booking, with its time', async () => {
    const { as, booking } = await booked('fast-track-pair', { resourceId: 'C00001', adults: 2 });
    const answer = await download(bookingForGoogle, { as, params: { bookingId: booking.bookingId } });
    const ids = [1, 2].map((n) => `${ISSUER_ID}.${booking.bookingId}-${n}`);
    expect(claimsOf(answer.headers.get('location')).payload).toEqual({ genericObjects: ids.map((id) => ({ id })) });
    for (const [index, id] of ids.entries()) {
      expect(app.google.objects.get(id)).toMatchObject({
        barcode: { value: booking.vouchers[index]?.code },
        validTimeInterval: { start: { date: booking.startsAt } },
      });
    }
  });

  it('crosses out what is cancelled', async () => {
    const { as, booking, pass } = await booked('lounge-pair');
    await download(bookingForGoogle, { as, params: { bookingId: booking.bookingId } });
    await download(passForGoogle, { as, params: { passId: pass.passId } });
    expect((await cancel(as, booking.bookingId)).status).toBe(200);
    await expect
      .poll(() => app.google.objects.get(`${ISSUER_ID}.${booking.bookingId}`))
      .toMatchObject({ state: 'INACTIVE' });
    expect((await post(cancelPass, { as, params: { passId: pass.passId } })).status).toBe(200);
    await expect.poll(() => app.google.objects.get(`${ISSUER_ID}.${pass.passId}`)).toMatchObject({ state: 'INACTIVE' });
  });

  it('crosses out a booking that the desk has scanned, once we hear of it', async () => {
    const { as, booking } = await booked();
    const params = { bookingId: booking.bookingId };
    await download(bookingForGoogle, { as, params });
    await app.advance(Date.parse(booking.startsAt) - Date.parse(TEST_NOW));
    await app.control.redeem({ voucher: booking.vouchers[0]?.code ?? '' });
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'used' });
    await expect
      .poll(() => app.google.objects.get(`${ISSUER_ID}.${booking.bookingId}`))
      .toMatchObject({ state: 'INACTIVE' });
  });

  it('that is down is our failure, and takes nothing from a cancellation', async () => {
    const { as, booking } = await booked();
    app.google.fail(503);
    expect(errorOf(await get(bookingForGoogle, { as, params: { bookingId: booking.bookingId } })).code).toBe(
      'vendor_unavailable',
    );
    expect((await cancel(as, booking.bookingId)).status).toBe(200);
  });
});
