import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { type Due, takeDueBookings, takeDuePasses } from '@/lib/store/looks';
import { purgeExpired } from '@/lib/store/purge';
import { inParallel } from './bounded';
import { logger } from './log';
import type { Runtime } from './runtime';
import { settleBooking } from './settle-booking';
import { settlePass } from './settle-pass';
import { walletsFollow } from './wallet/follow';

/** How often what is due is looked at. */
const EVERY_MS = 5_000;
/** After a start, also what the process that ended here may have left under way. */
const START_AHEAD_MS = 60_000;
const AT_ONCE = 50;
/** Questions to the vendor at a time. */
const WIDTH = 4;
const PURGE_EVERY_MS = 3_600_000;

type Parts = Pick<Runtime, 'store' | 'clock'>;

/**
 * Settles, beside the requests, what has an unknown outcome, and clears away what has run out: at once, and then again and
 * again. Any number of processes may do so; each takes what no other has.
 */
export function startRunner(runtime: Runtime, brands: readonly Brand[]): { stop(): void } {
  let isBusy = false;
  let aheadMs = START_AHEAD_MS;
  let purgedMs = 0;
  const tick = async () => {
    // Beside it: another company's server that is slow must not keep bookings waiting.
    walletsFollow();
    if (isBusy) return;
    isBusy = true;
    try {
      await settleAll(runtime, brands, { aheadMs });
      aheadMs = 0;
      if (performance.now() - purgedMs > PURGE_EVERY_MS || purgedMs === 0) {
        await purgeExpired(runtime.store.db, runtime.clock());
        purgedMs = performance.now();
      }
    } catch (error) {
      logger().error({ err: error }, 'runner failed');
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(tick, EVERY_MS);
  timer.unref();
  void tick();
  return { stop: () => clearInterval(timer) };
}

/** One round: everything that is due, or will be within `aheadMs`. Exported for tests. */
export async function settleAll(
  { store, clock }: Parts,
  brands: readonly Brand[],
  { aheadMs = START_AHEAD_MS } = {},
): Promise<void> {
  const due: Due = { brandIds: brands.map(({ id }) => id), nowMs: clock(), aheadMs, limit: AT_ONCE };
  await inBatches(() => takeDueBookings(store.db, due), brands, settleBooking);
  await inBatches(() => takeDuePasses(store.db, due), brands, settlePass);
}

type Row = { id: string; brandId: string };

/** What was taken in this round has a pause ahead of it; a row that comes again ends the round. */
async function inBatches<T extends Row>(
  take: () => Promise<T[]>,
  brands: readonly Brand[],
  settle: (brand: Brand, row: T) => Promise<unknown>,
): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const taken = await take();
    const rows = taken.filter(({ id }) => !seen.has(id));
    for (const { id } of rows) seen.add(id);
    await inParallel(rows, WIDTH, async (row) => {
      const brand = brands.find(({ id }) => id === row.brandId);
      if (brand) await settle(brand, row).catch((error: unknown) => notSettled(row, error));
    });
    if (taken.length < AT_ONCE || rows.length === 0) return;
  }
}

function notSettled({ id }: Row, error: unknown): void {
  logger().warn({ err: error, id }, 'not settled');
}
