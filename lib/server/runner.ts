import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { listUnsettledBookings } from '@/lib/store/bookings';
import { listRequestedPasses } from '@/lib/store/passes';
import { purgeExpired } from '@/lib/store/purge';
import { logger } from './log';
import type { Runtime } from './runtime';
import { settleBooking } from './settle-booking';
import { settlePass } from './settle-pass';

/** How often what is open is looked at. */
const EVERY_MS = 15_000;
/** Something that stays open is looked at less and less often, up to this. */
const MOST_WAIT_MS = 10 * 60_000;
const AT_ONCE = 50;
const PURGE_EVERY_MS = 3_600_000;

type Attempts = Map<string, { count: number; notBeforeMs: number }>;

/** Settles, beside the requests, what has an unknown outcome, and clears away what has run out. */
export function startRunner(runtime: Runtime, brands: readonly Brand[]): { stop(): void } {
  const attempts: Attempts = new Map();
  let isBusy = false;
  let purgedMs = 0;
  const tick = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await settleAll(runtime, brands, attempts);
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
  return { stop: () => clearInterval(timer) };
}

/** One round. Exported for tests. */
export async function settleAll(
  { store }: Pick<Runtime, 'store'>,
  brands: readonly Brand[],
  attempts: Attempts = new Map(),
): Promise<void> {
  const brandOf = (row: { brandId: string }) => brands.find((brand) => brand.id === row.brandId);
  // Those not due yet are left out of the question, or a few dozen that cannot be settled would keep the rest from theirs.
  const waiting = [...attempts].flatMap(([id, { notBeforeMs }]) => (performance.now() < notBeforeMs ? [id] : []));
  const which = { brandIds: brands.map((brand) => brand.id), except: waiting };
  const open = new Set<string>(waiting);
  const attempt = async (id: string, work: () => Promise<{ isOpen: boolean }>) => {
    open.add(id);
    const before = attempts.get(id) ?? { count: 0 };
    const isOpen = await work().then(
      (result) => result.isOpen,
      (error: unknown) => {
        logger().warn({ err: error, id }, 'not settled');
        return true;
      },
    );
    const waitMs = Math.min(MOST_WAIT_MS, EVERY_MS * 2 ** before.count);
    if (isOpen) attempts.set(id, { count: before.count + 1, notBeforeMs: performance.now() + waitMs / 2 });
  };
  for (const row of await listUnsettledBookings(store.db, AT_ONCE, which)) {
    const brand = brandOf(row);
    if (!brand) continue;
    await attempt(row.id, async () => {
      const { status, isCancelling } = await settleBooking(brand, row);
      return { isOpen: isCancelling || status === 'checking' || status === 'pending' };
    });
  }
  for (const row of await listRequestedPasses(store.db, AT_ONCE, which)) {
    const brand = brandOf(row);
    if (brand) await attempt(row.id, async () => ({ isOpen: (await settlePass(brand, row)).state === 'requested' }));
  }
  for (const id of attempts.keys()) if (!open.has(id)) attempts.delete(id);
}
