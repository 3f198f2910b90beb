import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasedOf, newBookingRow, newHoldRow, newOwner, newPassRow, vendorPass } from '@/lib/testing/store-rows';
import { insertBooking, listBookings } from './bookings';
import type { Store } from './db';
import { eraseOwner } from './erase';
import { findHold, insertHold } from './holds';
import { claimIdempotencyKey } from './idempotency';
import { openMemoryStore } from './memory';
import { type Owner, withOwnerLock } from './owner';
import { countPassesOfOffer, insertPass, listPasses, setPassState, updatePassVendor } from './passes';

const NOW_MS = Date.parse('2026-03-01T12:00:00.000Z');
const AS_OF = '2026-03-01T10:00:00.000Z';

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());

/** An issued pass, a hold and a booking of it, and a key. */
async function everythingOf(owner: Owner) {
  const { db } = store;
  const pass = await insertPass(db, owner, newPassRow());
  await updatePassVendor(db, pass.id, vendorPass, AS_OF);
  const hold = await insertHold(db, owner, newHoldRow({ passId: pass.id }));
  await insertBooking(db, owner, newBookingRow({ passId: pass.id, holdId: hold.id }));
  await claimIdempotencyKey(db, owner, 'key', 'hash', null, NOW_MS);
  return { pass, hold };
}

async function isAllThere(owner: Owner, holdId: string): Promise<boolean[]> {
  const { db } = store;
  const claim = await claimIdempotencyKey(db, owner, 'key', 'hash', null, NOW_MS);
  return [
    (await listPasses(db, owner)).length === 1,
    (await listBookings(db, owner)).length === 1,
    (await findHold(db, owner, holdId)) !== null,
    claim.state === 'running',
  ];
}

const erase = (owner: Owner) => withOwnerLock(store.db, owner, (tx) => eraseOwner(tx, owner, erasedOf(owner), NOW_MS));
const counted = (owner: Owner) => countPassesOfOffer(store.db, owner, erasedOf(owner), 'lounge-1');

describe('erasing an owner', () => {
  it('leaves nothing of theirs, and everything of others and of the same id under another brand', async () => {
    const owner = newOwner();
    const others = [newOwner(), { ...owner, brandId: 'other-bank' }];
    const { hold } = await everythingOf(owner);
    const kept = await Promise.all(others.map(async (other) => ({ other, ...(await everythingOf(other)) })));
    await erase(owner);
    expect(await isAllThere(owner, hold.id)).toEqual([false, false, false, false]);
    for (const { other, hold } of kept) {
      expect(await isAllThere(other, hold.id)).toEqual([true, true, true, true]);
      expect(await counted(other)).toBe(1);
    }
  });

  it('keeps of each pass that counts a row without name, number or trace of the pass, and of the others nothing', async () => {
    const owner = newOwner();
    const { db } = store;
    const { pass } = await everythingOf(owner);
    const request = { module: 1, firstName: 'Ada', lastName: 'Lovelace', expiresAt: AS_OF, visits: 1, resourceIds: [] };
    await insertPass(db, owner, newPassRow({ request: { ...request, module: 1 } }));
    const cancelled = await insertPass(db, owner, newPassRow());
    await updatePassVendor(db, cancelled.id, { ...vendorPass, isCancelled: true }, AS_OF);
    const refused = await insertPass(db, owner, newPassRow());
    await setPassState(db, refused.id, 'refused');
    await erase(owner);
    const left = await listPasses(db, erasedOf(owner));
    expect(left).toHaveLength(2);
    for (const row of left) {
      expect(row).toMatchObject({
        state: 'erased',
        request: null,
        vendor: null,
        vendorAsOf: null,
        offerId: 'lounge-1',
      });
      expect(row.createdAt).toBe(new Date(NOW_MS).toISOString());
      expect(row.id).not.toBe(pass.id);
    }
    expect(await counted(owner)).toBe(2);
  });

  it('adds up over several times, and an answer that comes late brings nothing back', async () => {
    const owner = newOwner();
    const { pass } = await everythingOf(owner);
    await erase(owner);
    expect(await updatePassVendor(store.db, pass.id, vendorPass, '2026-03-01T13:00:00.000Z')).toBeNull();
    await everythingOf(owner);
    expect(await counted(owner)).toBe(2);
    await erase(owner);
    await erase(owner);
    expect(await counted(owner)).toBe(2);
    expect(await listPasses(store.db, owner)).toEqual([]);
  });
});
