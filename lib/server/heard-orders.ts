import 'server-only';
import type { ActivityEntry } from '@/lib/contract/activity';
import type { Order } from '@/lib/domain/order';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import type { BookingRow } from '@/lib/store/bookings';
import type { PassRow } from '@/lib/store/passes';
import { activityEntries } from './activity-entries';
import { inParallel, within } from './bounded';
import type { Caller } from './caller';
import { logger } from './log';
import { oncePerProcess } from './process-state';
import { runtime } from './runtime';

/** Orders read less than this ago are not asked for again. */
const FRESH_MS = 30_000;
const WAIT_MS = 2_500;
/** What a pass at a door waits for: what stands beside the code, which never holds the code up. */
const SHORT_WAIT_MS = 150;
const WIDTH = 4;
const MOST_KEPT = 2_000;

type Heard = { orders: Order[]; asOfMs: number };

/** What happened with the pass, of what was last heard, newest first. The question goes on and is there for the next page. */
export async function heardHistory(
  caller: Caller,
  row: PassRow,
  bookings: readonly BookingRow[],
): Promise<ActivityEntry[]> {
  if (!row.vendor) return [];
  const heard = (await within(ordersOf(caller, row), SHORT_WAIT_MS, notRead(row))) ?? keptOrders().get(row.id);
  return activityEntries(row.id, bookings, heard?.orders ?? []);
}

/** The vendor's orders of a pass, read again when they are old; what was last heard when that fails. */
export async function ordersOf(caller: Caller, row: PassRow): Promise<Heard> {
  const { clock } = await runtime();
  const kept = keptOrders();
  const known = kept.get(row.id);
  if (known && clock() - known.asOfMs < FRESH_MS && !isOlderThanPass(known, row)) return known;
  const read = await within(readOrders(caller, row), WAIT_MS, notRead(row));
  const heard = read ?? known ?? { orders: [], asOfMs: Date.parse(row.vendorAsOf ?? row.createdAt) };
  if (read) {
    kept.delete(row.id);
    kept.set(row.id, read);
    const oldest = kept.keys().next();
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  }
  return heard;
}

function notRead({ id }: PassRow): (error: unknown) => void {
  return (error) => logger().warn({ err: error, passId: id }, 'orders not read');
}

function keptOrders(): Map<string, Heard> {
  return oncePerProcess('orders-heard', () => new Map<string, Heard>());
}

async function readOrders(caller: Caller, row: PassRow): Promise<Heard> {
  const { clock, dragonpassFor } = await runtime();
  const asOfMs = clock();
  if (!row.vendor) return { orders: [], asOfMs };
  const client = dragonpassFor(caller.brand);
  const listed = await client.listOrders({ ePassId: row.vendor.ePassId });
  return { orders: await inParallel(listed, WIDTH, (order) => withDates(client, order)), asOfMs };
}

/** A row of a list does not say when an order was taken back; the order itself does, and never changes again. */
async function withDates(client: DragonPassClient, order: Order): Promise<Order> {
  if (order.status !== 'cancelled' || order.cancelledAt !== null) return order;
  const kept = oncePerProcess('cancelled-orders', () => new Map<string, Order>());
  const known = kept.get(order.orderId);
  if (known) return known;
  const read = await client.getOrder({ orderId: order.orderId }).catch((error: unknown) => {
    logger().warn({ err: error }, 'cancelled order not read');
    return null;
  });
  if (read && kept.size < MOST_KEPT) kept.set(order.orderId, read);
  return read ?? order;
}

/** A pass that has been read since may have had a visit since. */
function isOlderThanPass(heard: Heard, row: PassRow): boolean {
  return row.vendorAsOf !== null && Date.parse(row.vendorAsOf) > heard.asOfMs;
}
