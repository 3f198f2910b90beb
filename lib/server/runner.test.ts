import { afterAll, beforeAll, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { insertBooking } from '@/lib/store/bookings';
import { newId } from '@/lib/store/ids';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { book, held, traveller } from '@/lib/testing/journey';
import { newBookingRow } from '@/lib/testing/store-rows';
import { settleAll, startRunner } from './runner';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it('settles a booking although many others cannot be settled, or belong to a brand that is gone', async () => {
  const { as, pass } = await traveller();
  await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
  const bookingId = String((await book(as, await held(as, { passId: pass.passId }))).body.bookingId);
  // The passes of these do not exist, so nothing can be asked about them.
  for (let count = 0; count < 120; count += 1) {
    const owner = { brandId: count % 2 ? 'layover' : 'gone', clientUserId: newId('ps') };
    await insertBooking(app.store.db, owner, newBookingRow({ vendorAsOf: '2020-01-01T00:00:00.000Z' }));
  }
  await settleAll(app.runtime, brands());
  const row = await app.store.db.query.bookings.findFirst({ where: (booking, { eq }) => eq(booking.id, bookingId) });
  expect(row).toMatchObject({ status: 'confirmed' });
});

it('settles at once after a start what the process before may have left under way', async () => {
  const { as, pass } = await traveller();
  await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
  const bookingId = String((await book(as, await held(as, { passId: pass.passId }))).body.bookingId);
  // Stopped before its timer is due for the first time.
  startRunner(app.runtime, brands()).stop();
  const rowOf = () => app.store.db.query.bookings.findFirst({ where: (booking, { eq }) => eq(booking.id, bookingId) });
  await expect.poll(rowOf, { timeout: 20_000 }).toMatchObject({ status: 'confirmed' });
});

it('leaves a booking that was only just sent to its own request', async () => {
  const { as, pass } = await traveller();
  await app.control.addFault({ operation: 'prebook', when: 'after', mode: 'reset' });
  const bookingId = String((await book(as, await held(as, { passId: pass.passId }))).body.bookingId);
  const rowOf = () => app.store.db.query.bookings.findFirst({ where: (booking, { eq }) => eq(booking.id, bookingId) });
  await settleAll(app.runtime, brands(), { aheadMs: 0 });
  expect(await rowOf()).toMatchObject({ status: 'checking' });
  await app.advance(16_000);
  await settleAll(app.runtime, brands(), { aheadMs: 0 });
  expect(await rowOf()).toMatchObject({ status: 'confirmed' });
});
