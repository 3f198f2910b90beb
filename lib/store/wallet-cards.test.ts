import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bothStores } from '@/lib/testing/both-stores';
import { newBookingRow, newOwner, newPassRow, vendorPass } from '@/lib/testing/store-rows';
import { insertBooking, updateBooking } from './bookings';
import type { Store } from './db';
import { newId } from './ids';
import type { Owner } from './owner';
import { insertPass, updatePassVendor } from './passes';
import { passes } from './schema';
import {
  type CardRow,
  claimDueCards,
  closeCard,
  disownCards,
  findCard,
  keepCards,
  listCards,
  listUnseenCards,
  makeDue,
  type NewCard,
  noteCard,
  purgeCards,
  subjectOf,
} from './wallet-cards';
import { forgetPushToken, listUntoldDevices, markTold, saveDevice } from './wallet-devices';

let store: Store;
const stores = await bothStores();

const at = (second: number) => new Date(Date.parse('2026-11-22T12:00:00.000Z') + second * 1000).toISOString();

function newCardRow(cardId: string, wallet: 'apple' | 'google' = 'apple'): NewCard {
  return { wallet, cardId, subjectId: cardId, locale: null, shown: 'first', savedAt: at(0), keptUntil: at(1000) };
}

async function newCard(owner: Owner, wallet: 'apple' | 'google' = 'apple'): Promise<CardRow> {
  const card = newCardRow(newId('ps'), wallet);
  await keepCards(store.db, owner, [card]);
  return found({ ...card, brandId: owner.brandId });
}

async function found(card: Pick<CardRow, 'wallet' | 'brandId' | 'cardId'>): Promise<CardRow> {
  const row = await findCard(store.db, card, card.cardId);
  if (!row) throw new Error('The card is gone.');
  return row;
}

/** Only of this owner's brand, so that tests leave each other's alone. */
const newBrand = (): Owner => ({ ...newOwner(), brandId: newId('ev') });
const claim = ({ brandId }: Owner, second: number) =>
  claimDueCards(store.db, [{ wallet: 'apple', brandId }], { now: at(second), leaseUntil: at(second + 60), limit: 10 });
const change = async (card: CardRow, second: number) => {
  const news = { shown: `at ${second}`, seenAsOf: at(second), at: at(second) };
  const noted = await noteCard(store.db, await found(card), news);
  if (!noted) throw new Error('Somebody else noted it.');
  return noted;
};

describe.each(stores)('a card of a wallet on $name', ({ isThere, open }) => {
  beforeAll(async () => {
    if (isThere) store = await open();
  });
  beforeEach((context) => {
    if (!isThere) context.skip();
  });
  afterAll(async () => {
    if (isThere) await store.close();
  });

  it('is looked at once its pass or booking was written or deleted, and else left alone', async () => {
    const owner = newBrand();
    const { db } = store;
    const pass = await insertPass(db, owner, newPassRow());
    await updatePassVendor(db, pass.id, vendorPass, at(-20));
    const booking = await insertBooking(db, owner, newBookingRow({ passId: pass.id, vendorAsOf: at(-20) }));
    const cards = [pass.id, booking?.id ?? ''].map((cardId) => newCardRow(cardId));
    await keepCards(db, owner, cards);
    const places = [{ wallet: 'apple' as const, brandId: owner.brandId }];
    const unseen = async () => (await listUnseenCards(db, places, 10)).map(({ cardId }) => cardId).sort();
    const look = async () => {
      for (const row of await listUnseenCards(db, places, 10)) {
        const { version } = await subjectOf(db, row.brandId, row.subjectId);
        await noteCard(db, row, { shown: row.shown, seenAsOf: version, at: at(1) });
      }
    };
    expect(await unseen()).toHaveLength(2);
    await look();
    expect(await unseen()).toEqual([]);
    // Also by an answer that was overtaken, and so says nothing of when the vendor was asked last.
    await updateBooking(db, booking?.id ?? '', ['confirmed', 'checking'], { status: 'cancelled' });
    expect(await unseen()).toEqual([booking?.id]);
    await look();
    await updatePassVendor(db, pass.id, { ...vendorPass, usedVisits: 1 }, at(-5));
    expect(await unseen()).toEqual([pass.id]);
    await look();
    await db.delete(passes).where(eq(passes.id, pass.id));
    expect(await unseen()).toEqual([pass.id]);
    await look();
    expect(await unseen()).toEqual([]);
  });

  it('is due once it has changed, is taken by one process at a time, and is over when the wallet knows', async () => {
    const owner = newBrand();
    const card = await newCard(owner);
    expect(await claim(owner, 1)).toEqual([]);
    await change(card, 2);
    const taken = await Promise.all([claim(owner, 3), claim(owner, 3)]);
    expect(taken.flat()).toHaveLength(1);
    expect(await claim(owner, 30)).toEqual([]);
    const [again] = await claim(owner, 64);
    expect(again).toMatchObject({ cardId: card.cardId, attempts: 2 });
    await closeCard(store.db, await found(card), at(65));
    expect(await found(card)).toMatchObject({ dueAt: null, attempts: 0 });
  });

  it('that shows the same is not due, and does not count as changed', async () => {
    const card = await newCard(newBrand());
    await noteCard(store.db, card, { shown: 'first', seenAsOf: at(5), at: at(5) });
    expect(await found(card)).toMatchObject({ dueAt: null, changedAt: at(0), seenAsOf: at(5) });
  });

  it('that changes again while its wallet is being told is due at once, and not before the telling is over', async () => {
    const owner = newBrand();
    const card = await newCard(owner);
    await change(card, 2);
    const [taken] = await claim(owner, 3);
    if (!taken) throw new Error('It was not due.');
    await change(card, 4);
    expect(await claim(owner, 5)).toEqual([]);
    await closeCard(store.db, taken, at(6));
    expect(await claim(owner, 6)).toHaveLength(1);
  });

  it('that a device has come to while its wallet was being told is due at once', async () => {
    const owner = newBrand();
    const card = await newCard(owner);
    const changed = await change(card, 2);
    await claim(owner, 3);
    await saveDevice(store.db, changed, { deviceId: newId('ev'), pushToken: 'aa', at: at(4) });
    // One of another card says nothing about this one.
    const other = await newCard(owner);
    await saveDevice(store.db, other, { deviceId: newId('ev'), pushToken: 'bb', at: at(4) });
    await closeCard(store.db, changed, at(5));
    expect(await claim(owner, 5)).toHaveLength(1);
    const [device] = await listUntoldDevices(store.db, changed);
    await markTold(store.db, changed, [device?.deviceId ?? '']);
    await closeCard(store.db, changed, at(6));
    expect(await found(card)).toMatchObject({ dueAt: null });
  });

  it('changes by whole seconds, however close two changes are, as a phone compares them', async () => {
    const card = await newCard(newBrand());
    const first = await change(card, 2);
    const second = await noteCard(store.db, first, { shown: 'third', seenAsOf: null, at: at(2) });
    expect(second?.changedAt).toBe(at(3));
  });

  it('is noted by the first of two who notice the same', async () => {
    const card = await newCard(newBrand());
    const news = { shown: 'second', seenAsOf: at(2), at: at(2) };
    const noted = await Promise.all([noteCard(store.db, card, news), noteCard(store.db, card, news)]);
    expect(noted.filter((one) => one !== null)).toHaveLength(1);
  });

  it('that is erased while its wallet is being told is due afterwards', async () => {
    const owner = newBrand();
    const card = await newCard(owner);
    const changed = await change(card, 2);
    await claim(owner, 3);
    await disownCards(store.db, owner, { now: at(4), keptUntil: at(500) });
    await closeCard(store.db, changed, at(5));
    expect(await claim(owner, 5)).toMatchObject([{ clientUserId: null, keptUntil: at(500) }]);
    expect(await listCards(store.db, owner)).toEqual([]);
  });

  it('is listed with the devices of its own that follow it', async () => {
    const owner = newBrand();
    const [card, google] = [await newCard(owner), await newCard(owner, 'google')];
    for (const deviceId of [newId('ev'), newId('ev')]) {
      await saveDevice(store.db, card, { deviceId, pushToken: 'cc', at: at(1) });
    }
    const listed = await listCards(store.db, owner);
    const counts = Object.fromEntries(listed.map(({ cardId, devices }) => [cardId, devices]));
    expect(counts).toEqual({ [card.cardId]: 2, [google.cardId]: 0 });
  });

  it('goes when it has run out, with its devices and no others', async () => {
    const owner = newBrand();
    const [card, kept] = [await newCard(owner), await newCard(owner)];
    await keepCards(store.db, owner, [{ ...kept, savedAt: at(10), keptUntil: at(5000) }]);
    for (const one of [card, kept]) {
      await saveDevice(store.db, one, { deviceId: `device of ${one.cardId}`, pushToken: 'dd', at: at(1) });
    }
    await purgeCards(store.db, at(2000));
    expect(await findCard(store.db, card, card.cardId)).toBeNull();
    expect(await listUntoldDevices(store.db, { ...card, changedAt: at(9000) })).toEqual([]);
    expect(await listUntoldDevices(store.db, { ...kept, changedAt: at(9000) })).toHaveLength(1);
  });

  it('is not lost to a phone that registers anew while its old push token is being forgotten', async () => {
    const card = await newCard(newBrand());
    const device = { deviceId: newId('ev'), pushToken: 'ee' };
    expect(await saveDevice(store.db, card, { ...device, at: at(1) })).toBe(true);
    expect(await saveDevice(store.db, card, { ...device, at: at(3) })).toBe(false);
    await forgetPushToken(store.db, card.brandId, 'ee', at(2));
    expect(await listUntoldDevices(store.db, { ...card, changedAt: at(9) })).toHaveLength(1);
    await forgetPushToken(store.db, card.brandId, 'ee', at(3));
    expect(await listUntoldDevices(store.db, { ...card, changedAt: at(9) })).toEqual([]);
  });

  it('is due where it was not, and keeps its pause where it was', async () => {
    const owner = newBrand();
    const card = await newCard(owner);
    await makeDue(store.db, card, at(3));
    expect(await claim(owner, 4)).toHaveLength(1);
    await makeDue(store.db, card, at(5));
    expect(await claim(owner, 6)).toEqual([]);
  });
});
