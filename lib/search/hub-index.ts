import { type Countries, createCountries } from './countries';
import type { SearchEntry } from './entry';
import { codeReadingsOf, fold, isBlank, readingsOf, withJoined } from './fold';
import {
  createOrder,
  FIT,
  isAnswered,
  isBetter,
  type Match,
  MOST_LETTERS,
  MOST_WORDS,
  WORDS_FROM_LETTERS,
} from './rank';
import { inSlices } from './slices';
import { Terms } from './terms';

/** Search over hubs, the same on the server and in the browser. Best first; `total` counts those past `limit` too. */
export type HubIndex = {
  /** An empty `q` gives popular hubs with services. */
  search(q: string, limit: number): { entries: SearchEntry[]; total: number };
  /** The same hubs in the same order, with other counts. Cheap: their names are not indexed again. */
  withCounts(entries: readonly SearchEntry[]): HubIndex;
};

/** What a hub is found by, folded, each name also as one word. */
type Names = { cities: readonly string[]; names: readonly string[] };

type Indexed = {
  codes: Terms;
  words: Terms;
  countries: Countries;
  namesOf: readonly Names[];
  /** Place → how well its codes fit, by code. */
  fitOfCode: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

/** Indexes hubs in slices of some milliseconds, so that neither a server nor a phone stands still meanwhile. */
export async function createHubIndex(entries: readonly SearchEntry[]): Promise<HubIndex> {
  const codes = new Terms();
  const words = new Terms();
  const namesOf: Names[] = [];
  const fitOfCode = new Map<string, Map<number, number>>();
  await inSlices(entries, (entry) => {
    const place = namesOf.length;
    const names = namesFor(entry);
    namesOf.push(names);
    for (const text of [...names.cities, ...names.names]) for (const word of text.split(' ')) words.add(word, place);
    for (const [code, fit] of codesFor(entry)) {
      codes.add(code, place);
      const fits = fitOfCode.get(code) ?? new Map<number, number>();
      fits.set(place, Math.min(fit, fits.get(place) ?? fit));
      fitOfCode.set(code, fits);
    }
  });
  return answering({ codes, words, namesOf, fitOfCode, countries: await createCountries(entries) }, entries);
}

function answering(indexed: Indexed, entries: readonly SearchEntry[]): HubIndex {
  const order = createOrder(entries);
  return {
    search(q, limit) {
      const text = q.slice(0, MOST_LETTERS);
      const found = isBlank(text) ? servedOf(entries) : find(indexed, entries, fold(text));
      const places = order(found).slice(0, limit);
      return { entries: places.flatMap((place) => entries[place] ?? []), total: found.size };
    },
    withCounts: (others) => answering(indexed, others),
  };
}

function namesFor({ city, name, otherNames }: SearchEntry): Names {
  const folded = (texts: readonly string[]) => [...new Set(texts.map(fold).filter(Boolean).flatMap(withJoined))];
  return { cities: folded([city, ...otherNames]), names: folded([name]) };
}

function codesFor({ hub, iata, icao, vendorHubId, metroCodes }: SearchEntry): [string, number][] {
  const codes: [string | null, number][] = [
    [iata, FIT.code],
    [hub, FIT.code],
    [vendorHubId, FIT.code],
    [icao, FIT.icao],
    ...metroCodes.map((code): [string, number] => [code, FIT.metro]),
  ];
  return codes.flatMap(([code, fit]): [string, number][] => (code ? [[code.toLowerCase(), fit]] : []));
}

type Found = Map<number, Match>;

function servedOf(entries: readonly SearchEntry[]): Found {
  const found: Found = new Map();
  for (const [place, { resourceCount }] of entries.entries()) {
    if (resourceCount > 0) found.set(place, { fit: FIT.code, typos: 0 });
  }
  return found;
}

function find(indexed: Indexed, entries: readonly SearchEntry[], asked: string): Found {
  const found: Found = new Map();
  if (asked === '') return found;
  for (const code of codeReadingsOf(asked)) {
    for (const [place, fit] of indexed.fitOfCode.get(code) ?? []) noteMatch(found, place, fit);
  }
  for (const reading of readingsOf(asked)) noteReading(found, indexed, reading);
  if (!isAnswered(found, entries)) noteTypos(found, indexed, asked);
  return found;
}

function noteMatch(found: Found, place: number, fit: number, typos = 0): void {
  const match = { fit, typos };
  if (isBetter(match, found.get(place))) found.set(place, match);
}

function noteReading(found: Found, indexed: Indexed, reading: string): void {
  const { countries, namesOf, words } = indexed;
  const joined = reading.replaceAll(' ', '');
  for (const place of words.beginningWith(joined)) {
    const fit = fitOfNames(namesOf[place], [reading, joined]);
    if (fit !== undefined) noteMatch(found, place, fit);
  }
  for (const place of countries.named(reading)) noteMatch(found, place, FIT.country);
  if (reading.length < WORDS_FROM_LETTERS) return;
  const asked = wordsOf(reading);
  for (const place of havingAll(indexed, asked)) noteMatch(found, place, FIT.words);
  for (const { words: rest, places } of countries.split(asked)) {
    for (const place of havingAll(indexed, rest)) if (places.has(place)) noteMatch(found, place, FIT.words);
  }
  for (const place of countries.beginningWith(reading)) noteMatch(found, place, FIT.countryBeginning);
}

function fitOfNames(names: Names | undefined, asked: readonly string[]): number | undefined {
  if (!names) return undefined;
  if (names.cities.some((city) => asked.includes(city))) return FIT.city;
  if (names.names.some((name) => asked.includes(name))) return FIT.name;
  const isBegun = (text: string) => asked.some((part) => text.startsWith(part));
  return names.cities.some(isBegun) || names.names.some(isBegun) ? FIT.beginning : undefined;
}

/** Places of which each word begins a word of the names, or a code. */
function havingAll({ codes, words }: Indexed, asked: readonly string[]): Set<number> {
  let found: Set<number> | undefined;
  for (const word of asked) {
    const having = words.beginningWith(word);
    for (const place of codes.beginningWith(word)) having.add(place);
    const before = found;
    found = before ? new Set([...having].filter((place) => before.has(place))) : having;
    if (found.size === 0) break;
  }
  return found ?? new Set();
}

function noteTypos(found: Found, indexed: Indexed, asked: string): void {
  const words = wordsOf(asked);
  const note = (places: ReadonlyMap<number, number>) => {
    for (const [place, typos] of places) noteMatch(found, place, FIT.typos, typos);
    return places.size > 0;
  };
  // A word that some place has as typed is not taken for a typo, unless nothing is found that way.
  const isFound = note(havingAllNearly(indexed, words, (known) => known === 0));
  if (isFound && words.length > 1) return;
  note(indexed.countries.resembling(asked));
  if (isFound || words.length < 2) return;
  note(indexed.words.resembling(asked.replaceAll(' ', '')));
  note(havingAllNearly(indexed, words, () => true));
}

/** Place → typos in all words together. `mayErr`: whether a word may hold typos, by how many places have it as it is. */
function havingAllNearly(
  { words }: Indexed,
  asked: readonly string[],
  mayErr: (known: number) => boolean,
): Map<number, number> {
  let found: Map<number, number> | undefined;
  for (const word of asked) {
    const typosOf = typosIn(words, word, mayErr);
    found = found ? sums(found, typosOf) : typosOf;
    if (found.size === 0) break;
  }
  return found ?? new Map();
}

function typosIn(words: Terms, word: string, mayErr: (known: number) => boolean): Map<number, number> {
  const having = words.beginningWith(word);
  const typosOf = mayErr(having.size) ? words.resembling(word) : new Map<number, number>();
  for (const place of having) typosOf.set(place, 0);
  return typosOf;
}

/** Of the places that both have. */
function sums(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const both = new Map<number, number>();
  for (const [place, typos] of a) {
    const more = b.get(place);
    if (more !== undefined) both.set(place, typos + more);
  }
  return both;
}

/** Each word once; none at all when there are more than any place has. */
function wordsOf(asked: string): string[] {
  const words = [...new Set(asked.split(' '))];
  return words.length > MOST_WORDS ? [] : words;
}
