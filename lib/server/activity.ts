import 'server-only';
import type { ActivityEntry, ActivityPage } from '@/lib/contract/activity';
import type { Order } from '@/lib/domain/order';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { listBookings } from '@/lib/store/bookings';
import { listPasses, type PassRow } from '@/lib/store/passes';
import { activityEntries, newestFirst } from './activity-entries';
import { inParallel, within } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { AppError } from './errors';
import { logger } from './log';
import { oncePerProcess } from './process-state';
import { runtime } from './runtime';

/** Orders read less than this ago are not asked for again. */
const FRESH_MS = 30_000;
const WAIT_MS = 2_500;
const WIDTH = 4;
/** Of a traveller with more passes, the newest are asked about; bookings are ours and always there. */
const MOST_PASSES = 30;
const MOST_KEPT = 2_000;

type Heard = { orders: Order[]; asOfMs: number };

/**
 * Every use, reversal and cancellation, newest first. When the vendor does not answer, what was last heard and the
 * traveller's own bookings; `asOf` says how old the oldest part is.
 */
export async function listActivity(
  caller: Caller,
  query: { cursor?: string | undefined; limit: number },
): Promise<ActivityPage> {
  const owner = ownerOf(requireSession(caller));
  const { store, clock } = await runtime();
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const [bookings, rows] = await Promise.all([listBookings(store.db, owner), listPasses(store.db, owner)]);
  const passes = rows.filter((row) => row.vendor !== null).slice(0, MOST_PASSES);
  const heard = await inParallel(passes, WIDTH, (row) => ordersOf(caller, row));
  const entries = rows
    .flatMap((row) => activityEntries(row.id, bookings, heard[passes.indexOf(row)]?.orders ?? []))
    .sort(newestFirst)
    .filter((entry) => after === null || isAfter(entry, after));
  const usages = entries.slice(0, query.limit);
  const last = usages.at(-1);
  const asOfMs = Math.min(clock(), ...heard.map((part) => part.asOfMs));
  return {
    usages,
    nextCursor: last && entries.length > usages.length ? cursorOf(last) : null,
    asOf: new Date(asOfMs).toISOString(),
  };
}

/** The vendor's orders of a pass, read again when they are old; what was last heard when that fails. */
async function ordersOf(caller: Caller, row: PassRow): Promise<Heard> {
  const { clock } = await runtime();
  const kept = oncePerProcess('orders-heard', () => new Map<string, Heard>());
  const known = kept.get(row.id);
  if (known && clock() - known.asOfMs < FRESH_MS && !isOlderThanPass(known, row)) return known;
  const note = (error: unknown) => logger().warn({ err: error, passId: row.id }, 'orders not read');
  const read = await within(readOrders(caller, row), WAIT_MS, note);
  const heard = read ?? known ?? { orders: [], asOfMs: Date.parse(row.vendorAsOf ?? row.createdAt) };
  if (read) {
    kept.delete(row.id);
    kept.set(row.id, read);
    const oldest = kept.keys().next();
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  }
  return heard;
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

type Position = Pick<ActivityEntry, 'happenedAt' | 'activityId'>;

function cursorOf({ happenedAt, activityId }: Position): string {
  return Buffer.from(`${happenedAt} ${activityId}`).toString('base64url');
}

/** @throws AppError `invalid_request` for a cursor we did not make */
function readCursor(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, happenedAt, activityId] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([ab][0-9a-f]{23})$/.exec(text) ?? [];
  if (!happenedAt || !activityId) throw new AppError('invalid_request', { fields: { cursor: 'bad_format' } });
  return { happenedAt, activityId };
}

function isAfter(entry: Position, position: Position): boolean {
  if (entry.happenedAt !== position.happenedAt) return entry.happenedAt < position.happenedAt;
  return entry.activityId < position.activityId;
}
