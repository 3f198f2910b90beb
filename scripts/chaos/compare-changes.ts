import type { Evidence } from './compare';
import type { StoredBooking } from './records';

const STOOD = ['confirmed', 'used', 'cancelled'];

/** A booking is only gone if its traveller gave it back, or changed it for one that was confirmed, or the venue undid it. */
export function cancelledUnasked({ records, intents, undoneByVenue }: Evidence): string[] {
  const asked = new Set(intents.filter(({ kind }) => kind === 'cancel').map(({ bookingId }) => bookingId));
  const replaced = new Set(
    records.bookings.filter(({ status }) => STOOD.includes(status)).map(({ replaces }) => replaces),
  );
  return records.bookings
    .filter(({ id, status, orderId }) => {
      const isExplained = asked.has(id) || replaced.has(id) || undoneByVenue.has(orderId ?? '');
      return status === 'cancelled' && !isExplained;
    })
    .map(({ id }) => `${id} is cancelled, and nobody asked for it`);
}

/** The new one stands and the old one is gone; or both stand, if the old one cannot be given back; and that is shown. */
export function changesGoneWrong({ records }: Evidence): string[] {
  const stored = new Map(records.bookings.map((booking) => [booking.id, booking]));
  const shown = new Map(records.shown.flatMap((one) => one.bookings.map((booking) => [booking.bookingId, booking])));
  const wrong = (next: StoredBooking): string | null => {
    const old = stored.get(next.replaces ?? '');
    if (next.replaces === null || (next.status !== 'confirmed' && next.status !== 'used')) return null;
    if (!old) return `the booking it replaces is nowhere`;
    if (old.status === 'cancelled' || old.status === 'used') return null;
    const mayBeGivenBack = shown.get(old.id)?.cancellation.allowed === 'allowed';
    if (mayBeGivenBack) return `${old.id} stands beside it and could be given back (change ${next.change ?? 'none'})`;
    return next.change === 'both-stand' ? null : `${old.id} stands beside it, and the page does not say so`;
  };
  return records.bookings.flatMap((next) => {
    const what = wrong(next);
    return what === null ? [] : [`${next.id}: ${what}`];
  });
}
