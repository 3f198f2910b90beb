import 'server-only';
import type { Clock } from '@/lib/domain/clock';
import type { Hub } from '@/lib/domain/hub';
import type { Module } from '@/lib/domain/module';
import type { Resource } from '@/lib/domain/resource';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { loadCatalogue, saveCatalogueEntry } from '@/lib/store/catalogue';
import type { Store } from '@/lib/store/db';
import { createDetails } from './details';
import { distanceKm } from './distance';
import { type HubDirectory, NO_HUBS } from './hub-directory';
import { shownKm } from './nearest';
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
  /** All hubs, and the search over them, as a brand that offers these modules shows them. Empty until loaded. */
  hubDirectory(modules: readonly Module[]): HubDirectory;
  /** Hubs where one of the modules is, nearest first; degrees in, kilometres out. */
  hubsNear(from: Position, limit: number, modules: readonly Module[]): { hub: Hub; distanceKm: number }[];
  resourcesOf(hub: string): Resource[];
  resource(resourceId: string): Resource | undefined;
  /** Reads details that are missing, waiting `waitMs` at most, and renews old ones without waiting. Never throws. */
  ensureDetails(resourceIds: readonly string[], waitMs?: number): Promise<void>;
};

type Position = { latitude: number; longitude: number };

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

  const placeNow = (id: string) => snapshot?.places.get(id);
  const details = createDetails({ client, clock, log, place: placeNow, keep });
  const refresh = createRefresh({ client, db, scope, clock, isStopped: () => isStopped });

  async function keep(place: Parameters<typeof entryOf>[0]): Promise<void> {
    snapshot?.places.set(place.summary.resourceId, place);
    if (!isStopped) await saveCatalogueEntry(db, scope, entryOf(place));
  }

  const use = async (contents: Contents) => {
    snapshot = withNewerDetails(await createSnapshot(contents, openData()), () => snapshot);
  };

  async function load(): Promise<void> {
    try {
      const saved = await loadCatalogue(db, scope);
      if (saved) await use(contentsOf(saved));
    } catch (error) {
      log({ event: 'saved catalogue unreadable', error: textOf(error) });
    }
  }

  async function read(): Promise<Outcome> {
    try {
      const result = await refresh(snapshot?.completedAt ?? null, placeNow);
      if (result.kind !== 'busy') await use(result.contents);
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

type Answers = Pick<Catalog, 'isLoaded' | 'hub' | 'hubDirectory' | 'hubsNear' | 'resourcesOf' | 'resource'>;

function answersFrom(current: () => Snapshot | undefined): Answers {
  return {
    isLoaded: () => current() !== undefined,
    hub: (code) => current()?.byCode.get(code.toUpperCase()),
    hubDirectory: (modules) => current()?.directories(modules) ?? NO_HUBS,
    hubsNear: (from, limit, modules) => nearest(current()?.hubs ?? [], from, modules).slice(0, limit),
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

/** Details read while the list was being read, or indexed, are newer than what it was read with. */
function withNewerDetails(next: Snapshot, before: () => Snapshot | undefined): Snapshot {
  const known = before()?.places;
  for (const [resourceId, place] of next.places) {
    const now = known?.get(resourceId);
    const isNewer = now?.detailsAt && (place.detailsAt === null || now.detailsAt > place.detailsAt);
    if (isNewer) next.places.set(resourceId, { ...place, details: now.details, detailsAt: now.detailsAt });
  }
  return next;
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

function nearest(hubs: readonly Hub[], from: Position, modules: readonly Module[]) {
  return hubs
    .flatMap((hub) => {
      const { latitude, longitude } = hub;
      const isServed = hub.modules.some((module) => modules.includes(module));
      if (!isServed || latitude === null || longitude === null) return [];
      return { hub, distanceKm: shownKm(distanceKm(from, { latitude, longitude })) };
    })
    .sort((a, b) => a.distanceKm - b.distanceKm);
}

function onTimer(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
