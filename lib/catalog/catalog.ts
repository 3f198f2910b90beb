import 'server-only';
import type { Clock } from '@/lib/domain/clock';
import type { Hub } from '@/lib/domain/hub';
import type { Resource } from '@/lib/domain/resource';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { loadCatalogue, saveCatalogueEntry } from '@/lib/store/catalogue';
import type { Store } from '@/lib/store/db';
import { createDetails } from './details';
import { distanceKm } from './distance';
import { openData } from './open-data';
import { createRefresh } from './refresh';
import { type Outcome, repeatedly, type Schedule } from './schedule';
import { type Contents, contentsOf, createSnapshot, entryOf, resourceOf, type Snapshot } from './snapshot';

/** Hubs and places of one vendor and program, answered from memory. */
export type Catalog = {
  /** Loads what is saved, then reads the vendor in the background. Resolves once there is something, or reading failed. */
  start(): Promise<void>;
  isLoaded(): boolean;
  stop(): void;
  /** By our code or the vendor's id, in any case; an airport without services has `resourceCount` 0. */
  hub(code: string): Hub | undefined;
  /** Best first; `total` counts those past `limit` too. An empty `q` gives popular hubs with services. */
  searchHubs(q: string, limit: number): { hubs: Hub[]; total: number };
  /** Hubs with services, nearest first; degrees in, kilometres out. */
  hubsNear(latitude: number, longitude: number, limit: number): { hub: Hub; distanceKm: number }[];
  resourcesOf(hub: string): Resource[];
  resource(resourceId: string): Resource | undefined;
  /** Reads details that are missing, waiting `waitMs` at most, and renews old ones without waiting. Never throws. */
  ensureDetails(resourceIds: readonly string[], waitMs?: number): Promise<void>;
};

type Client = Pick<DragonPassClient, 'listHubs' | 'listResources' | 'listUpdatedResources' | 'getResource'>;

export type CatalogOptions = {
  client: Client;
  store: Pick<Store, 'db'>;
  /** Which vendor and program this is; another scope's saved catalogue is never served. */
  scope: string;
  clock: Clock;
  log?: (event: object) => void;
  schedule?: Schedule;
};

/** Part of the saved scope, so that a version that saves in another form reads anew instead of misreading. */
const FORMAT = 2;

export function createCatalog(options: CatalogOptions): Catalog {
  const { client, clock, log = () => undefined, schedule = onTimer } = options;
  const { db } = options.store;
  const scope = `${FORMAT} ${options.scope}`;
  let snapshot: Snapshot | undefined;
  let started: Promise<void> | undefined;
  let isStopped = false;

  const details = createDetails({ client, clock, log, place: (id) => snapshot?.places.get(id), keep });
  const refresh = createRefresh({ client, db, scope, clock, isStopped: () => isStopped });

  async function keep(place: Parameters<typeof entryOf>[0]): Promise<void> {
    snapshot?.places.set(place.summary.resourceId, place);
    if (!isStopped) await saveCatalogueEntry(db, scope, entryOf(place));
  }

  function use(contents: Contents): void {
    snapshot = createSnapshot({ ...contents, places: withNewerDetails(contents.places, snapshot) }, openData());
  }

  async function load(): Promise<void> {
    try {
      const saved = await loadCatalogue(db, scope);
      if (saved) use(contentsOf(saved));
    } catch (error) {
      log({ event: 'saved catalogue unreadable', error: textOf(error) });
    }
  }

  async function read(): Promise<Outcome> {
    try {
      const result = await refresh(snapshot?.completedAt ?? null, (id) => snapshot?.places.get(id));
      if (result.kind !== 'busy') use(result.contents);
      if (result.kind === 'read') details.markChanged(result.changedIds);
      log({ event: 'catalogue', result: result.kind, ...sizeOf(snapshot) });
      return result.kind === 'busy' ? 'busy' : 'done';
    } catch (error) {
      if (!isStopped) log({ event: 'catalogue', result: 'failed', error: textOf(error) });
      return 'failed';
    }
  }

  const sync = repeatedly(read, schedule);

  async function start(): Promise<void> {
    await load();
    const first = sync.next();
    if (!snapshot) await first;
  }

  return {
    start: () => {
      started ??= start();
      return started;
    },
    stop: () => {
      isStopped = true;
      sync.stop();
    },
    ...answersFrom(() => snapshot),
    ensureDetails: details.ensure,
  };
}

type Answers = Pick<Catalog, 'isLoaded' | 'hub' | 'searchHubs' | 'hubsNear' | 'resourcesOf' | 'resource'>;

function answersFrom(current: () => Snapshot | undefined): Answers {
  return {
    isLoaded: () => current() !== undefined,
    hub: (code) => current()?.byCode.get(code.toUpperCase()),
    searchHubs: (q, limit) => current()?.index.search(q, limit) ?? { hubs: [], total: 0 },
    hubsNear: (latitude, longitude, limit) => nearest(current()?.hubs ?? [], { latitude, longitude }, limit),
    resourcesOf: (code) => {
      const snapshot = current();
      return snapshot ? resourcesIn(snapshot, code) : [];
    },
    resource: (resourceId) => {
      const snapshot = current();
      return snapshot && resourceIn(snapshot, resourceId);
    },
  };
}

function sizeOf(snapshot: Snapshot | undefined) {
  return { hubs: snapshot?.vendorHubs.length, resources: snapshot?.places.size };
}

/** Details read while the list was being read are newer than what it was read with. */
function withNewerDetails(places: Contents['places'], before: Snapshot | undefined): Contents['places'] {
  return places.map((place) => {
    const now = before?.places.get(place.summary.resourceId);
    const isNewer = now?.detailsAt && (place.detailsAt === null || now.detailsAt > place.detailsAt);
    return isNewer ? { ...place, details: now.details, detailsAt: now.detailsAt } : place;
  });
}

function resourcesIn(snapshot: Snapshot, code: string): Resource[] {
  const hub = snapshot.byCode.get(code.toUpperCase());
  const ids = (hub && snapshot.resourceIdsOf.get(hub.vendorHubId)) ?? [];
  return ids.flatMap((id) => snapshot.places.get(id) ?? []).map(resourceOf);
}

function resourceIn(snapshot: Snapshot, resourceId: string): Resource | undefined {
  const place = snapshot.places.get(resourceId.toUpperCase()) ?? snapshot.places.get(resourceId);
  return place && resourceOf(place);
}

function nearest(hubs: readonly Hub[], from: { latitude: number; longitude: number }, limit: number) {
  return hubs
    .flatMap((hub) => {
      const { latitude, longitude } = hub;
      if (hub.resourceCount === 0 || latitude === null || longitude === null) return [];
      return { hub, distanceKm: Math.round(distanceKm(from, { latitude, longitude }) * 10) / 10 };
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
    .slice(0, limit);
}

function onTimer(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
