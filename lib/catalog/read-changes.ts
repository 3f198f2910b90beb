import 'server-only';
import type { ResourceDetails, ResourceSummary } from '@/lib/domain/resource';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { ResourceUpdate } from '@/lib/dragonpass/resources';
import { type Contents, newPlace, type Place, type SavedHub } from './place';
import { inTurns } from './turns';

/** Places read at the same time; details that people wait for share the same limit. */
const CONCURRENCY = 8;
/** So many places, or this share of them, may fail alone without the vendor being taken for down. */
const FEW_FAILURES = 2;
const FEW_FAILURES_SHARE = 0.1;

export type ReadPlace = (resourceId: string) => Promise<{ summary: ResourceSummary; details: ResourceDetails }>;

export type ReadingChanges = {
  client: Pick<DragonPassClient, 'listHubs'>;
  readPlace: ReadPlace;
  isStopped(): boolean;
  onCall(): void;
  now(): string;
};

/** What the vendor named and we have not read yet. The same change is named again while the questions overlap. */
export function unread(updates: readonly ResourceUpdate[], before: Contents): ResourceUpdate[] {
  const latest = new Map<string, ResourceUpdate>();
  for (const update of updates) {
    const known = latest.get(update.resourceId);
    if (!known || known.updatedAt < update.updatedAt) latest.set(update.resourceId, update);
  }
  return [...latest.values()].filter(({ resourceId, updatedAt }) => {
    const place = before.places.get(resourceId);
    return place?.changedAt !== updatedAt || place.isOutdated;
  });
}

/** What was read, and the changes that are to be asked for again: those of places that are new to us and could not be read. */
export type ReadChanges = { hubs: SavedHub[]; places: Place[]; unreadChanges: ResourceUpdate[] };

/**
 * Reads each changed place once. One that is gone is withdrawn; a few that cannot be read stay as they are and count as
 * outdated, so that nothing is confirmed of them. @throws DragonPassError when more fail that could be read before: the
 * next sync then asks for the same changes again
 */
export async function readChanges(
  reading: ReadingChanges,
  before: Contents,
  updates: readonly ResourceUpdate[],
): Promise<ReadChanges> {
  const unreadChanges: ResourceUpdate[] = [];
  const failedBefore = new Set(before.state.unreadChanges.map(({ resourceId }) => resourceId));
  let failures = 0;
  const mostFailures = Math.max(FEW_FAILURES, updates.length * FEW_FAILURES_SHARE);
  const read = await inTurns(updates, CONCURRENCY, async (update) => {
    if (reading.isStopped()) throw new Error('Stopped before the changes were read.');
    const known = before.places.get(update.resourceId);
    try {
      reading.onCall();
      return readPlaceOf(update, known, await reading.readPlace(update.resourceId), reading.now());
    } catch (error) {
      if (!(error instanceof DragonPassError)) throw error;
      const rest = withoutReading(update, known, error, reading.now());
      if (rest !== 'failed') return rest;
      // What is bad already says nothing about the vendor now.
      if (!known?.isOutdated && !failedBefore.has(update.resourceId)) failures += 1;
      if (failures > mostFailures) throw error;
      if (known) return { ...known, isOutdated: true };
      unreadChanges.push(update);
      return null;
    }
  });
  const places = read.filter((place) => place !== null);
  return { hubs: await newHubs(reading, before, places), places, unreadChanges };
}

function readPlaceOf(
  { updatedAt }: ResourceUpdate,
  known: Place | undefined,
  { summary, details }: Awaited<ReturnType<ReadPlace>>,
  at: string,
): Place {
  const { vendorHubId, image } = known?.summary ?? summary;
  return {
    ...(known ?? newPlace(summary, at)),
    // The list says which hub a place belongs to, and its picture, which details may leave out.
    summary: { ...summary, vendorHubId, image: summary.image ?? image ?? details.images[0] ?? null },
    details,
    listedAt: at,
    detailsAt: at,
    changedAt: updatedAt,
    isOutdated: false,
    withdrawnAt: null,
  };
}

/** What becomes of a place whose details were not to be had: gone, of no kind that we offer (null), or `failed`. */
function withoutReading(
  { updatedAt }: ResourceUpdate,
  known: Place | undefined,
  error: DragonPassError,
  at: string,
): Place | null | 'failed' {
  if (error.reason === 'not-found')
    return known ? { ...known, changedAt: updatedAt, withdrawnAt: known.withdrawnAt ?? at } : null;
  if (error.kind === 'unexpected-reply' && !known) return null;
  return 'failed';
}

/** Hubs are read again only for a place at one that we do not know: six calls, and most changes need none of them. */
async function newHubs(reading: ReadingChanges, before: Contents, places: readonly Place[]): Promise<SavedHub[]> {
  const isKnown = (id: string) => before.hubs.get(id)?.withdrawnAt === null;
  const isNew = ({ summary, withdrawnAt }: Place) => withdrawnAt === null && !isKnown(summary.vendorHubId);
  if (!places.some(isNew)) return [];
  const hubs = await reading.client.listHubs({ onCall: reading.onCall });
  return hubs
    .filter((hub) => !isKnown(hub.vendorHubId))
    .map((hub) => ({ hub, withdrawnAt: null, words: before.hubs.get(hub.vendorHubId)?.words ?? {} }));
}
