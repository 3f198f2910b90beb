import { POST as prebook } from '@/app/api/bookings/route';
import type { Session } from '@/lib/auth/session';
import { post, type Reply } from './app';
import { booked, held } from './journey';

/** A time to change to, free at every sample lounge. */
export const LATER = '2026-11-26T10:30';
const details = { email: 'ada@example.com', transportNumber: 'BA1394' };

/** Books what a hold keeps in place of another booking. */
export function change(as: Session, replaces: string, holdId: string): Promise<Reply> {
  return post(prebook, { as, body: { holdId, details, replaces } });
}

/** A traveller with a booking and another time held to change it to. */
export async function changing(resourceId = 'N00001') {
  const { as, pass, booking } = await booked();
  const holdId = await held(as, { passId: pass.passId, at: LATER, resourceId });
  return { as, pass, old: booking.bookingId, holdId };
}
