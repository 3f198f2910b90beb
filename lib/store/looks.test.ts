import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothStores } from '@/lib/testing/both-stores';
import { newBookingRow, newOwner, newPassRow } from '@/lib/testing/store-rows';
import { insertBooking, type NewBooking, updateBooking } from './bookings';
import type { Db, Store } from './db';
import { type Due, firstLookAt, takeDueBookings, takeDuePasses } from './looks';
import { insertPass } from './passes';

const NOW_MS = Date.parse('2026-03-01T09:00:00.000Z');
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const stores = await bothStores();

describe.each(stores)('what is due on $name', ({ isThere, open }) => {
  let store: Store;
  let db: Db;
  let brandId = '';
  let count = 0;

  beforeAll(async () => {
    if (!isThere) return;
    store = await open();
    db = store.db;
  });
  afterAll(async () => {
    await store?.close();
  });

  const due = (changes: Partial<Due> = {}): Due => {
    return { brandIds: [brandId], nowMs: NOW_MS, aheadMs: 0, limit: 50, ...changes };
  };
  const idsAt = async (nowMs: number, changes: Partial<Due> = {}) =>
    (await takeDueBookings(db, due({ nowMs, ...changes }))).map(({ id }) => id);

  /** Rows of a brand that no other test looks at. */
  async function insert(...rows: Partial<NewBooking>[]): Promise<string[]> {
    count += 1;
    brandId = `brand-${count}`;
    const made = rows.map((row) => newBookingRow(row));
    for (const row of made) await insertBooking(db, newOwner(brandId), row);
    return made.map(({ id }) => id);
  }

  describe.skipIf(!isThere)('guarantees', () => {
    it('is every booking whose outcome, cancellation or change is open, and no other', async () => {
      const [checking, pending, cancelling, changing] = await insert(
        { status: 'checking' },
        { status: 'pending' },
        { status: 'confirmed', isCancelling: true },
        { status: 'confirmed', replaces: 'bk_1', change: 'waiting' },
        { status: 'confirmed' },
        { status: 'confirmed', change: 'done' },
        { status: 'confirmed', replacedBy: 'bk_1', replacedChange: 'waiting' },
        { status: 'refused' },
        { status: 'cancelled' },
      );
      expect(new Set(await idsAt(NOW_MS))).toEqual(new Set([checking, pending, cancelling, changing]));
      expect(await idsAt(NOW_MS, { brandIds: ['gone'] })).toEqual([]);
    });

    it('is given to one of many processes that ask at once', async () => {
      const ids = await insert(...Array.from({ length: 20 }, () => ({ status: 'checking' as const })));
      const taken = await Promise.all(Array.from({ length: 6 }, () => takeDueBookings(db, due({ limit: 7 }))));
      const all = taken.flat().map(({ id }) => id);
      expect(all).toHaveLength(new Set(all).size);
      const rest = await idsAt(NOW_MS);
      expect(new Set([...all, ...rest])).toEqual(new Set(ids));
    });

    it('comes back after pauses that grow up to ten minutes', async () => {
      const [id] = await insert({ status: 'checking' });
      let nowMs = NOW_MS;
      for (const pauseSeconds of [15, 30, 60, 120, 240, 480, 600, 600]) {
        expect(await idsAt(nowMs)).toEqual([id]);
        expect(await idsAt(nowMs + (pauseSeconds - 1) * SECOND_MS)).toEqual([]);
        nowMs += pauseSeconds * SECOND_MS;
      }
    });

    it('is a pending booking every hour in the end, however many days that takes', async () => {
      const [id] = await insert({ status: 'pending', looks: 1_000 });
      expect(await idsAt(NOW_MS)).toEqual([id]);
      expect(await idsAt(NOW_MS + 59 * MINUTE_MS)).toEqual([]);
      expect(await idsAt(NOW_MS + 60 * MINUTE_MS)).toEqual([id]);
    });

    it('is not a booking that was only just sent, unless one looks ahead', async () => {
      const [id] = await insert({ status: 'checking', nextLookAt: firstLookAt(NOW_MS) });
      expect(await idsAt(NOW_MS + SECOND_MS)).toEqual([]);
      expect(await idsAt(NOW_MS + SECOND_MS, { aheadMs: MINUTE_MS })).toEqual([id]);
    });

    it('is soon again what has changed, and what the clock was put back for', async () => {
      const [id] = await insert({ status: 'checking', looks: 8 });
      await idsAt(NOW_MS);
      await updateBooking(db, id ?? '', ['checking'], { status: 'pending', nextLookAt: null, looks: 0 });
      expect(await idsAt(NOW_MS + SECOND_MS)).toEqual([id]);
      expect(await idsAt(NOW_MS - 24 * 60 * MINUTE_MS)).toEqual([id]);
    });

    it('is a pass that was asked for and has no answer', async () => {
      await insert();
      const pass = await insertPass(db, newOwner(brandId), newPassRow());
      await insertPass(db, newOwner(brandId), newPassRow({ state: 'issued' }));
      expect(await takeDuePasses(db, due())).toMatchObject([{ id: pass.id, looks: 1 }]);
      expect(await takeDuePasses(db, due({ nowMs: NOW_MS + 14 * SECOND_MS }))).toEqual([]);
      expect(await takeDuePasses(db, due({ nowMs: NOW_MS + 15 * SECOND_MS }))).toMatchObject([{ id: pass.id }]);
    });
  });
});
