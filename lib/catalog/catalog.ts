import 'server-only';
import type { Clock } from '@/lib/domain/clock';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import { loadCatalogue, patchCatalogueResource, type SyncState } from '@/lib/store/catalogue';
import type { Store } from '@/lib/store/db';
import { type Answers, answersFrom, placeIn } from './answers';
import { createDetails, type ReadFields } from './details';
import { openData } from './open-data';
import { type Contents, type Place, placeEntry, withNewerDetails, withSaved } from './place';
import { type CatalogClient, createRefresh, type RefreshResult } from './refresh';
import { type Outcome, onClock, repeatedly, type Schedule } from './schedule';
import { createSnapshot, type Snapshot } from './snapshot';

/** Hubs and places of one vendor and program, answered from memory. */
export type Catalog = Answers & {
  /** Loads what is saved, then reads the vendor in the background. Resolves once there is something, or reading failed. */
  start(): Promise<void>;
  stop(): void;
  /** Reads details that are missing, waiting `waitMs` at most, and renews old ones without waiting. Never throws. */
  ensureDetails(resourceIds: readonly string[], waitMs?: number, language?: VendorLanguage): Promise<void>;
};

export type CatalogOptions = {
  client: CatalogClient;
  store: Pick<Store, 'db'>;
  /** Which vendor and program this is; another scope's saved catalogue is never served. */
  scope: string;
  clock: Clock;
  /** Languages beside English to read translations in. Each costs about as many calls as a full read. */
  languages?: readonly VendorLanguage[];
  log?: (event: object) => void;
  schedule?: Schedule;
};

/** Part of the saved scope, so that a version that saves in another form reads anew instead of misreading. */
export const FORMAT = 3;
/** News of changes older than this confirms nothing any more: the syncs are failing. */
const NEWS_FRESH_MS = 24 * 3_600_000;
const LISTS_FRESH_MS = 30 * 60_000;

export function createCatalog(options: CatalogOptions): Catalog {
  const { client, log = () => undefined, schedule = onClock(options.clock) } = options;
  const memory = createMemory({ ...options, log });

  async function read(): Promise<Outcome> {
    const startMs = performance.now();
    try {
      const result = await memory.refresh();
      if (result.kind !== 'busy') await memory.use(result.contents);
      log({ event: 'catalogue', ...reportOf(result, memory.current()), ms: Math.round(performance.now() - startMs) });
      return result.kind === 'busy' ? 'busy' : outcomeOf(result.contents.state);
    } catch (error) {
      if (!memory.isStopped()) log({ event: 'catalogue', result: 'failed', error: textOf(error) });
      return 'failed';
    }
  }

  function outcomeOf({ changesKnownAt }: SyncState): Outcome {
    if (changesKnownAt !== null) return 'changes-known';
    return client.listsAllPlaces ? 'one-list' : 'hub-by-hub';
  }

  const sync = repeatedly(read, schedule);
  let started: Promise<void> | undefined;

  async function start(): Promise<void> {
    await memory.load();
    const saved = memory.current()?.state;
    if (saved && isFresh(saved, options.clock())) return sync.later(outcomeOf(saved));
    const first = sync.next();
    if (!saved) await first;
  }

  return {
    start: () => {
      started ??= start();
      return started;
    },
    stop: () => {
      memory.stop();
      sync.stop();
    },
    ...answersFrom(memory.current),
    ensureDetails: memory.ensureDetails,
  };
}

/** The catalogue in memory, kept in step with what is saved. */
function createMemory(options: CatalogOptions & { log: (event: object) => void }) {
  const { client, clock, log, languages = [] } = options;
  const { db } = options.store;
  const scope = `${FORMAT} ${options.scope}`;
  let snapshot: Snapshot | undefined;
  let hasStopped = false;

  const isStopped = () => hasStopped;
  const contents = (): Contents | null =>
    snapshot ? { state: snapshot.state, hubs: snapshot.savedHubs, places: snapshot.places } : null;
  const place = (id: string) => placeIn(snapshot, id);
  const areChangesKnown = () => clock() - Date.parse(snapshot?.state.changesKnownAt ?? '') < NEWS_FRESH_MS;
  const details = createDetails({ client, clock, log, place, areChangesKnown, keep });
  const sources = { client, languages, log, isStopped, readPlace: details.readNow };

  async function keep(resourceId: string, fields: ReadFields): Promise<void> {
    const known = place(resourceId);
    if (!known || hasStopped) return;
    const next = { ...known, ...fields };
    snapshot?.places.set(resourceId, next);
    await patchCatalogueResource(db, scope, resourceId, fields, placeEntry(next).confirmedAt);
  }

  function learn(read: Place): void {
    const known = snapshot?.places.get(read.summary.resourceId);
    if (known) snapshot?.places.set(read.summary.resourceId, withNewerDetails(known, read, clock()));
  }

  async function use(newer: Contents): Promise<void> {
    const next = await createSnapshot(newer, openData(), snapshot);
    // Details may have been read while the index was built.
    for (const [id, known] of snapshot?.places ?? []) {
      const placed = next.places.get(id);
      if (placed) next.places.set(id, withNewerDetails(placed, known, clock()));
    }
    snapshot = next;
  }

  async function load(): Promise<void> {
    try {
      const saved = await loadCatalogue(db, scope);
      if (saved) await use(withSaved(null, saved));
    } catch (error) {
      log({ event: 'saved catalogue unreadable', error: textOf(error) });
    }
  }

  return {
    current: () => snapshot,
    use,
    load,
    isStopped,
    refresh: createRefresh({ ...sources, db, scope, clock, current: contents, learn }),
    ensureDetails: details.ensure,
    stop: () => {
      hasStopped = true;
    },
  };
}

/** A server that starts just after another has read everything has no reason to do so again; news costs only one call. */
function isFresh({ changesKnownAt, completedAt }: SyncState, nowMs: number): boolean {
  const ageMs = nowMs - Date.parse(completedAt);
  return changesKnownAt === null && ageMs >= 0 && ageMs < LISTS_FRESH_MS;
}

/** One line a sync: what was read, how many calls it took, and what came of it. */
function reportOf(result: RefreshResult, snapshot: Snapshot | undefined): object {
  const { kind } = result;
  const { calls, changed, withdrawn } = 'calls' in result ? result : {};
  const size = { hubs: snapshot?.found.served.length, resources: snapshot?.places.size };
  return { result: kind, calls, changed, withdrawn, ...size };
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
