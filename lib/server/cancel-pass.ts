import 'server-only';
import { randomUUID } from 'node:crypto';
import type { PassDetail } from '@/lib/contract/passes';
import { holdsVisits } from '@/lib/domain/booking';
import type { EPass } from '@/lib/domain/pass';
import { type BookingRow, listBookingsOfPass } from '@/lib/store/bookings';
import { type PassRow, updatePassVendor } from '@/lib/store/passes';
import { Answer } from './answer';
import type { Caller } from './caller';
import { passDetail, passView } from './dto/pass';
import { AppError } from './errors';
import { isDragonPassError } from './errors-vendor';
import { freshPass, rereadPass } from './pass-news';
import { ownPass } from './passes';
import { runtime } from './runtime';
import { walletsFollow } from './wallet/follow';

/**
 * Gives a pass back. The pass as it is afterwards; 202 while nobody knows whether the vendor took it back.
 * @throws AppError `not_found`, `already_cancelled`, `already_booked` (open bookings), `too_late_to_cancel` (a visit was
 *   used, or it has expired)
 */
export async function cancelPass(caller: Caller, passId: string): Promise<Answer<PassDetail>> {
  const { store, clock, dragonpassFor } = await runtime();
  const bookings = await listBookingsOfPass(store.db, passId);
  const row = await freshPass(caller.brand, await ownPass(caller, passId), bookings);
  const pass = requireCancellable(row, bookings, clock());
  // Cancelling twice gives nothing twice, so every attempt is one intention of its own.
  const requestId = randomUUID();
  try {
    await dragonpassFor(caller.brand).cancelOrder({ orderId: pass.orderId, requestId });
  } catch (error) {
    const isDone = isDragonPassError(error) && error.reason === 'already-cancelled';
    const isUnknown = isDragonPassError(error) && error.outcomeUnknown;
    if (!isDone && !isUnknown) throw error;
    if (isUnknown) return answerFor(await rereadPass(caller.brand, row), bookings);
  }
  const nowMs = clock();
  const cancelled = { ...pass, isCancelled: true, cancelledAt: new Date(nowMs).toISOString() };
  const written = await updatePassVendor(store.db, passId, cancelled, new Date(nowMs).toISOString());
  walletsFollow();
  return answerFor(written ?? row, bookings);
}

/** The pass as it is, for a repeat of a cancellation that never answered. */
export async function cancelledPass(caller: Caller, passId: string): Promise<Answer<PassDetail> | null> {
  const { store } = await runtime();
  const row = await ownPass(caller, passId);
  return answerFor(await rereadPass(caller.brand, row), await listBookingsOfPass(store.db, passId));
}

function requireCancellable(row: PassRow, bookings: readonly BookingRow[], nowMs: number): EPass {
  const { vendor } = row;
  if (!vendor) throw new AppError('not_entitled', { fields: { passId: 'pass_not_usable' } });
  const { status, visits } = passView(row.id, vendor, bookings, nowMs);
  if (status === 'cancelled') throw new AppError('already_cancelled');
  if (bookings.some((booking) => holdsVisits(booking.status))) {
    throw new AppError('already_booked', { fields: { passId: 'open_bookings' } });
  }
  if (visits.used > 0) throw new AppError('too_late_to_cancel', { fields: { passId: 'visits_used' } });
  if (status === 'expired') throw new AppError('too_late_to_cancel');
  return vendor;
}

async function answerFor(row: PassRow, bookings: readonly BookingRow[]): Promise<Answer<PassDetail>> {
  const { clock } = await runtime();
  const body = passDetail(row, bookings, clock());
  return new Answer(body, { status: body.status === 'cancelled' ? 200 : 202 });
}
