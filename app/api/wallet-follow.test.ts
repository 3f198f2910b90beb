import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { followWallets } from '@/lib/server/wallet/follow';
import { purgeExpired } from '@/lib/store/purge';
import { walletCards, walletDevices } from '@/lib/store/schema-wallets';
import { get, post, TEST_NOW } from '@/lib/testing/app';
import { booked, bookingOf, cancel, HOUR_MS, traveller } from '@/lib/testing/journey';
import { hasOpenSsl, verifyWithOpenSsl } from '@/lib/testing/openssl';
import { type Held, newPhone } from '@/lib/testing/phone';
import { APPLE_IDS, openWalletApp, type WalletApp } from '@/lib/testing/wallet-app';
import { POST as eraseAccount } from './account/erase/route';
import { GET as exportAccount } from './account/export/route';
import { POST as cancelPass } from './passes/[passId]/cancel/route';
import { GET as getPass } from './passes/[passId]/route';

let app: WalletApp;
beforeAll(async () => {
  app = await openWalletApp();
});
beforeEach(async () => {
  await app.reset();
  // What earlier tests left behind is told before this one counts.
  await followWallets();
  app.apple.reset();
});
afterAll(() => app.close());

/** A phone that added it and wants to hear of it. */
async function phoneWith(as: Session, of: { passId: string } | { bookingId: string }) {
  const phone = newPhone(app.authority.wwdrCertificate);
  const all = await phone.add(as, of);
  for (const held of all) expect((await phone.register(held)).status).toBe(201);
  const [held] = all;
  if (!held) throw new Error('nothing was added');
  return { phone, held, all };
}

const read = (as: Session, passId: string) => get(getPass, { as, params: { passId } });
const pushesTo = ({ pushToken }: { pushToken: string }) => app.apple.pushes.filter(({ token }) => token === pushToken);
const isCrossedOut = ({ json }: Held) => json.voided === true && json.barcodes === undefined;

async function cancelled() {
  const { as, pass } = await traveller();
  const { phone, held } = await phoneWith(as, { passId: pass.passId });
  const give = () => post(cancelPass, { as, params: { passId: pass.passId } });
  return { as, pass, phone, held, give };
}

describe('a pass in a phone', () => {
  it('is crossed out when it is given back: an empty push under the pass’s own certificate, and a signed pass without a code', async () => {
    const { pass, phone, held, give } = await cancelled();
    expect((await give()).status).toBe(200);
    await expect.poll(() => pushesTo(phone)).toHaveLength(1);
    const { passTypeIdentifier: topic } = APPLE_IDS;
    expect(pushesTo(phone)).toEqual([{ token: phone.pushToken, topic, body: '{}', client: `Pass Type ID: ${topic}` }]);
    expect((await phone.changed(held))?.serialNumbers).toEqual([pass.passId]);
    const now = await phone.refresh(held);
    expect(isCrossedOut(now)).toBe(true);
    expect(JSON.stringify(now.json)).not.toContain(pass.code);
    if (hasOpenSsl()) expect(() => verifyWithOpenSsl(now.bytes, app.authority.wwdrCertificate)).not.toThrow();
    const { serialNumber, webServiceURL, authenticationToken } = held.json;
    expect(now.json).toMatchObject({ serialNumber, webServiceURL, authenticationToken });
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(1);
  });

  it('is crossed out once we hear that it was used up, and good again when staff take a visit back', async () => {
    const { as, pass } = await traveller('lounge-single');
    const { phone, held } = await phoneWith(as, { passId: pass.passId });
    const order = await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001' });
    await app.advance(60_000);
    await read(as, pass.passId);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(1);
    const used = await phone.refresh(held);
    expect(isCrossedOut(used)).toBe(true);
    await app.control.reverse(order.orderId);
    await app.advance(60_000);
    await read(as, pass.passId);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(2);
    const again = await phone.refresh(used);
    expect(again.json).toMatchObject({ barcodes: [{ message: pass.code }] });
    expect(again.json).not.toHaveProperty('voided');
    expect(Date.parse(again.modified ?? '')).toBeGreaterThan(Date.parse(used.modified ?? ''));
  });

  it('is left alone by a visit that leaves others', async () => {
    const { as, pass } = await traveller('lounge-pair');
    const { phone, held } = await phoneWith(as, { passId: pass.passId });
    await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001' });
    await app.advance(60_000);
    await read(as, pass.passId);
    await followWallets();
    expect(pushesTo(phone)).toEqual([]);
    expect((await phone.refresh(held)).json).toEqual(held.json);
  });

  it('that asks before anybody has noticed the change gets it all the same', async () => {
    const { as, pass } = await traveller('lounge-single');
    const { phone, held } = await phoneWith(as, { passId: pass.passId });
    const before = await phone.refresh(held);
    await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001' });
    await app.advance(60_000);
    await read(as, pass.passId);
    expect(isCrossedOut(await phone.refresh(before))).toBe(true);
  });

  it('hears of a change that came between its download and its registration', async () => {
    const { as, pass } = await traveller();
    const phone = newPhone(app.authority.wwdrCertificate);
    const [held] = await phone.add(as, { passId: pass.passId });
    await post(cancelPass, { as, params: { passId: pass.passId } });
    await followWallets();
    expect(held && (await phone.register(held)).status).toBe(201);
    await expect.poll(() => pushesTo(phone)).toHaveLength(1);
  });
});

describe('a booking in a phone', () => {
  it('is crossed out when it is cancelled, each voucher of it', async () => {
    const { as, booking } = await booked('fast-track-pair', { resourceId: 'C00001', adults: 2 });
    const { phone, all } = await phoneWith(as, { bookingId: booking.bookingId });
    expect(all).toHaveLength(2);
    expect((await cancel(as, booking.bookingId)).status).toBe(200);
    await expect.poll(() => pushesTo(phone).length).toBeGreaterThan(0);
    await followWallets();
    // Both cards of one phone are one push.
    expect(pushesTo(phone)).toHaveLength(1);
    const serials = all.map(({ json }) => json.serialNumber);
    const [first] = all;
    expect(first && (await phone.changed(first))?.serialNumbers).toEqual(serials);
    for (const held of all) {
      const now = await phone.refresh(held);
      expect(isCrossedOut(now)).toBe(true);
      expect(now.json.serialNumber).toBe(held.json.serialNumber);
      for (const { code } of booking.vouchers) expect(JSON.stringify(now.json)).not.toContain(code);
    }
  });

  it('is crossed out once we hear that the desk has scanned it', async () => {
    const { as, booking } = await booked();
    const { phone, held } = await phoneWith(as, { bookingId: booking.bookingId });
    await app.advance(Date.parse(booking.startsAt) - Date.parse(TEST_NOW));
    await app.control.redeem({ voucher: booking.vouchers[0]?.code ?? '' });
    expect(await bookingOf(as, booking.bookingId)).toMatchObject({ status: 'used' });
    await expect.poll(() => pushesTo(phone)).toHaveLength(1);
    expect(isCrossedOut(await phone.refresh(held))).toBe(true);
  });
});

describe('a wallet that cannot be told', () => {
  it('takes nothing from a cancellation, and is told by a later round, after a pause', async () => {
    const { phone, give } = await cancelled();
    app.apple.answer({ status: 503, reason: 'ServiceUnavailable' });
    expect((await give()).status).toBe(200);
    await expect.poll(() => pushesTo(phone)).toHaveLength(1);
    app.apple.answer({ status: 200 });
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(1);
    await app.advance(30_000);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(2);
    await app.advance(HOUR_MS);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(2);
  });

  it('because it never answers holds a round up for a bounded time', async () => {
    const { phone, give } = await cancelled();
    app.apple.answer('never');
    await give();
    const startedMs = performance.now();
    await followWallets();
    expect(performance.now() - startedMs).toBeLessThan(8_000);
    expect(pushesTo(phone)).toHaveLength(1);
    app.apple.answer({ status: 200 });
    await app.advance(30_000);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(2);
  });

  it('is told by another process when the one that took it died', async () => {
    const { phone, held, give } = await cancelled();
    const { db } = app.store;
    await give();
    await followWallets();
    const within = (ms: number) => new Date(app.runtime.clock() + ms).toISOString();
    const isCard = eq(walletCards.cardId, held.json.serialNumber);
    await db
      .update(walletCards)
      .set({ changedAt: within(60_000), dueAt: within(120_000) })
      .where(isCard);
    const told = pushesTo(phone).length;
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(told);
    await app.advance(130_000);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(told + 1);
  });

  it.each([
    { status: 410, reason: 'Unregistered' },
    { status: 400, reason: 'BadDeviceToken' },
  ])('because the phone is gone (%j) forgets the phone', async (answer) => {
    const { phone, held, give } = await cancelled();
    app.apple.answer(answer);
    await give();
    await expect.poll(() => phone.changed(held)).toBeNull();
    app.apple.answer({ status: 200 });
    await app.advance(HOUR_MS);
    await followWallets();
    expect(pushesTo(phone)).toHaveLength(1);
  });
});

describe('erasing an account', () => {
  it('crosses out what was saved, without a word of what it was, and soon nothing of it is kept', async () => {
    const { as, pass, phone, held } = await cancelled();
    expect((await get(exportAccount, { as })).body.walletCards).toEqual([
      { wallet: 'apple', of: pass.passId, savedAt: expect.any(String), devices: 1 },
    ]);
    expect((await post(eraseAccount, { as })).status).toBe(200);
    await expect.poll(() => pushesTo(phone)).toHaveLength(1);
    expect((await phone.changed(held))?.serialNumbers).toEqual([pass.passId]);
    const now = await phone.refresh(held);
    expect(isCrossedOut(now)).toBe(true);
    expect(now.json).toMatchObject({ storeCard: { primaryFields: [{ value: 'No longer valid' }] } });
    for (const secret of ['Ada', 'Lovelace', pass.code ?? '-']) expect(JSON.stringify(now.json)).not.toContain(secret);
    expect((await get(exportAccount, { as })).body.walletCards).toEqual([]);
    const { db } = app.store;
    const kept = () =>
      Promise.all([
        db.$count(walletCards, eq(walletCards.cardId, pass.passId)),
        db.$count(walletDevices, eq(walletDevices.deviceId, phone.deviceId)),
      ]);
    const [row] = await db.select().from(walletCards).where(eq(walletCards.cardId, pass.passId));
    expect(row?.clientUserId).toBeNull();
    expect(await kept()).toEqual([1, 1]);
    await purgeExpired(db, app.runtime.clock() + 7 * 24 * HOUR_MS + 60_000);
    expect(await kept()).toEqual([0, 0]);
    // A phone that was off for longer still gets the truth.
    expect(isCrossedOut(await phone.refresh(held))).toBe(true);
    expect((await phone.register(held)).status).toBe(404);
  });
});
