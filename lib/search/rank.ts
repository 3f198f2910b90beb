import type { SearchEntry } from './entry';

/*
 * Every rule that decides which hub comes first.
 */

/**
 * How well a hub fits what was typed, best first. A whole country name comes before the beginning of a city's: who has
 * typed `india` means India, and `indian` is enough for Indianapolis.
 */
export const FIT = {
  /** IATA code, or the code of a hub that has none. */
  code: 0,
  icao: 1,
  /** Code of a city with several airports. */
  metro: 2,
  /** The whole name of the city, in any language. */
  city: 3,
  /** The whole name of the hub. */
  name: 4,
  country: 5,
  /** The beginning of either name. */
  beginning: 6,
  /** Each word begins a word of the names. */
  words: 7,
  countryBeginning: 8,
  typos: 9,
} as const;

/** How a hub was found; `typos` is 0 but for `FIT.typos`. */
export type Match = { fit: number; typos: number };

/** One letter begins a word of almost every name: only whole names count. */
export const WORDS_FROM_LETTERS = 2;
/** Two letters begin the name of some country almost always, and mean a city. */
export const COUNTRIES_FROM_LETTERS = 3;
/** What people type to find a place has fewer words; past it, words only cost time. */
export const MOST_WORDS = 8;
/** The rest of what was typed is not looked at. */
export const MOST_LETTERS = 200;

/**
 * Typos forgiven in a word: none in up to three letters, so that no code is ever taken for another; one from four, two
 * from eight. A letter added, dropped, changed, or two neighbours swapped, is one.
 */
export function typosAllowed(word: string): 0 | 1 | 2 {
  const { length } = word;
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Whether `match` says more for a hub than what was known before. */
export function isBetter(match: Match, before: Match | undefined): boolean {
  if (!before) return true;
  return match.fit < before.fit || (match.fit === before.fit && match.typos < before.typos);
}

/** Typos are looked for only when nothing else answers: neither an exact code nor anything that has our services. */
export function isAnswered(found: ReadonlyMap<number, Match>, entries: readonly SearchEntry[]): boolean {
  for (const [place, { fit }] of found) {
    if (fit === FIT.code || (entries[place]?.resourceCount ?? 0) > 0) return true;
  }
  return false;
}

/** No place has as many, and no list of busy airports is as long. */
const MOST = 10_000;

/**
 * Equals as a number, the first the lowest: with services first, then by traffic, then, of two hubs with one IATA code, the
 * one whose address it is, then by how much is there.
 */
function keyAmongEquals({ hub, iata, resourceCount, trafficRank }: SearchEntry): number {
  const unserved = resourceCount > 0 ? 0 : 1;
  const traffic = Math.min(trafficRank ?? MOST, MOST - 1);
  const elsewhere = hub === iata ? 0 : 1;
  return ((unserved * MOST + traffic) * 2 + elsewhere) * MOST + (MOST - 1 - Math.min(resourceCount, MOST - 1));
}

/**
 * Puts what was found in order. The order of equals is worked out once, for all hubs; what is left equal goes by its code.
 * Numbers sort several times faster than objects, which shows on a slow phone.
 */
export function createOrder(entries: readonly SearchEntry[]): (found: ReadonlyMap<number, Match>) => number[] {
  const count = entries.length;
  const byCode = new Map(entries.map(({ hub }, place) => [hub, place]));
  const placesByCode = [...byCode.keys()].sort().map((hub) => byCode.get(hub) ?? 0);
  const keys = Float64Array.from(placesByCode, (place, at) => {
    const entry = entries[place];
    return (entry ? keyAmongEquals(entry) : 0) * count + at;
  });
  const places = Array.from(keys.sort(), (key) => placesByCode[key % count] ?? 0);
  const positionOf = new Uint32Array(count);
  for (const [position, place] of places.entries()) positionOf[place] = position;
  return (found) => {
    const ranked = new Float64Array(found.size);
    let at = 0;
    for (const [place, { fit, typos }] of found) {
      ranked[at] = (fit * 100 + typos) * count + (positionOf[place] ?? 0);
      at += 1;
    }
    return Array.from(ranked.sort(), (key) => places[key % count] ?? 0);
  };
}
