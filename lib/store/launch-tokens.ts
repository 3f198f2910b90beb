import 'server-only';
import type { Db } from './db';
import { usedLaunchTokens } from './schema';

/** Uses a hand-over token up. False when it was used before. `expiresAt`: ISO instant after which it is refused anyway. */
export async function markLaunchTokenUsed(db: Db, issuer: string, jti: string, expiresAt: string): Promise<boolean> {
  const rows = await db
    .insert(usedLaunchTokens)
    .values({ issuer, jti, expiresAt })
    .onConflictDoNothing()
    .returning({ jti: usedLaunchTokens.jti });
  return rows.length > 0;
}
