import 'server-only';
import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { BookingRow } from './bookings';
import type { Db } from './db';
import type { PassRow } from './passes';
import { bookings, passes } from './schema';

/** The first pause between two looks; each is twice the one before, up to the longest. */
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** A place may take days to confirm, and nobody stands at a desk. */
const LONGEST_PENDING_PAUSE_MS = 3_600_000;
/** Keeps the power within what a number holds. */
const MOST_DOUBLINGS = 12;

/** `aheadMs`: also what is due within that time. */
export type Due = { brandIds: readonly string[]; nowMs: number; aheadMs: number; limit: number };

/** When what was just asked of the vendor is looked at first: its own request is to answer before. */
export function firstLookAt(nowMs: number): string {
  return new Date(nowMs + FIRST_PAUSE_MS).toISOString();
}

/**
 * Takes bookings that are due to be looked at: those whose outcome, whose cancellation or whose change is open. Each is
 * given to one process, and is due again after a pause that grows with every look; both survive that process.
 */
export function takeDueBookings(db: Db, due: Due): Promise<BookingRow[]> {
  const isOpen = sql`(${bookings.status} in ('checking', 'pending') or ${bookings.isCancelling} or ${bookings.change} = 'waiting')`;
  const isLongWait = sql`${bookings.status} = 'pending' and not ${bookings.isCancelling}`;
  const longest = sql`case when ${isLongWait} then ${number(LONGEST_PENDING_PAUSE_MS)} else ${number(LONGEST_PAUSE_MS)} end`;
  const ids = db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(isOpen, inArray(bookings.brandId, [...due.brandIds]), isDue(bookings.nextLookAt, due)))
    .orderBy(sql`${bookings.nextLookAt} asc nulls first`)
    .limit(due.limit)
    .for('update', { skipLocked: true });
  return db
    .update(bookings)
    .set({ looks: sql`${bookings.looks} + 1`, nextLookAt: nextLook(due.nowMs, bookings.looks, longest) })
    .where(inArray(bookings.id, ids))
    .returning();
}

/** The same for passes that the vendor was asked for and nobody knows whether it issued. */
export function takeDuePasses(db: Db, due: Due): Promise<PassRow[]> {
  const ids = db
    .select({ id: passes.id })
    .from(passes)
    .where(
      and(eq(passes.state, 'requested'), inArray(passes.brandId, [...due.brandIds]), isDue(passes.nextLookAt, due)),
    )
    .orderBy(sql`${passes.nextLookAt} asc nulls first`)
    .limit(due.limit)
    .for('update', { skipLocked: true });
  return db
    .update(passes)
    .set({ looks: sql`${passes.looks} + 1`, nextLookAt: nextLook(due.nowMs, passes.looks, number(LONGEST_PAUSE_MS)) })
    .where(inArray(passes.id, ids))
    .returning();
}

/** Later than any pause can end: the clock was put back. */
function isDue(nextLookAt: PgColumn, { nowMs, aheadMs }: Due): SQL | undefined {
  const isoOf = (ms: number) => new Date(ms).toISOString();
  const isBeyond = gt(nextLookAt, isoOf(nowMs + 2 * LONGEST_PENDING_PAUSE_MS));
  return or(isNull(nextLookAt), lte(nextLookAt, isoOf(nowMs + aheadMs)), isBeyond);
}

function nextLook(nowMs: number, looks: PgColumn, longestMs: SQL): SQL {
  const pauseMs = sql`least(${longestMs}, ${number(FIRST_PAUSE_MS)} * power(2, least(${looks}, ${number(MOST_DOUBLINGS)})))`;
  return sql`${new Date(nowMs).toISOString()}::timestamptz + ${pauseMs} * interval '1 millisecond'`;
}

/** Written out, because a database cannot guess the type of a parameter in an expression. */
function number(value: number): SQL {
  return sql.raw(String(value));
}
