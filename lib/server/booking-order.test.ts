import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { hearOrder } from '@/lib/server/booking-order';
import { journalCancellation, reopen } from '@/lib/server/cancellation';
import { findBooking } from '@/lib/store/bookings';
import { openTestApp, type TestApp } from '@/lib/testing/app';
import { booked } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

/** A booking, the vendor's word on it, and a way to look at its row. */
async function bookedWithOrder() {
  const { as, booking } = await booked();
  const owner = { brandId: as.brandId, clientUserId: as.clientUserId };
  const rowNow = async () => {
    const row = await findBooking(app.store.db, owner, booking.bookingId);
    if (!row) throw new Error('the booking is gone');
    return row;
  };
  const brand = brands().find(({ id }) => id === as.brandId);
  if (!brand) throw new Error('the brand is missing');
  const { orderId } = await rowNow();
  const order = await app.runtime.dragonpassFor(brand).getOrder({ orderId: orderId ?? '' });
  return { owner, order, rowNow, asOf: new Date(app.runtime.clock()).toISOString() };
}

it('an order that is heard late does not undo that a cancellation was asked for meanwhile', async () => {
  const { owner, order, rowNow, asOf } = await bookedWithOrder();
  const before = await rowNow();
  await journalCancellation(owner, before.id);
  await hearOrder(before, order, asOf);
  expect(await rowNow()).toMatchObject({ status: 'confirmed', isCancelling: true });
});

it('an order that is heard late does not bring back a cancellation that was refused meanwhile', async () => {
  const { owner, order, rowNow, asOf } = await bookedWithOrder();
  const { row: asked } = await journalCancellation(owner, (await rowNow()).id);
  await reopen(asked);
  await hearOrder(asked, order, asOf);
  expect(await rowNow()).toMatchObject({ status: 'confirmed', isCancelling: false, cancelRequestId: null });
});
