import { createVerify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetForProcess } from '@/lib/server/process-state';
import { followWallets } from '@/lib/server/wallet/follow';
import { findCard } from '@/lib/store/wallet-cards';
import { download, get, post, TEST_NOW } from '@/lib/testing/app';
import { booked, bookingOf, cancel, errorOf, traveller } from '@/lib/testing/journey';
import { ISSUER_ID, openWalletApp, SERVICE_EMAIL, type WalletApp } from '@/lib/testing/wallet-app';
import { POST as eraseAccount } from './account/erase/route';
import { GET as bookingForGoogle } from './bookings/[bookingId]/wallet/google/route';
import { POST as cancelPass } from './passes/[passId]/cancel/route';
import { GET as getPass } from './passes/[passId]/route';
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

  it('crosses out a pass once we hear that it was used up, and has it back when staff take the visit back', async () => {
    const { as, pass } = await traveller('lounge-single');
    const params = { passId: pass.passId };
    await download(passForGoogle, { as, params });
    const id = `${ISSUER_ID}.${pass.passId}`;
    const order = await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001' });
    await app.advance(60_000);
    await get(getPass, { as, params });
    await followWallets();
    expect(app.google.objects.get(id)).toMatchObject({ state: 'INACTIVE' });
    // Google keeps no code that opens nothing.
    expect(app.google.objects.get(id)).not.toHaveProperty('barcode');
    await app.control.reverse(order.orderId);
    await app.advance(60_000);
    await get(getPass, { as, params });
    await followWallets();
    expect(app.google.objects.get(id)).toMatchObject({ state: 'ACTIVE', barcode: { value: pass.code } });
  });

  it('is told of a cancellation by a later round when it was down', async () => {
    const { as, pass } = await traveller();
    const params = { passId: pass.passId };
    await download(passForGoogle, { as, params });
    app.google.fail(429);
    expect((await post(cancelPass, { as, params })).status).toBe(200);
    await followWallets();
    const id = `${ISSUER_ID}.${pass.passId}`;
    expect(app.google.objects.get(id)).toMatchObject({ state: 'ACTIVE' });
    app.google.fail(null);
    await app.advance(60_000);
    await followWallets();
    expect(app.google.objects.get(id)).toMatchObject({ state: 'INACTIVE' });
  });

  it('is asked nothing about a pass that was never saved there', async () => {
    const { as, pass } = await traveller();
    expect((await post(cancelPass, { as, params: { passId: pass.passId } })).status).toBe(200);
    await followWallets();
    expect(app.google.urls.filter((url) => url.includes(pass.passId))).toEqual([]);
  });

  it('keeps nothing of a traveller who erased everything, and neither do we', async () => {
    const { as, pass } = await traveller();
    await download(passForGoogle, { as, params: { passId: pass.passId } });
    expect((await post(eraseAccount, { as })).status).toBe(200);
    const id = `${ISSUER_ID}.${pass.passId}`;
    await expect.poll(() => app.google.objects.get(id)).toMatchObject({ state: 'INACTIVE' });
    const kept = JSON.stringify(app.google.objects.get(id));
    expect(kept).toContain('No longer valid');
    for (const secret of ['Ada', 'Lovelace', pass.code ?? '-']) expect(kept).not.toContain(secret);
    await followWallets();
    const place = { wallet: 'google', brandId: as.brandId } as const;
    expect(await findCard(app.store.db, place, pass.passId)).toBeNull();
  });

  it('lets one person save also where the class was there before', async () => {
    const classId = `${ISSUER_ID}.layover`;
    app.google.classes.set(classId, { id: classId, multipleDevicesAndHoldersAllowedStatus: 'MULTIPLE_HOLDERS' });
    // As a process that has just started.
    forgetForProcess('google-wallet-classes');
    const { as, pass } = await traveller();
    expect((await download(passForGoogle, { as, params: { passId: pass.passId } })).status).toBe(302);
    expect(app.google.classes.get(classId)).toMatchObject({
      multipleDevicesAndHoldersAllowedStatus: 'ONE_USER_ALL_DEVICES',
    });
  });

  it.each([429, 503])(
    'that answers %i leads whoever followed the link back to the page, which has the words',
    async (status) => {
      const { as, pass, booking } = await booked();
      app.google.fail(status);
      const headers = { 'sec-fetch-mode': 'navigate' };
      const tries = [
        { handler: passForGoogle, params: { passId: pass.passId }, page: `/passes/${pass.passId}` },
        { handler: bookingForGoogle, params: { bookingId: booking.bookingId }, page: `/bookings/${booking.bookingId}` },
      ];
      for (const { handler, params, page } of tries) {
        const answer = await download(handler, { as, params, headers });
        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toBe(`${page}?wallet=later#wallets`);
        expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      }
    },
  );

  it('that is down is our failure, and takes nothing from a cancellation', async () => {
    const { as, booking } = await booked();
    app.google.fail(503);
    expect(errorOf(await get(bookingForGoogle, { as, params: { bookingId: booking.bookingId } })).code).toBe(
      'vendor_unavailable',
    );
    expect((await cancel(as, booking.bookingId)).status).toBe(200);
  });
});
