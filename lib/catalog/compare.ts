import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import { type Contents, type InLanguages, newPlace, type Place, type SavedHub } from './place';
import type { Lists, VendorLists } from './read-vendor';

/** What is new or not as it was, and the places that the lists no longer have. */
export type Comparison = { hubs: SavedHub[]; places: Place[]; missing: Place[] };

/**
 * Holds the vendor's lists against what is known. `isNamed`: the vendor has said that the place's details changed. A row
 * that reads otherwise than before makes the details old as well, which is all that a vendor without such news tells.
 */
export function compare(
  before: Contents | null,
  lists: VendorLists,
  at: string,
  isNamed: (known: Place) => boolean,
): Comparison {
  const places: Place[] = [];
  for (const [id, summary] of lists.places) {
    const known = before?.places.get(id);
    const next = known
      ? withRow(known, summary, placeWords(known, lists), isNamed(known))
      : { ...newPlace(summary, at), words: placeWords(undefined, lists, id) };
    if (next !== known) places.push(next.summary === known?.summary ? next : { ...next, listedAt: at });
  }
  const isMissing = (place: Place) => place.withdrawnAt === null && !lists.places.has(place.summary.resourceId);
  const missing = [...(before?.places.values() ?? [])].filter(isMissing);
  return { hubs: compareHubs(before, lists, at), places, missing };
}

/** The place as the vendor's row has it now: the very same object when nothing is new. */
function withRow(known: Place, row: ResourceSummary, words: Place['words'], isNamed: boolean): Place {
  const summary = isDeepStrictEqual(known.summary, row) ? known.summary : row;
  const isNews = isNamed || summary !== known.summary || known.withdrawnAt !== null;
  const isOutdated = known.details !== null && (known.isOutdated || isNews);
  const isSame =
    summary === known.summary &&
    known.withdrawnAt === null &&
    isOutdated === known.isOutdated &&
    isDeepStrictEqual(words, known.words);
  return isSame ? known : { ...known, summary, words, isOutdated, withdrawnAt: null };
}

function compareHubs(before: Contents | null, lists: VendorLists, at: string): SavedHub[] {
  const changed: SavedHub[] = [];
  for (const [id, hub] of lists.hubs) {
    const next: SavedHub = { hub, withdrawnAt: null, words: hubWords(before?.hubs.get(id), lists, id) };
    if (!isDeepStrictEqual(next, before?.hubs.get(id))) changed.push(next);
  }
  const used = new Set([...lists.places.values()].map((place) => place.vendorHubId));
  for (const [id, known] of before?.hubs ?? []) {
    // One that still has places has only slipped out of the list.
    const isGone = known.withdrawnAt === null && !lists.hubs.has(id) && !used.has(id);
    if (isGone) changed.push({ ...known, withdrawnAt: at });
  }
  return changed;
}

function placeWords(known: Place | undefined, lists: VendorLists, id = known?.summary.resourceId ?? '') {
  return eachLanguage(lists, known?.words, (list, before) => {
    const row = list.places.get(id);
    if (!row) return undefined;
    const { details = null, detailsAt = null } = before ?? {};
    return { name: row.name, location: row.location, details, detailsAt };
  });
}

function hubWords(known: SavedHub | undefined, lists: VendorLists, id: string) {
  return eachLanguage(lists, known?.words, (list) => {
    const row = list.hubs.get(id);
    return row && { name: row.name, city: row.city };
  });
}

/** A language that could not be read keeps the words it had. */
function eachLanguage<Words>(
  { inLanguages }: VendorLists,
  known: InLanguages<Words> | undefined,
  read: (list: Lists, before: Words | undefined) => Words | undefined,
): InLanguages<Words> {
  const words: InLanguages<Words> = {};
  const put = (language: VendorLanguage, value: Words | undefined) => {
    if (value !== undefined) words[language] = value;
  };
  for (const [language, list] of inLanguages) {
    put(language, list ? read(list, known?.[language]) : known?.[language]);
  }
  return words;
}
