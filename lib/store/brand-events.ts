import 'server-only';
import type { Db } from './db';
import type { Owner } from './owner';
import { brandEvents } from './schema';

export type NewBrandEvent = Pick<typeof brandEvents.$inferSelect, 'id' | 'type' | 'token' | 'createdAt'>;

/** Puts an event into the outbox. Wants the transaction of what it tells about. */
export async function insertBrandEvent(tx: Db, owner: Owner, event: NewBrandEvent): Promise<void> {
  const { brandId, clientUserId } = owner;
  await tx.insert(brandEvents).values({ ...event, brandId, clientUserId });
}
