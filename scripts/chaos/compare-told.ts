import type { Evidence } from './compare';
import type { Intent } from './ledger';

/** What people were told has to be true in the end: which booking they have, that there is none, that it is cancelled. */
export function toldOtherwise({ records, intents }: Evidence): string[] {
  const shown = new Map(records.shown.flatMap((one) => one.bookings.map((booking) => [booking.bookingId, booking])));
  const stored = new Map(records.bookings.map((booking) => [booking.id, booking]));
  const found = new Set<string>();
  for (const { kind, holdId, told } of intents) {
    for (const answer of told) {
      if (!answer || !('booking' in answer)) continue;
      const { bookingId, status } = answer.booking;
      const row = stored.get(bookingId);
      // An attempt that never reached the vendor is off the list; its own page goes on to say so.
      const isWithdrawn = row?.status === 'refused' && !shown.has(bookingId);
      if (!shown.has(bookingId) && !isWithdrawn) found.add(`${bookingId} was told as ${status} and is nowhere`);
      else if (kind !== 'cancel' && !isWithdrawn && row?.holdId !== holdId)
        found.add(`${bookingId} was told for another hold`);
      else if (status === 'confirmed' && !row?.orderId)
        found.add(`${bookingId} was told as confirmed and has no order`);
      else if (status === 'cancelled' && shown.get(bookingId)?.status !== 'cancelled') {
        found.add(`${bookingId} was told as cancelled and is ${shown.get(bookingId)?.status}`);
      }
    }
  }
  for (const text of refusedAndMade(records.bookings, intents)) found.add(text);
  return [...found];
}

/** A hold of which nothing but refusals was told, to every press on every device, has made nothing. */
function refusedAndMade(bookings: Evidence['records']['bookings'], intents: readonly Intent[]): string[] {
  const toldOf = new Map<string, Intent['told']>();
  for (const { holdId, told } of intents) {
    if (holdId !== null) toldOf.set(holdId, [...(toldOf.get(holdId) ?? []), ...told]);
  }
  return bookings.flatMap(({ id, holdId, status }) => {
    const told = toldOf.get(holdId) ?? [];
    const isRefused = told.length > 0 && told.every((answer) => answer !== null && 'refused' in answer);
    const stands = status === 'confirmed' || status === 'pending' || status === 'used';
    return isRefused && stands ? [`${id} is ${status}, and all that was told were refusals`] : [];
  });
}
