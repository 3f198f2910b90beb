import { Refusal } from '../http/refusal';
import type { Change, OrderRecord } from '../state/records';
import { instantText, put, type World } from '../world';
import { withTaken } from './memberships';
import { instantMs, localText } from './place-time';

/** A voucher opens the door from one hour before to three hours after the booked time [doc v2 338945m0, a sandbox statement]. */
const REDEEM_BEFORE_MS = 3_600_000;
const REDEEM_AFTER_MS = 3 * 3_600_000;

/** Vouchers of sixteen digits that no order has. */
export function freshVouchers(world: World, count: number): OrderRecord['vouchers'] {
  const taken = new Set<string>();
  for (const order of world.journal.all('orders').values())
    for (const { voucher } of order.vouchers) taken.add(voucher);
  return Array.from({ length: count }, () => {
    const voucher = world.freshDigits('6688', 12, (id) => taken.has(id));
    taken.add(voucher);
    return { voucher, redeemedAt: null };
  });
}

/** One a party in a lounge [doc v1 338669m0], one a passenger in a Fast Track lane [inferred]. */
export function voucherCount(module: number, passengers: number): number {
  return module === 2 ? passengers : 1;
}

/** The order as cancelled, and its usages back where they came from. */
export function cancelledWithRefund(world: World, order: OrderRecord): { order: OrderRecord; changes: Change[] } {
  const cancelled: OrderRecord = { ...order, status: 3, cancelledAt: instantText(world.nowMs()) };
  const changes = [put('orders', order.orderId, cancelled)];
  const pass = order.ePassId ? world.journal.all('passes').get(order.ePassId) : undefined;
  if (pass) changes.push(put('passes', pass.ePassId, { ...pass, usedUsages: pass.usedUsages - order.usedUsages }));
  const membership = order.membershipId ? world.journal.all('memberships').get(order.membershipId) : undefined;
  if (membership && order.taken) {
    changes.push(put('memberships', membership.membershipId, withTaken(membership, order.module, order.taken, -1)));
  }
  return { order: cancelled, changes };
}

/** Elapsed hours before the visit's instant, in the place's zone, the last instant included [inferred]. */
export function checkCancellable(world: World, order: OrderRecord): void {
  if (order.category !== 2 || (order.status !== 0 && order.status !== 1)) {
    throw new Refusal('not-cancellable', 'The order is used, cancelled, or not a prebooking.');
  }
  const resource = world.resourceEver(order.resourceId);
  if (!resource.cancellable) throw new Refusal('not-cancellable', 'Orders of this resource cannot be cancelled.');
  const visitMs = order.at ? instantMs(order.at, world.hubOf(resource).timezone) : null;
  if (visitMs === null || world.nowMs() > visitMs - resource.freeCancellationHours * 3_600_000) {
    throw new Refusal('outside-cancellation-window', 'The cancellation window has closed.');
  }
}

/** The venue scans a voucher: its order is used from the first voucher on. */
export function redeemedVoucher(world: World, voucher: string): OrderRecord {
  const order = [...world.journal.all('orders').values()].find((candidate) =>
    candidate.vouchers.some((one) => one.voucher === voucher),
  );
  if (!order) throw new Refusal('not-found', 'Voucher not found.');
  const isSpent = order.vouchers.some((one) => one.voucher === voucher && one.redeemedAt !== null);
  if (isSpent || (order.status !== 1 && order.status !== 2)) {
    throw new Refusal('no-usages-left', 'The voucher was used, or its order is not confirmed.');
  }
  const zone = world.hubOf(world.resourceEver(order.resourceId)).timezone;
  const visitMs = order.at ? instantMs(order.at, zone) : null;
  const nowMs = world.nowMs();
  if (visitMs === null || nowMs < visitMs - REDEEM_BEFORE_MS || nowMs > visitMs + REDEEM_AFTER_MS) {
    throw new Refusal('slot-unavailable', 'The voucher is good from 1 hour before to 3 hours after the booked time.');
  }
  return {
    ...order,
    status: 2,
    usedAtLocal: order.usedAtLocal ?? `${localText(nowMs, zone)}:00`,
    vouchers: order.vouchers.map((one) => (one.voucher === voucher ? { ...one, redeemedAt: instantText(nowMs) } : one)),
  };
}
