import type { SandboxResource } from '../catalog/model';
import { Refusal } from '../http/refusal';
import type { Change, MembershipRecord, OrderRecord, Party, PassRecord } from '../state/records';
import { instantText, put, type World } from '../world';
import { checkMembership, withTaken } from './memberships';
import { cancelledWithRefund, freshVouchers, redeemedVoucher, voucherCount } from './orders';
import { checkPass } from './passes';
import { localText } from './place-time';

/** Where a walk-in happens when nobody says: the vendor's own sandbox uses N00012 for lounges [doc v2 338945m0]. */
const DEFAULT_PLACES: Readonly<Record<number, string>> = { 1: 'N00012', 2: 'C10826', 3: 'R00001', 4: 'R00002' };

export interface Done {
  readonly order: OrderRecord;
  readonly changes: Change[];
}

interface WalkIn {
  readonly resourceId?: string | undefined;
  readonly party: Party;
}

function placeOf(world: World, resourceId: string): SandboxResource {
  const resource = world.resource(resourceId);
  if (!resource) throw new Refusal('not-found', 'Resource not found.');
  if (resource.module === 2) throw new Refusal('resource-not-allowed', 'Fast Track lanes take prebookings only.');
  return resource;
}

function walkInOrder(world: World, holder: PassRecord | MembershipRecord, resource: SandboxResource, party: Party) {
  const { orderId, counted } = world.nextOrderId();
  const nowMs = world.nowMs();
  const order: OrderRecord = {
    orderId,
    programId: holder.programId,
    clientUserId: holder.clientUserId,
    ePassId: 'ePassId' in holder ? holder.ePassId : null,
    membershipId: 'membershipId' in holder ? holder.membershipId : null,
    module: resource.module,
    category: 1,
    status: 2,
    resourceId: resource.resourceId,
    createdAt: instantText(nowMs),
    cancelledAt: null,
    at: null,
    usedAtLocal: `${localText(nowMs, world.hubOf(resource).timezone)}:00`,
    party,
    usedUsages: party.adults + party.children,
    taken: null,
    vouchers: [],
    requiredInfo: {},
  };
  return { order, counted };
}

/** The venue scans a pass: the visit is deducted at once, and an order appears that is already used. */
export function redeemPass(world: World, ePassId: string, { resourceId, party }: WalkIn): Done {
  const pass = world.pass(null, ePassId);
  const resource = placeOf(world, resourceId ?? pass.allowedResources[0] ?? DEFAULT_PLACES[pass.module] ?? '');
  const nowMs = world.nowMs();
  checkPass(pass, { resource, passengers: party.adults + party.children, nowMs, visitMs: nowMs });
  const { order, counted } = walkInOrder(world, pass, resource, party);
  const used = { ...pass, usedUsages: pass.usedUsages + order.usedUsages };
  return { order, changes: [counted, put('orders', order.orderId, order), put('passes', pass.ePassId, used)] };
}

/** The venue scans a membership: its number, or a dynamic code that has not run out. */
export function redeemMembership(world: World, code: string, module: number, { resourceId, party }: WalkIn): Done {
  const dynamic = world.journal.all('qrCodes').get(code);
  if (dynamic && dynamic.validUntilMs <= world.nowMs()) throw new Refusal('pass-expired', 'The code has run out.');
  const membership = world.journal.all('memberships').get(dynamic?.membershipId ?? code);
  if (!membership) throw new Refusal('not-found', 'Membership not found.');
  const resource = placeOf(world, resourceId ?? DEFAULT_PLACES[module] ?? '');
  const taken = checkMembership(membership, resource.module, party, world.nowMs());
  const { order, counted } = walkInOrder(world, membership, resource, party);
  return {
    order: { ...order, taken },
    changes: [
      counted,
      put('orders', order.orderId, { ...order, taken }),
      put('memberships', membership.membershipId, withTaken(membership, resource.module, taken, 1)),
    ],
  };
}

export function redeemVoucher(world: World, voucher: string): Done {
  const order = redeemedVoucher(world, voucher);
  return { order, changes: [put('orders', order.orderId, order)] };
}

/** Staff take a use back: the order is cancelled, and its usages return. */
export function reverseUse(world: World, orderId: string): Done {
  const order = world.order(null, orderId);
  if (order.status !== 2) throw new Refusal('not-cancellable', 'Only a used order can be reversed.');
  return cancelledWithRefund(world, order);
}

/** A pending prebooking is confirmed, and gets its vouchers. */
export function confirmPending(world: World, orderId: string): Done {
  const pending = world.order(null, orderId);
  if (pending.status !== 0) throw new Refusal('not-cancellable', 'Only a pending order can be confirmed.');
  const count = voucherCount(pending.module, pending.party.adults + pending.party.children);
  const order: OrderRecord = { ...pending, status: 1, vouchers: freshVouchers(world, count) };
  return { order, changes: [put('orders', orderId, order)] };
}

/** A pending prebooking is turned down: cancelled by the vendor, usages back. */
export function declinePending(world: World, orderId: string): Done {
  const pending = world.order(null, orderId);
  if (pending.status !== 0) throw new Refusal('not-cancellable', 'Only a pending order can be declined.');
  return cancelledWithRefund(world, pending);
}
