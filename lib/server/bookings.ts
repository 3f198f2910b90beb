import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { BookingDto } from '@/lib/contract/bookings';
import { instantOf } from '@/lib/domain/place-time';
import { type BookingRow, findBooking, isWithdrawn, listBookings as listBookingRows } from '@/lib/store/bookings';
import { inParallel, NEWS_WAIT_MS, within } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { bookingDto } from './dto/booking';
import { AppError } from './errors';
import { logger } from './log';
import { runtime } from './runtime';
import { settleBooking } from './settle-booking';

/** A booking read less than this ago is shown as it is; sooner while somebody waits for the place to confirm. */
const FRESH_MS = 60_000;
const PENDING_FRESH_MS = 5_000;
const UNSETTLED_FRESH_MS = 1_000;
/** How long after the visit the vendor is still asked whether it was used, or reversed by staff. */
const ASK_AFTER_VISIT_MS = 14 * 24 * 3_600_000;
/** Questions to the vendor at a time, for one traveller. */
const WIDTH = 4;

/** The traveller's bookings, newest first, without attempts that never reached the vendor. */
export async function listBookings(caller: Caller): Promise<{ bookings: BookingDto[] }> {
  const owner = ownerOf(requireSession(caller));
  const { store, clock } = await runtime();
  const rows = (await listBookingRows(store.db, owner)).filter((row) => !isWithdrawn(row));
  const fresh = await inParallel(rows, WIDTH, (row) => freshBooking(caller.brand, row));
  return { bookings: fresh.map((row) => bookingDto(row, clock())) };
}

/** @throws AppError `not_found`, also for somebody else's */
export async function getBooking(caller: Caller, bookingId: string): Promise<BookingDto> {
  const { clock } = await runtime();
  const row = await freshBooking(caller.brand, await ownBooking(caller, bookingId));
  return bookingDto(row, clock());
}

/** The booking as last heard of; null for one that is not the caller's, or is gone. Asks the vendor nothing. */
export async function lastKnownBooking(caller: Caller, bookingId: string): Promise<BookingDto | null> {
  const { store, clock } = await runtime();
  const row = await findBooking(store.db, ownerOf(requireSession(caller)), bookingId);
  return row && bookingDto(row, clock());
}

/** @throws AppError `not_found` */
export async function ownBooking(caller: Caller, bookingId: string): Promise<BookingRow> {
  const { store } = await runtime();
  const row = await findBooking(store.db, ownerOf(requireSession(caller)), bookingId);
  if (!row) throw new AppError('not_found');
  return row;
}

/** The booking as the vendor knows it now; as last heard when the vendor does not answer in time. */
export async function freshBooking(brand: Brand, row: BookingRow): Promise<BookingRow> {
  const { clock } = await runtime();
  if (!isStale(row, clock())) return row;
  const note = (error: unknown) => logger().warn({ err: error, bookingId: row.id }, 'booking not refreshed');
  return (await within(settleBooking(brand, row), NEWS_WAIT_MS, note)) ?? row;
}

function isStale(row: BookingRow, nowMs: number): boolean {
  const ageMs = nowMs - Date.parse(row.vendorAsOf);
  if (row.isCancelling || row.status === 'checking') return ageMs > UNSETTLED_FRESH_MS;
  // Over, but what it was to take the place of has not been told yet.
  if (row.status === 'refused' || row.status === 'cancelled') return row.change === 'waiting' && row.replaces !== null;
  if (nowMs > instantOf(row.at, row.timeZone) + ASK_AFTER_VISIT_MS) return false;
  return ageMs > (row.status === 'pending' || row.change === 'waiting' ? PENDING_FRESH_MS : FRESH_MS);
}
