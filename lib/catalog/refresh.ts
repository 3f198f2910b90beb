import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Clock } from '@/lib/domain/clock';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import { loadCatalogue, releaseCatalogueLease, saveCatalogue, takeCatalogueLease } from '@/lib/store/catalogue';
import type { Db } from '@/lib/store/db';
import { type Draft, draftChanges, type Sources } from './draft';
import { type Contents, hubEntry, type Place, placeEntry, withNewerDetails, withSaved } from './place';
import type { ReadPlace } from './read-changes';

/** A process that dies while it reads keeps the others, or itself when it is started again, waiting this long. */
const LEASE_MS = 60_000;
const RENEW_MS = 15_000;

export type CatalogClient = Pick<
  DragonPassClient,
  'listHubs' | 'listResources' | 'listAllResources' | 'listUpdatedResources' | 'listsAllPlaces' | 'getResource'
>;

type Options = {
  client: CatalogClient;
  db: Db;
  scope: string;
  clock: Clock;
  languages: readonly VendorLanguage[];
  readPlace: ReadPlace;
  /** What is known now, with details that were read while a sync went on. */
  current(): Contents | null;
  /** Takes over details of a place that another process has read. */
  learn(place: Place): void;
  isStopped(): boolean;
  log(event: object): void;
};

export type RefreshResult =
  /** Read by us, and saved: the lists from end to end, or what the vendor said has changed. */
  | { kind: Draft['kind']; contents: Contents; calls: number; changed: number; withdrawn: number }
  /** Another process has read and saved it. */
  | { kind: 'loaded'; contents: Contents }
  /** Another process is reading it. */
  | { kind: 'busy' };

/** Brings the catalogue up to date, or throws and has changed nothing. */
export function createRefresh(options: Options): () => Promise<RefreshResult> {
  const { client, db, scope, clock, current } = options;
  const holder = randomUUID();
  const now = () => new Date(clock()).toISOString();

  /** What another process has saved; details that it has read without a sync are learned on the way. */
  async function loadNewer(): Promise<Contents | null> {
    const before = current();
    const saved = await loadCatalogue(db, scope, before?.state.revision);
    if (!saved) return null;
    const newer = withSaved(before, saved);
    if (!before || saved.state.revision > before.state.revision) return newer;
    for (const { id } of saved.entries) {
      const place = newer.places.get(id);
      if (place) options.learn(place);
    }
    return null;
  }

  async function sync(): Promise<RefreshResult> {
    let calls = 0;
    const onCall = () => {
      calls += 1;
    };
    const sources: Sources = { ...options, client, now, onCall };
    const { kind, withdrawn, ...draft } = await draftChanges(sources, current());
    const contents = applied(draft, current(), clock());
    const listed = [...contents.places.values()].filter((place) => place.withdrawnAt === null).length;
    const places = draft.places.flatMap(({ summary }) => contents.places.get(summary.resourceId) ?? []);
    await saveCatalogue(db, scope, {
      state: contents.state,
      entries: [...draft.hubs.map((hub) => hubEntry(hub, contents.state.completedAt)), ...places.map(placeEntry)],
      hubCount: [...contents.hubs.values()].filter((hub) => hub.withdrawnAt === null).length,
      resourceCount: listed,
    });
    return { kind, contents, calls, changed: places.length, withdrawn };
  }

  return async () => {
    const newer = await loadNewer();
    if (newer) return { kind: 'loaded', contents: newer };
    if (!(await takeCatalogueLease(db, scope, holder, LEASE_MS))) return { kind: 'busy' };
    const renewal = setInterval(() => {
      // A renewal that fails is made again; the lease outlives several.
      takeCatalogueLease(db, scope, holder, LEASE_MS).catch(() => false);
    }, RENEW_MS);
    renewal.unref();
    try {
      // Whoever had the lease a moment ago may have saved between the two questions.
      const saved = await loadNewer();
      return saved ? { kind: 'loaded', contents: saved } : await sync();
    } finally {
      clearInterval(renewal);
      await releaseCatalogueLease(db, scope, holder);
    }
  };
}

/** The catalogue with the draft in it. Details read while the draft was made are newer than the draft's. */
function applied(draft: Omit<Draft, 'kind' | 'withdrawn'>, before: Contents | null, nowMs: number): Contents {
  const hubs = new Map(before?.hubs);
  const places = new Map(before?.places);
  for (const saved of draft.hubs) hubs.set(saved.hub.vendorHubId, saved);
  for (const place of draft.places) {
    const { resourceId } = place.summary;
    places.set(resourceId, withNewerDetails(place, places.get(resourceId), nowMs));
  }
  const completedAt = new Date(nowMs).toISOString();
  const revision = (before?.state.revision ?? 0) + 1;
  return { state: { revision, completedAt, ...draft.state }, hubs, places };
}
