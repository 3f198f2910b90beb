import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Clock } from '@/lib/domain/clock';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import {
  catalogueCompletedAt,
  loadCatalogue,
  releaseCatalogueLease,
  replaceCatalogue,
  takeCatalogueLease,
} from '@/lib/store/catalogue';
import type { Db } from '@/lib/store/db';
import { readVendor } from './read-vendor';
import { type Contents, contentsOf, entriesOf, type Place } from './snapshot';

/** A process that dies while it reads keeps the others waiting this long. */
const LEASE_MS = 5 * 60_000;
const RENEW_MS = 60_000;

type Client = Pick<DragonPassClient, 'listHubs' | 'listResources' | 'listUpdatedResources'>;
type Options = { client: Client; db: Db; scope: string; clock: Clock; isStopped: () => boolean };

export type RefreshResult =
  /** Read by us, and saved. `changedIds`: places whose details the vendor says are newer than ours. */
  | { kind: 'read'; contents: Contents; changedIds: string[] }
  /** Another process has read and saved it. */
  | { kind: 'loaded'; contents: Contents }
  /** Another process is reading it. */
  | { kind: 'busy' };

/** Brings the catalogue up to date. `placeNow` gives what is known of a place, so that its details survive. */
export type Refresh = (
  since: string | null,
  placeNow: (resourceId: string) => Place | undefined,
) => Promise<RefreshResult>;

export function createRefresh({ client, db, scope, clock, isStopped }: Options): Refresh {
  const holder = randomUUID();

  async function loadNewer(since: string | null): Promise<Contents | null> {
    const completedAt = await catalogueCompletedAt(db, scope);
    if (completedAt === null || (since !== null && completedAt <= since)) return null;
    const saved = await loadCatalogue(db, scope);
    return saved && contentsOf(saved);
  }

  async function read(since: string | null, placeNow: (resourceId: string) => Place | undefined) {
    const listedAt = new Date(clock()).toISOString();
    const { vendorHubs, summaries } = await readVendor(client, isStopped);
    const changedIds = since === null ? [] : await changedSince(client, since);
    const places = summaries.map((summary): Place => {
      const now = placeNow(summary.resourceId);
      return { summary, listedAt, details: now?.details ?? null, detailsAt: now?.detailsAt ?? null };
    });
    const contents: Contents = { completedAt: new Date(clock()).toISOString(), vendorHubs, places };
    await replaceCatalogue(db, scope, entriesOf(contents), contents.completedAt);
    return { kind: 'read', contents, changedIds } as const;
  }

  return async (since, placeNow) => {
    const newer = await loadNewer(since);
    if (newer) return { kind: 'loaded', contents: newer };
    if (!(await takeCatalogueLease(db, scope, holder, LEASE_MS))) return { kind: 'busy' };
    const renewal = setInterval(() => {
      // A renewal that fails is made again; the lease outlives several.
      takeCatalogueLease(db, scope, holder, LEASE_MS).catch(() => false);
    }, RENEW_MS);
    renewal.unref();
    try {
      return await read(since, placeNow);
    } finally {
      clearInterval(renewal);
      await releaseCatalogueLease(db, scope, holder);
    }
  };
}

/** Only hastens what happens by age anyway, so a vendor that cannot say changes nothing. */
async function changedSince(client: Client, since: string): Promise<string[]> {
  try {
    return ((await client.listUpdatedResources(since)) ?? []).map(({ resourceId }) => resourceId);
  } catch {
    return [];
  }
}
