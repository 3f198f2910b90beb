import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { type PassRow, setPassState, updatePassVendor } from '@/lib/store/passes';
import { NEWS_WAIT_MS, within } from './bounded';
import { isDragonPassError } from './errors-vendor';
import { logger } from './log';
import { oncePerProcess } from './process-state';
import { intentionId } from './request-id';
import { runtime } from './runtime';

/** The vendor replays an answer for as long [inferred]; after it, a pass that is still unknown counts as not issued. */
const REPEAT_FOR_MS = 24 * 3_600_000;
/** A first request that is still on its way is not overtaken. */
const LEAVE_ALONE_MS = 10_000;

/**
 * Asks the vendor for a pass, with the same request id however often this runs for the row: a repeat is answered with
 * the first answer. Leaves the row `requested` when the outcome is not known.
 * @throws DragonPassError for a refusal, after which the row is `refused`, and for an unknown outcome
 */
export async function askForPass(brand: Brand, row: PassRow): Promise<PassRow> {
  const { store, clock, dragonpassFor } = await runtime();
  if (!row.request) return row;
  try {
    const asOf = new Date(clock()).toISOString();
    const { clientUserId } = row;
    const requestId = intentionId(`issue ${row.id}`);
    const pass = await dragonpassFor(brand).issueEPass({ ...row.request, clientUserId, requestId });
    return (await updatePassVendor(store.db, row.id, pass, asOf)) ?? row;
  } catch (error) {
    if (isDragonPassError(error) && error.kind === 'rejected') await setPassState(store.db, row.id, 'refused');
    throw error;
  }
}

/** Tries to learn what became of a pass that was asked for. Never throws; the row is as it is afterwards. */
export async function settlePass(brand: Brand, row: PassRow): Promise<PassRow> {
  const { store, clock } = await runtime();
  const ageMs = clock() - Date.parse(row.createdAt);
  if (row.state !== 'requested' || ageMs < LEAVE_ALONE_MS) return row;
  if (ageMs > REPEAT_FOR_MS) return (await setPassState(store.db, row.id, 'refused')) ?? row;
  return shared(row.id, async () => {
    try {
      return await askForPass(brand, row);
    } catch (error) {
      logger().warn({ err: error, passId: row.id }, 'pass not settled');
      const isRefused = isDragonPassError(error) && error.kind === 'rejected';
      return isRefused ? { ...row, state: 'refused' as const } : row;
    }
  });
}

/** The same, for a page that waits for it a little. */
export async function settledPass(brand: Brand, row: PassRow): Promise<PassRow> {
  const note = (error: unknown) => logger().warn({ err: error }, 'pass not settled');
  return (await within(settlePass(brand, row), NEWS_WAIT_MS, note)) ?? row;
}

/** One attempt at a time for a pass, whoever asks. */
function shared(passId: string, work: () => Promise<PassRow>): Promise<PassRow> {
  const running = oncePerProcess('pass-settling', () => new Map<string, Promise<PassRow>>());
  const current = running.get(passId) ?? work().finally(() => running.delete(passId));
  running.set(passId, current);
  return current;
}
