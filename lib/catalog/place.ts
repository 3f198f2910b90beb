import 'server-only';
import type { Resource, ResourceDetails, ResourceSummary } from '@/lib/domain/resource';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import type { CatalogueEntry, SavedCatalogue, SyncState } from '@/lib/store/catalogue';

/** Texts of a place in another language. What is null has no translation and stays in English. */
export type PlaceWords = {
  name: string;
  location: string | null;
  /** Read when somebody looked at the place in this language. */
  details: Pick<ResourceDetails, 'description' | 'conditions' | 'facilities'> | null;
  detailsAt: string | null;
};
export type HubWords = { name: string; city: string };
export type InLanguages<Words> = Partial<Record<VendorLanguage, Words>>;

/** A place as it is saved. Instants are ISO strings. */
export type Place = {
  summary: ResourceSummary;
  details: ResourceDetails | null;
  /** When the vendor first told the summary as it stands. */
  listedAt: string;
  detailsAt: string | null;
  /** The vendor's own moment of its last change that our reading covers; null: it never named one. */
  changedAt: string | null;
  /** The vendor has said, or shown, that its details are newer than ours. */
  isOutdated: boolean;
  /** When it was first missed; null while the vendor has it. Kept for those who hold a booking there. */
  withdrawnAt: string | null;
  words: InLanguages<PlaceWords>;
};

/** A hub as it is saved. */
export type SavedHub = { hub: VendorHub; withdrawnAt: string | null; words: InLanguages<HubWords> };

/** A whole catalogue, by vendor ids, withdrawn hubs and places included. */
export type Contents = { state: SyncState; hubs: ReadonlyMap<string, SavedHub>; places: ReadonlyMap<string, Place> };

export function newPlace(summary: ResourceSummary, listedAt: string): Place {
  return {
    summary,
    details: null,
    listedAt,
    detailsAt: null,
    changedAt: null,
    isOutdated: false,
    withdrawnAt: null,
    words: {},
  };
}

/**
 * A place as the rest of the program sees it. It was last confirmed when it was read, or later, when the vendor had named
 * everything that had changed since and this place was not among it. A list confirms what it tells, not the details.
 */
export function resourceOf(place: Place, state: SyncState, language?: VendorLanguage): Resource {
  const words = language && place.words[language];
  const { summary } = place;
  const details = place.details && { ...place.details, ...words?.details };
  const told = words ? { name: words.name, location: words.location ?? summary.location } : {};
  return { ...summary, ...told, details: words ? details : place.details, confirmedAt: confirmedAt(place, state) };
}

function confirmedAt(place: Place, { fullAt, changesKnownAt }: SyncState): string {
  const readAt = place.detailsAt ?? place.listedAt;
  if (place.isOutdated || place.withdrawnAt !== null) return readAt;
  const listedAt = place.details === null ? fullAt : readAt;
  return [readAt, listedAt, changesKnownAt ?? readAt].reduce((latest, at) => (at > latest ? at : latest));
}

export function hubEntry(saved: SavedHub, confirmedAt: string): CatalogueEntry {
  return { kind: 'hub', id: saved.hub.vendorHubId, data: saved, confirmedAt };
}

export function placeEntry(place: Place): CatalogueEntry {
  const confirmedAt = place.detailsAt ?? place.listedAt;
  return { kind: 'resource', id: place.summary.resourceId, data: place, confirmedAt };
}

/**
 * Lays saved entries over what is known, or over nothing. Reads entries that this version of the program wrote: the scope
 * they are saved under names their format.
 */
export function withSaved(before: Contents | null, { state, entries }: SavedCatalogue): Contents {
  const hubs = new Map(before?.hubs);
  const places = new Map(before?.places);
  for (const { kind, id, data } of entries) {
    if (kind === 'hub') hubs.set(id, data as SavedHub);
    else places.set(id, data as Place);
  }
  return { state, hubs, places };
}

/** Clocks of servers differ by less. What was read later than this from now was read by a clock that has been put back since. */
const AHEAD_MS = 10 * 60_000;

/** The place with those details of `other`, the same place, that were read later than its own. */
export function withNewerDetails(place: Place, other: Place | undefined, nowMs: number): Place {
  if (!other || other === place) return place;
  const lastAt = new Date(nowMs + AHEAD_MS).toISOString();
  const words = { ...place.words };
  for (const language of Object.keys(words) as VendorLanguage[]) {
    const [own, read] = [words[language], other.words[language]];
    if (own && read && isLater(read, own, lastAt))
      words[language] = { ...own, details: read.details, detailsAt: read.detailsAt };
  }
  const { details, detailsAt } = isLater(other, place, lastAt) ? other : place;
  return { ...place, details, detailsAt, words };
}

type Read = { detailsAt: string | null };

function isLater(one: Read, other: Read, lastAt: string): boolean {
  const at = ({ detailsAt }: Read) => (detailsAt !== null && detailsAt <= lastAt ? detailsAt : '');
  return at(one) > at(other);
}
