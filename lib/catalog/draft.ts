import 'server-only';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { ResourceUpdate } from '@/lib/dragonpass/resources';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import type { SyncState } from '@/lib/store/catalogue';
import { compare } from './compare';
import type { Contents, Place, SavedHub } from './place';
import { type ReadPlace, readChanges, unread } from './read-changes';
import { readVendor } from './read-vendor';
import type { CatalogClient } from './refresh';

/** Everything is read again at least so often, for what news of changes does not tell. */
const FULL_EVERY_MS = 24 * 3_600_000;
/** Questions about changes overlap by so much: the vendor's clock is not ours. */
const OVERLAP_MS = 10 * 60_000;
/** Past so many changes reading the lists is no dearer than reading the places one by one. */
const MOST_CHANGES = 200;
/** So many places missing from the lists are asked for themselves before they count as gone. */
const MOST_ASKED_AGAIN = 20;
/** A catalogue of at least so many places that shrinks to less than half is not believed at once. */
const LARGE = 20;
/** What the vendor still says so long after the last whole read is no passing fault of its own. */
const BELIEVED_AFTER_MS = 30 * 3_600_000;
/** How far back is asked when the vendor has not said before what changed. */
const FIRST_CHANGES_MS = 7 * 24 * 3_600_000;

export type Sources = {
  client: CatalogClient;
  languages: readonly VendorLanguage[];
  readPlace: ReadPlace;
  isStopped(): boolean;
  onCall(): void;
  /** ISO instant. */
  now(): string;
  log(event: object): void;
};

/** What a sync would change. Nothing is changed by making one. */
export type Draft = {
  kind: 'full' | 'changes';
  hubs: SavedHub[];
  places: Place[];
  withdrawn: number;
  state: Pick<SyncState, 'fullAt' | 'changesKnownAt' | 'unreadChanges'>;
};

/** Most of the places are missing from the vendor's lists: more likely its fault than the end of its business. */
export class ShrunkenCatalogueError extends Error {
  override name = 'ShrunkenCatalogueError';
}

/** Asks the vendor what is new: of what has changed where it can say and a full read is not due, of everything else. */
export async function draftChanges(sources: Sources, before: Contents | null): Promise<Draft> {
  const startedAt = sources.now();
  if (!before) return draftFull(sources, null, null, (await canTellChanges(sources, startedAt)) ? startedAt : null);
  const isDue = isFullDue(before, startedAt);
  const named = await namedSince(sources, changesSince(before, startedAt)).catch((error: unknown) => {
    if (isDue) return 'failed' as const;
    throw error;
  });
  // What could not be asked now is asked again from where it was known before.
  if (named === 'failed') return draftFull(sources, before, null, before.state.changesKnownAt);
  const news = named && unread([...before.state.unreadChanges, ...named], before);
  if (!news || isDue || news.length > MOST_CHANGES) {
    return draftFull(sources, before, news, news && startedAt);
  }
  const { hubs, places, unreadChanges } = await readChanges(sources, before, news);
  const withdrawn = places.filter(isWithdrawn).length;
  const state = { fullAt: before.state.fullAt, changesKnownAt: startedAt, unreadChanges };
  return { kind: 'changes', hubs, places, withdrawn, state };
}

/** From where to ask. A clock that has been put back asks from a day before now: what it missed is not known. */
function changesSince({ state }: Contents, nowAt: string): string {
  const { changesKnownAt, fullAt } = state;
  if (changesKnownAt === null) return minus(fullAt, FIRST_CHANGES_MS);
  return changesKnownAt > nowAt ? minus(nowAt, FULL_EVERY_MS) : minus(changesKnownAt, OVERLAP_MS);
}

function minus(at: string, ms: number): string {
  return new Date(Date.parse(at) - ms).toISOString();
}

function isFullDue({ state }: Contents, nowAt: string): boolean {
  const ageMs = Date.parse(nowAt) - Date.parse(state.fullAt);
  return ageMs >= FULL_EVERY_MS || ageMs < -OVERLAP_MS;
}

/** Null: this vendor cannot say. */
function namedSince({ client, onCall }: Sources, sinceAt: string): Promise<ResourceUpdate[] | null> {
  return client.listUpdatedResources(sinceAt, { onCall });
}

async function draftFull(
  sources: Sources,
  before: Contents | null,
  news: readonly ResourceUpdate[] | null,
  changesKnownAt: string | null,
): Promise<Draft> {
  const startedAt = sources.now();
  const knownHubIds = [...(before?.hubs ?? [])].flatMap(([id, hub]) => (hub.withdrawnAt === null ? [id] : []));
  const lists = await readVendor({ ...sources, knownHubIds });
  const named = new Set(news?.map(({ resourceId }) => resourceId));
  const { hubs, places, missing } = compare(before, lists, startedAt, (known) => named.has(known.summary.resourceId));
  if (before) refuseShrunken(before, lists.places.size, missing.length, startedAt);
  const gone = await reallyGone(sources, missing);
  places.push(...gone.map((place) => ({ ...place, withdrawnAt: startedAt })));
  const state = { fullAt: startedAt, changesKnownAt, unreadChanges: [] };
  return { kind: 'full', hubs, places, withdrawn: gone.length, state };
}

/** Asked with the first reading, when there are no details yet that could have grown old. */
async function canTellChanges(sources: Sources, startedAt: string): Promise<boolean> {
  try {
    return (await namedSince(sources, startedAt)) !== null;
  } catch {
    return false;
  }
}

function refuseShrunken({ state }: Contents, listed: number, missing: number, nowAt: string): void {
  const isOld = Date.parse(nowAt) - Date.parse(state.fullAt) >= BELIEVED_AFTER_MS;
  if (missing >= LARGE && listed < missing && !isOld) {
    throw new ShrunkenCatalogueError(`The vendor lists ${listed} places and no longer ${missing} others.`);
  }
}

/**
 * Those that the vendor itself says are gone: a long list can lose a place that moves between two pages, and that of a hub
 * may come empty for once. Only what it says is not there counts; a place that cannot be read may still be.
 */
async function reallyGone({ readPlace, onCall }: Sources, missing: readonly Place[]): Promise<Place[]> {
  if (missing.length > MOST_ASKED_AGAIN) return [...missing];
  const gone = await Promise.all(
    missing.map(async (place) => {
      onCall();
      return readPlace(place.summary.resourceId).then(
        () => false,
        (error: unknown) => error instanceof DragonPassError && error.reason === 'not-found',
      );
    }),
  );
  return missing.filter((_, index) => gone[index]);
}

function isWithdrawn({ withdrawnAt }: Place): boolean {
  return withdrawnAt !== null;
}
