import type { Order, OrderStatus } from './order';
import { partySize } from './party';
import type { LocalTime } from './place-time';

export type BookingStatus = 'confirmed' | 'pending' | 'checking' | 'refused' | 'cancelled' | 'used';

/**
 * Why a brand's staff were told about a booking: nobody knows what became of it (or of its cancellation), its place does
 * not confirm it, or the vendor has it with another time, place or party.
 */
export type BookingFlag = 'unsettled' | 'pending_long' | 'mismatch';

/**
 * How far a change has come: the old booking still stands until the new one is sure (`waiting`), was given back (`done`),
 * or could not be given back any more, so that both stand (`both-stand`).
 */
export type BookingChange = 'waiting' | 'done' | 'both-stand';

/** How far along a booking is. News that would move it to a lower rank is old news and changes nothing. */
const RANK: Record<BookingStatus, number> = {
  checking: 0,
  pending: 1,
  confirmed: 2,
  refused: 3,
  used: 4,
  cancelled: 5,
};

const UNSETTLED_AFTER_MS = 3_600_000;
const PENDING_LONG_AFTER_MS = 24 * 3_600_000;

/** Whether the booking still holds visits of its pass that have not been made. */
export function holdsVisits(status: BookingStatus): boolean {
  return status === 'confirmed' || status === 'pending' || status === 'checking';
}

/**
 * The status after hearing `heard` from the vendor: a late "confirmed" never overwrites "cancelled" or "used". An order that
 * ends before it was ever confirmed, and without the traveller's asking, was declined by the place.
 */
export function nextBookingStatus(current: BookingStatus, heard: OrderStatus, isCancelAsked = false): BookingStatus {
  if (heard === 'unknown' || current === 'refused') return current;
  const wasConfirmed = current !== 'checking' && current !== 'pending';
  if (heard === 'cancelled' && !wasConfirmed && !isCancelAsked) return 'refused';
  return RANK[heard] > RANK[current] ? heard : current;
}

/** What a booking asked for. */
export type Asked = { resourceId: string; at: LocalTime; adults: number; children: number };

/**
 * In what an order is another one than was asked for, as far as it says; null in nothing. Fewer visits than people are no
 * difference: a place may let children in for nothing.
 */
export function orderDifference(
  asked: Asked,
  order: Pick<Order, 'resourceId' | 'at' | 'visits'>,
): 'place' | 'time' | 'party' | null {
  if (order.resourceId !== null && order.resourceId !== asked.resourceId) return 'place';
  if (order.at !== null && order.at !== asked.at) return 'time';
  return order.visits > partySize(asked) ? 'party' : null;
}

type Waiting = { status: BookingStatus; isCancelling: boolean; createdAt: string; cancelAskedAt: string | null };

/** What a brand's staff have to be told about a booking that stays open; null while it is still early. */
export function overdueFlag(booking: Waiting, nowMs: number): BookingFlag | null {
  const isOlder = (at: string, ms: number) => nowMs - Date.parse(at) >= ms;
  const { status, isCancelling, createdAt, cancelAskedAt } = booking;
  if (isCancelling && isOlder(cancelAskedAt ?? createdAt, UNSETTLED_AFTER_MS)) return 'unsettled';
  if (status === 'checking' && isOlder(createdAt, UNSETTLED_AFTER_MS)) return 'unsettled';
  return status === 'pending' && isOlder(createdAt, PENDING_LONG_AFTER_MS) ? 'pending_long' : null;
}
