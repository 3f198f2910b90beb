import { z } from 'zod';
import type { BookingDto } from '../../lib/contract/bookings';
import { type PassDto, passListSchema } from '../../lib/contract/passes';
import type { OrderRecord, PassRecord } from '../../lib/sandbox/state/records';
import type { Deployment } from './deployment';
import type { Traveller } from './traveller';

/** What one traveller's pages show. */
export type Shown = { clientUserId: string; bookings: BookingDto[]; passes: PassDto[] };

const storedBookingSchema = z.object({
  id: z.string(),
  clientUserId: z.string(),
  passId: z.string(),
  holdId: z.string(),
  orderId: z.string().nullable(),
  status: z.enum(['confirmed', 'pending', 'checking', 'refused', 'cancelled', 'used']),
  isCancelling: z.boolean(),
  replaces: z.string().nullable(),
  change: z.string().nullable(),
});
export type StoredBooking = z.infer<typeof storedBookingSchema>;

const storedPassSchema = z.object({ id: z.string(), state: z.string(), ePassId: z.string().nullable() });
export type StoredPass = z.infer<typeof storedPassSchema>;

/** Both sides of the story, read when everything is over. */
export type Records = {
  orders: OrderRecord[];
  vendorPasses: PassRecord[];
  shown: Shown[];
  bookings: StoredBooking[];
  passes: StoredPass[];
};

/** Travellers who look at the same time. */
const READERS = 6;

const BOOKINGS = `select id, client_user_id as "clientUserId", pass_id as "passId", hold_id as "holdId", order_id as "orderId",
  status, is_cancelling as "isCancelling", replaces, change from bookings`;
const PASSES = `select id, state, vendor->>'ePassId' as "ePassId" from passes`;
/** A change waits as long as the place has not confirmed what it asks for: that is settled for now. */
const UNSETTLED = `select id from bookings
  where status = 'checking' or is_cancelling or (change = 'waiting' and replaces is not null and status <> 'pending')`;

/** Reads the tables; of the embedded database only while no server has its folder. */
export async function readStore(store: Deployment['store']): Promise<Pick<Records, 'bookings' | 'passes'>> {
  return withRows(store, async (query) => ({
    bookings: z.array(storedBookingSchema).parse(await query(BOOKINGS)),
    passes: z.array(storedPassSchema).parse(await query(PASSES)),
  }));
}

/** How many bookings, cancellations and changes have an outcome that is still to be learnt. */
export async function countUnsettled(databaseUrl: string): Promise<number> {
  return withRows({ databaseUrl }, async (query) => (await query(UNSETTLED)).length);
}

/** What the pages show, and null when one of them could not be had. */
export async function readShown(travellers: readonly Traveller[]): Promise<Shown[] | null> {
  const shown: Shown[] = [];
  const waiting = travellers.values();
  const read = async () => {
    for (const { clientUserId, devices } of waiting) {
      const bookings = await devices[0]?.bookings();
      const list = await devices[0]?.get('/api/passes', passListSchema);
      if (bookings && list) shown.push({ clientUserId, bookings, passes: list.passes });
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  return shown.length === travellers.length ? shown : null;
}

async function withRows<T>(
  store: Deployment['store'],
  work: (query: (text: string) => Promise<unknown[]>) => Promise<T>,
): Promise<T> {
  if ('folder' in store) {
    const { PGlite } = await import('@electric-sql/pglite');
    const embedded = await PGlite.create(store.folder);
    try {
      return await work(async (text) => (await embedded.query(text)).rows);
    } finally {
      await embedded.close();
    }
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: store.databaseUrl });
  await client.connect();
  try {
    return await work(async (text) => (await client.query(text)).rows);
  } finally {
    await client.end();
  }
}
