import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothStores } from '@/lib/testing/both-stores';
import { erasedOf, newBookingRow, newHoldRow, newOwner, newPassRow, vendorPass } from '@/lib/testing/store-rows';
import { findBooking, insertBooking, listBookings, updateBooking } from './bookings';
import type { Db, Store } from './db';
import { findHold, insertHold, releaseHoldsOfPass } from './holds';
import { claimIdempotencyKey, finishIdempotencyKey, releaseIdempotencyKey } from './idempotency';
import { newId } from './ids';
import { markLaunchTokenUsed } from './launch-tokens';
import { withOwnerLock } from './owner';
import { countPassesOfOffer, findPass, insertPass, listPasses, setPassState, updatePassVendor } from './passes';
import { purgeExpired } from './purge';

const NOW_MS = Date.parse('2026-03-01T09:00:00.000Z');
const stores = await bothStores();

describe.each(stores)('the store on $name', ({ isThere, open }) => {
  let store: Store;
  let db: Db;

  beforeAll(async () => {
    if (!isThere) return;
    store = await open();
    db = store.db;
  });
  afterAll(async () => {
    await store?.close();
  });

  describe.skipIf(!isThere)('guarantees', () => {
    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    it('shows a pass, a hold and a booking to their owner only, and not to the same id under another brand', async () => {
      const owner = newOwner();
      const strangers = [newOwner(), { ...owner, brandId: 'other-bank' }];
      const pass = await insertPass(db, owner, newPassRow());
      const hold = await insertHold(db, owner, newHoldRow({ passId: pass.id }));
      const booking = await insertBooking(db, owner, newBookingRow({ passId: pass.id, holdId: hold.id }));
      expect(await findPass(db, owner, pass.id)).toEqual(pass);
      expect(await findHold(db, owner, hold.id)).toEqual(hold);
      expect(await findBooking(db, owner, booking?.id ?? '')).toEqual(booking);
      for (const stranger of strangers) {
        expect(await findPass(db, stranger, pass.id)).toBeNull();
        expect(await listPasses(db, stranger)).toEqual([]);
        expect(await findHold(db, stranger, hold.id)).toBeNull();
        expect(await findBooking(db, stranger, booking?.id ?? '')).toBeNull();
        expect(await listBookings(db, stranger)).toEqual([]);
        await expect(insertPass(db, stranger, newPassRow({ id: pass.id }))).rejects.toThrow('somebody else');
      }
    });

    it('gives instants back in UTC whatever offset they came with', async () => {
      const owner = newOwner();
      const { id } = await insertPass(db, owner, newPassRow({ createdAt: '2026-07-01T14:15:16.789+05:45' }));
      expect((await findPass(db, owner, id))?.createdAt).toBe('2026-07-01T08:30:16.789Z');
    });

    it('writes the same pass id once', async () => {
      const owner = newOwner();
      const row = newPassRow();
      const first = await insertPass(db, owner, row);
      expect(await insertPass(db, owner, { ...row, title: 'again' })).toEqual(first);
      expect(await listPasses(db, owner)).toHaveLength(1);
    });

    it('keeps the newest word of the vendor on a pass, and a cancelled pass cancelled', async () => {
      const owner = newOwner();
      const { id } = await insertPass(db, owner, newPassRow());
      const issued = await updatePassVendor(db, id, vendorPass, '2026-03-01T10:00:00.000Z');
      expect(issued).toMatchObject({ state: 'issued', vendor: vendorPass, vendorAsOf: '2026-03-01T10:00:00.000Z' });
      const older = await updatePassVendor(db, id, { ...vendorPass, usedVisits: 1 }, '2026-03-01T09:59:59.000Z');
      expect(older?.vendor?.usedVisits).toBe(0);
      const cancelled = { ...vendorPass, isCancelled: true, cancelledAt: '2026-03-01T11:00:00.000Z' };
      await updatePassVendor(db, id, cancelled, '2026-03-01T11:00:00.000Z');
      const late = await updatePassVendor(db, id, vendorPass, '2026-03-01T11:00:01.000Z');
      expect(late?.vendor).toEqual(cancelled);
      expect(await updatePassVendor(db, newId('ps'), vendorPass, '2026-03-01T11:00:00.000Z')).toBeNull();
    });

    it('does not move a pass that has its answer', async () => {
      const owner = newOwner();
      const { id } = await insertPass(db, owner, newPassRow());
      await updatePassVendor(db, id, vendorPass, '2026-03-01T10:00:00.000Z');
      expect(await setPassState(db, id, 'refused')).toBeNull();
      expect((await findPass(db, owner, id))?.state).toBe('issued');
    });

    it('counts the passes of an offer that are asked for or issued, and not the cancelled or refused', async () => {
      const owner = newOwner();
      const [asked, issued, cancelled, refused] = await Promise.all(
        [0, 1, 2, 3].map(() => insertPass(db, owner, newPassRow())),
      );
      await insertPass(db, owner, newPassRow({ offerId: 'another' }));
      await insertPass(db, newOwner(), newPassRow());
      await updatePassVendor(db, issued?.id ?? '', vendorPass, '2026-03-01T10:00:00.000Z');
      await updatePassVendor(db, cancelled?.id ?? '', { ...vendorPass, isCancelled: true }, '2026-03-01T10:00:00.000Z');
      await setPassState(db, refused?.id ?? '', 'refused');
      expect(asked?.state).toBe('requested');
      expect(await countPassesOfOffer(db, owner, erasedOf(owner), 'lounge-1')).toBe(2);
    });

    it('lets one of many requests under the owner lock see room for one more', async () => {
      const owner = newOwner();
      const issueIfNone = () =>
        withOwnerLock(db, owner, async (tx) => {
          if ((await countPassesOfOffer(tx, owner, erasedOf(owner), 'lounge-1')) > 0) return false;
          await insertPass(tx, owner, newPassRow());
          return true;
        });
      const results = await Promise.all(Array.from({ length: 8 }, issueIfNone));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await listPasses(db, owner)).toHaveLength(1);
    });

    it('makes one booking of a hold, however many ask at once', async () => {
      const owner = newOwner();
      const holdId = newId('hd');
      const made = await Promise.all(
        Array.from({ length: 8 }, () => insertBooking(db, owner, newBookingRow({ holdId }))),
      );
      expect(made.filter((row) => row !== null)).toHaveLength(1);
      expect(await listBookings(db, owner)).toHaveLength(1);
    });

    it('forgets the holds of a pass when it asks again, and no others', async () => {
      const owner = newOwner();
      const passId = newId('ps');
      const [mine, other] = [newHoldRow({ passId }), newHoldRow()];
      await insertHold(db, owner, mine);
      await insertHold(db, owner, other);
      await releaseHoldsOfPass(db, passId);
      expect(await findHold(db, owner, mine.id)).toBeNull();
      expect(await findHold(db, owner, other.id)).not.toBeNull();
    });

    it('changes a booking only from a status that was expected, so one of two changes wins', async () => {
      const owner = newOwner();
      const { id } = newBookingRow();
      await insertBooking(db, owner, newBookingRow({ id, status: 'confirmed' }));
      const results = await Promise.all([
        updateBooking(db, id, ['confirmed'], { status: 'cancelled' }),
        updateBooking(db, id, ['confirmed'], { status: 'used' }),
      ]);
      const [winner, ...others] = results.filter((row) => row !== null);
      expect(others).toEqual([]);
      expect((await findBooking(db, owner, id))?.status).toBe(winner?.status);
      expect(await updateBooking(db, id, ['checking', 'confirmed'], { status: 'confirmed' })).toBeNull();
      expect(await updateBooking(db, id, [], { status: 'confirmed' })).toBeNull();
    });

    it('gives an idempotency key to one of many claims at once', async () => {
      const owner = newOwner();
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, index) => claimIdempotencyKey(db, owner, 'key', 'hash', `s${index}`, NOW_MS)),
      );
      expect(claims.filter(({ state }) => state === 'new')).toHaveLength(1);
      const waiting = claims.filter((claim) => claim.state === 'running');
      expect(waiting).toHaveLength(7);
      expect(new Set(waiting.map(({ subjectId }) => subjectId)).size).toBe(1);
    });

    it('replays the answer of a key, refuses another body, and keeps the keys of owners apart', async () => {
      const owner = newOwner();
      await claimIdempotencyKey(db, owner, 'key', 'hash', 'bk_1', NOW_MS);
      await finishIdempotencyKey(db, owner, 'key', 201, { bookingId: 'bk_1' });
      await releaseIdempotencyKey(db, owner, 'key');
      const again = await claimIdempotencyKey(db, owner, 'key', 'hash', 'bk_2', NOW_MS);
      expect(again).toEqual({ state: 'done', status: 201, body: { bookingId: 'bk_1' } });
      expect(await claimIdempotencyKey(db, owner, 'key', 'other', 'bk_2', NOW_MS)).toEqual({ state: 'conflict' });
      expect(await claimIdempotencyKey(db, newOwner(), 'key', 'other', 'bk_2', NOW_MS)).toEqual({ state: 'new' });
    });

    it('gives a released key out again', async () => {
      const owner = newOwner();
      await claimIdempotencyKey(db, owner, 'key', 'hash', 'bk_1', NOW_MS);
      await releaseIdempotencyKey(db, owner, 'key');
      expect(await claimIdempotencyKey(db, owner, 'key', 'other', 'bk_2', NOW_MS)).toEqual({ state: 'new' });
    });

    it('uses a hand-over token once for each issuer', async () => {
      const jti = newId('ps');
      const uses = await Promise.all(
        Array.from({ length: 4 }, () => markLaunchTokenUsed(db, 'bank', jti, '2026-03-01T09:02:00.000Z')),
      );
      expect(uses.filter(Boolean)).toHaveLength(1);
      expect(await markLaunchTokenUsed(db, 'airline', jti, '2026-03-01T09:02:00.000Z')).toBe(true);
    });

    it('forgets answers and holds after a day, and hand-over tokens once nobody would accept them', async () => {
      const owner = newOwner();
      const hold = newHoldRow();
      const jti = newId('ps');
      await claimIdempotencyKey(db, owner, 'key', 'hash', null, NOW_MS);
      await insertHold(db, owner, hold);
      await markLaunchTokenUsed(db, 'bank', jti, '2026-03-01T09:02:00.000Z');
      await purgeExpired(db, NOW_MS + 30 * 60_000);
      expect((await claimIdempotencyKey(db, owner, 'key', 'hash', null, NOW_MS)).state).toBe('running');
      expect(await findHold(db, owner, hold.id)).not.toBeNull();
      expect(await markLaunchTokenUsed(db, 'bank', jti, '2026-03-01T09:02:00.000Z')).toBe(false);
      await purgeExpired(db, NOW_MS + 25 * 3_600_000);
      expect((await claimIdempotencyKey(db, owner, 'key', 'hash', null, NOW_MS)).state).toBe('new');
      expect(await findHold(db, owner, hold.id)).toBeNull();
      expect(await markLaunchTokenUsed(db, 'bank', jti, '2026-03-01T09:02:00.000Z')).toBe(true);
    });
  });
});
