import 'server-only';
import type { ActivityEntry, ActivityPage } from '@/lib/contract/activity';
import { listBookings } from '@/lib/store/bookings';
import { listPasses } from '@/lib/store/passes';
import { activityEntries, newestFirst } from './activity-entries';
import { inParallel } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { AppError } from './errors';
import { ordersOf } from './heard-orders';
import { runtime } from './runtime';

const WIDTH = 4;
/** Of a traveller with more passes, the newest are asked about; bookings are ours and always there. */
const MOST_PASSES = 30;

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
