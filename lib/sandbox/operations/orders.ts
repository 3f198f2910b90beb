import { z } from 'zod';
import { BOTH, type Call, type Operation, paginate, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import { cancelledWithRefund, checkCancellable } from '../rules/orders';
import type { PassRecord } from '../state/records';
import { instantText, put } from '../world';
import { orderMessage, orderRow, passMessage } from './order-message';

type HolderKey = 'ePassId' | 'membershipId';

const listSchema = z.object({
  ePassId: z.string().optional(),
  membershipId: z.string().optional(),
  status: z.number().int().optional(),
  category: z.number().int().optional(),
  module: z.number().int().optional(),
  pageSize: z.unknown().optional(),
  pageNumber: z.unknown().optional(),
});

/** Usage orders of one pass or membership, newest first. */
function list({ world, programId, body }: Call, key: HolderKey): Result {
  const asked = parseInput(listSchema, body);
  const holderId = asked[key];
  if (!holderId) throw new Refusal('malformed', `${key}: required`);
  if (key === 'ePassId') world.pass(programId, holderId);
  else world.membership(programId, holderId);
  const orders = [...world.journal.all('orders').values()]
    .filter((order) => order[key] === holderId && order.programId === programId)
    .filter((order) => asked.status === undefined || order.status === asked.status)
    .filter((order) => asked.category === undefined || order.category === asked.category)
    .filter((order) => asked.module === undefined || order.module === asked.module)
    .sort((a, b) => b.orderId.localeCompare(a.orderId));
  const { pagination, page } = paginate(orders, asked.pageSize, asked.pageNumber);
  return { data: { pagination, orders: page.map((order) => orderRow(world, order)) } };
}

const oneSchema = z.object({ orderId: z.string().min(1) });

function details({ world, profile, programId, body }: Call, key: HolderKey): Result {
  const order = world.order(programId, parseInput(oneSchema, body).orderId);
  if (order[key] === null) throw new Refusal('not-found', 'Order not found.');
  return { data: orderMessage(world, profile, order) };
}

const cancelSchema = z.object({ orderId: z.string().min(1), status: z.literal(3) });

/** A pass can be given back while it is valid, nothing was used, and no prebooking is open [inferred]. */
function cancelPass({ world, profile }: Call, pass: PassRecord): Result {
  const isOpen = [...world.journal.all('orders').values()].some(
    (order) => order.ePassId === pass.ePassId && (order.status === 0 || order.status === 1),
  );
  const isOver = Date.parse(pass.expiresAt) <= world.nowMs();
  if (pass.cancelledAt !== null || isOver || pass.usedUsages > 0 || isOpen) {
    throw new Refusal('not-cancellable', 'The E-pass is cancelled, expired, used, or has an open prebooking.');
  }
  const cancelled = { ...pass, cancelledAt: instantText(world.nowMs()) };
  return { data: passMessage(world, profile, cancelled), changes: [put('passes', pass.ePassId, cancelled)] };
}

function cancel(call: Call): Result {
  const { world, profile, programId } = call;
  const { orderId } = parseInput(cancelSchema, call.body);
  const pass = world.passOfOrder(programId, orderId);
  if (pass) return cancelPass(call, pass);
  const order = world.order(programId, orderId);
  checkCancellable(world, order);
  const { order: cancelled, changes } = cancelledWithRefund(world, order);
  return { data: orderMessage(world, profile, cancelled), changes };
}

export const orderOperations: readonly Operation[] = [
  {
    name: 'epass.orders',
    method: 'POST',
    path: '/orders/ePasses',
    versions: BOTH,
    isWrite: false,
    run: (call) => list(call, 'ePassId'),
  },
  {
    name: 'membership.orders',
    method: 'POST',
    path: '/orders/memberships',
    versions: BOTH,
    isWrite: false,
    run: (call) => list(call, 'membershipId'),
  },
  {
    name: 'order.details',
    method: 'POST',
    path: '/orders/ePasses/details',
    versions: BOTH,
    isWrite: false,
    run: (call) => details(call, 'ePassId'),
  },
  {
    name: 'order.details',
    method: 'POST',
    path: '/orders/memberships/details',
    versions: BOTH,
    isWrite: false,
    run: (call) => details(call, 'membershipId'),
  },
  { name: 'cancel', method: 'PATCH', path: '/orders', versions: BOTH, isWrite: true, run: cancel },
];
