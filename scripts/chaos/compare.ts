import type { OrderRecord } from '../../lib/sandbox/state/records';
import { cancelledUnasked, changesGoneWrong } from './compare-changes';
import { toldOtherwise } from './compare-told';
import { visitsLostOrGained } from './compare-visits';
import type { Intent } from './ledger';
import type { Records } from './records';
import type { StepBack } from './watch';

/** What the run is judged by. Every one of them has to come to nothing. */
export const CHECKS = [
  'double bookings',
  'lost bookings',
  'phantom bookings',
  'shown otherwise than booked',
  'visits lost or gained',
  'not settled',
  'moved backwards',
  'told otherwise than done',
  'cancelled unasked',
  'changes gone wrong',
] as const;
export type Check = (typeof CHECKS)[number];

/** A disagreement. `what` names our ids and the vendor's order numbers, never a code that opens a door. */
export type Disagreement = { check: Check; what: string };

export type Evidence = {
  records: Records;
  intents: readonly Intent[];
  stepsBack: readonly StepBack[];
  /** Orders that venues declined or took back. */
  undoneByVenue: ReadonlySet<string>;
};

const PREBOOKING = 2;
/** How the vendor's number of a status is shown. */
const SHOWN_AS = ['pending', 'confirmed', 'used', 'cancelled'] as const;
const CANCELLED = 3;

/** The vendor's records beside ours, order by order and visit by visit. */
export function compare(evidence: Evidence): Disagreement[] {
  const { records, stepsBack } = evidence;
  const of = (check: Check, whats: string[]): Disagreement[] => whats.map((what) => ({ check, what }));
  return [
    ...of('double bookings', doubles(records.orders)),
    ...of('lost bookings', lost(records)),
    ...of('phantom bookings', phantoms(records)),
    ...of('shown otherwise than booked', shownOtherwise(records)),
    ...of('visits lost or gained', visitsLostOrGained(records)),
    ...of('not settled', unsettled(records)),
    ...of('moved backwards', [
      ...new Set(stepsBack.map(({ bookingId, from, to }) => `${bookingId}: ${from}, then ${to}`)),
    ]),
    ...of('told otherwise than done', toldOtherwise(evidence)),
    ...of('cancelled unasked', cancelledUnasked(evidence)),
    ...of('changes gone wrong', changesGoneWrong(evidence)),
  ];
}

/** A traveller is at one place at one time once, however many passes or presses there were. */
function doubles(orders: readonly OrderRecord[]): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const { orderId, clientUserId, resourceId, at, category, status } of orders) {
    if (category !== PREBOOKING || (status !== 0 && status !== 1)) continue;
    const visit = `${clientUserId} at ${resourceId} ${at}`;
    const first = seen.get(visit);
    if (first) found.push(`${visit}: ${first} and ${orderId}`);
    seen.set(visit, orderId);
  }
  return found;
}

/** Everything that stands at the vendor's stands on the pages of the one it belongs to. */
function lost({ orders, bookings, shown }: Records): string[] {
  const shownIds = new Map(shown.flatMap((one) => one.bookings.map(({ bookingId, status }) => [bookingId, status])));
  const ofOrder = new Map(bookings.map((booking) => [booking.orderId, booking]));
  const found: string[] = [];
  for (const { orderId, clientUserId, status, category } of orders) {
    if (category !== PREBOOKING || status === CANCELLED) continue;
    const booking = ofOrder.get(orderId);
    const wanted = SHOWN_AS[status];
    if (!booking) found.push(`${orderId} (${wanted}) of ${clientUserId}: no booking is about it`);
    else if (shownIds.get(booking.id) !== wanted) {
      found.push(`${orderId} (${wanted}): ${booking.id} is shown as ${shownIds.get(booking.id) ?? 'nothing'}`);
    }
  }
  return found;
}

/** Everything that pages show as standing stands at the vendor's. */
function phantoms({ orders, bookings, shown }: Records): string[] {
  const ofId = new Map(bookings.map((booking) => [booking.id, booking]));
  const standing = new Map(orders.map(({ orderId, status }) => [orderId, SHOWN_AS[status]]));
  return shown.flatMap((one) =>
    one.bookings.flatMap(({ bookingId, status }) => {
      if (status !== 'confirmed' && status !== 'pending' && status !== 'used') return [];
      const orderId = ofId.get(bookingId)?.orderId ?? '';
      const there = standing.get(orderId);
      return there === status
        ? []
        : [`${bookingId} is shown as ${status}; the vendor has ${orderId} as ${there ?? 'nothing'}`];
    }),
  );
}

/** What stands is shown at its own place and time, for its own party, with its own vouchers. */
function shownOtherwise({ orders, bookings, shown }: Records): string[] {
  const orderOf = new Map(bookings.map(({ id, orderId }) => [id, orders.find((order) => order.orderId === orderId)]));
  const found: string[] = [];
  for (const booking of shown.flatMap((one) => one.bookings)) {
    const order = orderOf.get(booking.bookingId);
    if (!order || (booking.status !== 'confirmed' && booking.status !== 'pending')) continue;
    const { adults, children } = booking.party;
    const codes = booking.vouchers.map(({ code }) => code).sort();
    const isAlike =
      [order.resourceId, order.at, order.party.adults, order.party.children, order.usedUsages].join() ===
      [booking.resourceId, booking.at, adults, children, booking.visitsUsed].join();
    const vouchers = order.vouchers.map(({ voucher }) => voucher).sort();
    if (!isAlike) found.push(`${booking.bookingId} and ${order.orderId} differ in place, time, party or visits`);
    if (codes.join() !== vouchers.join()) found.push(`${booking.bookingId} and ${order.orderId} differ in vouchers`);
  }
  return found;
}

/** A booking that waits for its place is settled for as long as the vendor says so too: that is compared above. */
function unsettled({ bookings, passes, shown }: Records): string[] {
  const shownBookings = shown.flatMap((one) => one.bookings);
  const pages = shownBookings
    .filter(({ status, isCancelling }) => status === 'checking' || isCancelling)
    .map(({ bookingId, status }) => `${bookingId} is shown as ${status}`);
  const rows = bookings
    .filter(({ status, isCancelling, change, replaces }) => {
      const isChanging = change === 'waiting' && replaces !== null && status !== 'pending';
      return status === 'checking' || isCancelling || isChanging;
    })
    .map(({ id, status, change }) => `${id} is kept as ${status}, change ${change ?? 'none'}`);
  const requested = passes.filter(({ state }) => state === 'requested').map(({ id }) => `${id} is still asked for`);
  return [...pages, ...rows, ...requested];
}
