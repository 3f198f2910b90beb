import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { hearOrder } from '@/lib/server/booking-order';
import { journalCancellation, reopen } from '@/lib/server/cancellation';
import { findBooking, updateBooking } from '@/lib/store/bookings';
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

it('an order that is heard late does not make staff hear twice of what they were told meanwhile', async () => {
  const { order, rowNow, asOf } = await bookedWithOrder();
  const before = await rowNow();
  const flagged = { isCancelling: true, flaggedFor: 'unsettled', flaggedAt: asOf } as const;
  await updateBooking(app.store.db, before.id, ['confirmed'], flagged);
  await hearOrder(before, order, asOf);
  expect(await rowNow()).toMatchObject(flagged);
});

it('an answer that a newer one has overtaken says what has happened, and neither its age nor its vouchers', async () => {
  const { order, rowNow, asOf } = await bookedWithOrder();
  const vendorAsOf = new Date(Date.parse(asOf) + 60_000).toISOString();
  await updateBooking(app.store.db, (await rowNow()).id, ['confirmed'], { vendorAsOf });
  const newer = await rowNow();
  const heard = await hearOrder(newer, { ...order, status: 'used', vouchers: [{ code: '1', kind: 'qr' }] }, asOf);
  expect(heard).toMatchObject({ status: 'used', vendorAsOf, vouchers: newer.vouchers });
});

it('a cancellation that is heard of by many at once raises the calendar’s number once', async () => {
  const { order, rowNow, asOf } = await bookedWithOrder();
  const before = await rowNow();
  const cancelled = { ...order, status: 'cancelled', cancelledAt: asOf } as const;
  await Promise.all(Array.from({ length: 6 }, () => hearOrder(before, cancelled, asOf)));
  expect(await rowNow()).toMatchObject({ status: 'cancelled', sequence: before.sequence + 1 });
});

it('an order of another pass is not believed, however much alike it is', async () => {
  const { order, rowNow, asOf } = await bookedWithOrder();
  const before = await rowNow();
  const others = { ...order, ePassId: '1788000066660000', status: 'cancelled', cancelledAt: asOf } as const;
  expect(await hearOrder(before, others, asOf)).toMatchObject({ status: 'confirmed', flaggedFor: 'mismatch' });
});

it('an order that another traveller’s booking has is not believed, also where it does not name its pass', async () => {
  const other = await bookedWithOrder();
  const { rowNow, asOf } = await bookedWithOrder();
  const before = await rowNow();
  const { vouchers } = other.order;
  const mixed = { ...other.order, ePassId: null, vouchers: [...vouchers, { code: '1', kind: 'qr' as const }] };
  expect(await hearOrder(before, mixed, asOf)).toMatchObject({
    orderId: before.orderId,
    vouchers: before.vouchers,
    flaggedFor: 'mismatch',
  });
});
