import { afterAll, beforeAll, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { listBookings } from '@/lib/store/bookings';
import { eraseOwner } from '@/lib/store/erase';
import { insertHold } from '@/lib/store/holds';
import { newId } from '@/lib/store/ids';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { erasedOf, newHoldRow, newOwner, vendorPass } from '@/lib/testing/store-rows';
import { journalBooking } from './journal-booking';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it('writes no booking for a traveller who was erased after the hold was read', async () => {
  const { db } = app.store;
  const [brand] = brands();
  if (!brand) throw new Error('there is no brand');
  const catalog = await app.runtime.catalogFor(brand);
  await catalog.ensureDetails(['N00001']);
  const place = catalog.resource('N00001');
  if (!place?.details) throw new Error('the place has no details');
  const owner = newOwner();
  const hold = await insertHold(db, owner, newHoldRow());
  await eraseOwner(db, owner, erasedOf(owner), Date.parse(hold.createdAt));
  const input = { bookingId: newId('bk'), owner, hold, place: { ...place, details: place.details }, hub: undefined };
  await expect(journalBooking({ ...input, pass: vendorPass, replaces: null })).rejects.toMatchObject({
    code: 'hold_expired',
  });
  expect(await listBookings(db, owner)).toEqual([]);
});
