import 'server-only';
import { lt } from 'drizzle-orm';
import type { Db } from './db';
import { holds, idempotencyKeys, usedLaunchTokens } from './schema';
import { purgeCards } from './wallet-cards';

const DAY_MS = 24 * 3_600_000;
/** Far more than two clocks may differ when a token is checked. */
const CLOCK_DIFFERENCE_MS = 3_600_000;

/** Deletes what has run out: answers kept for a day, holds a day over, hand-over tokens nobody would accept, cards of wallets. */
export async function purgeExpired(db: Db, nowMs: number): Promise<void> {
  const before = (ms: number) => new Date(nowMs - ms).toISOString();
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before(DAY_MS)));
  await db.delete(holds).where(lt(holds.heldUntil, before(DAY_MS)));
  await db.delete(usedLaunchTokens).where(lt(usedLaunchTokens.expiresAt, before(CLOCK_DIFFERENCE_MS)));
  await purgeCards(db, before(0));
}
