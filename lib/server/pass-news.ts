import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { BookingRow } from '@/lib/store/bookings';
import { type PassRow, updatePassVendor } from '@/lib/store/passes';
import { NEWS_WAIT_MS, within } from './bounded';
import { logger } from './log';
import { oncePerProcess } from './process-state';
import { runtime } from './runtime';

/** A pass read less than this ago is shown as it is. */
const FRESH_MS = 15_000;

/**
 * The pass as the vendor knows it now. When it was read just now, or the vendor does not answer in time, the pass as it
 * was last described: its `asOf` says when.
 */
export async function freshPass(brand: Brand, row: PassRow, bookings: readonly BookingRow[]): Promise<PassRow> {
  const { clock } = await runtime();
  return isStale(row, bookings, clock()) ? rereadPass(brand, row) : row;
}

/** Asks the vendor whatever the age of what we hold, after something that took or gave back visits. */
export async function rereadPass(brand: Brand, row: PassRow): Promise<PassRow> {
  const note = (error: unknown) => logger().warn({ err: error }, 'pass not refreshed');
  return (await within(readOnce(brand, row), NEWS_WAIT_MS, note)) ?? row;
}

/** Requests that want the same pass at once share one question. */
function readOnce(brand: Brand, row: PassRow): Promise<PassRow> {
  const reading = oncePerProcess('pass-reads', () => new Map<string, Promise<PassRow>>());
  const current = reading.get(row.id) ?? readPass(brand, row).finally(() => reading.delete(row.id));
  reading.set(row.id, current);
  return current;
}

async function readPass(brand: Brand, row: PassRow): Promise<PassRow> {
  if (!row.vendor) return row;
  const { store, clock, dragonpassFor } = await runtime();
  // The moment of asking: whatever happens while the answer is on its way is not in it.
  const asOf = new Date(clock()).toISOString();
  const pass = await dragonpassFor(brand).getEPass({ ePassId: row.vendor.ePassId });
  return (await updatePassVendor(store.db, row.id, pass, asOf)) ?? row;
}

function isStale(row: PassRow, bookings: readonly BookingRow[], nowMs: number): boolean {
  if (!row.vendor || row.vendor.isCancelled) return false;
  const asOfMs = Date.parse(row.vendorAsOf ?? row.createdAt);
  const hasNews = bookings.some((booking) => booking.passId === row.id && Date.parse(booking.vendorAsOf) >= asOfMs);
  return hasNews || nowMs - asOfMs > FRESH_MS;
}
