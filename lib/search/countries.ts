import type { SearchEntry } from './entry';
import { fold, withJoined } from './fold';
import { eachLocalName } from './local-country-names';
import { COUNTRIES_FROM_LETTERS } from './rank';
import { Terms } from './terms';

/** Longest name of a country that is looked for beside that of a place, in words. */
const MOST_COUNTRY_WORDS = 4;

export type Countries = {
  /** Numbers of the places in a country of that name. */
  named(folded: string): ReadonlySet<number>;
  /** Of that name, or one that begins so. */
  beginningWith(folded: string): ReadonlySet<number>;
  /** Place → typos in the name of its country. */
  resembling(folded: string): ReadonlyMap<number, number>;
  /** Ways to read the words as a place and the country it is in, in either order: `valencia spain`. */
  split(words: readonly string[]): { words: string[]; places: ReadonlySet<number> }[];
};

/** Countries by name: few, so their names are kept once and not with each of their hubs. */
export async function createCountries(entries: readonly SearchEntry[]): Promise<Countries> {
  const placesOf: Set<number>[] = [];
  const numbers = new Map<string, number>();
  const terms = new Terms();
  const add = (name: string, number: number) => {
    for (const text of withJoined(name)) if (text !== '') terms.add(text, number);
  };
  for (const [place, { countryCode, countryNames }] of entries.entries()) {
    // Without a name it is no country that anybody could ask for.
    if (countryNames.length === 0) continue;
    const number = numbers.get(countryCode) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(countryCode, number);
      placesOf.push(new Set());
      for (const name of countryNames) add(fold(name), number);
    }
    placesOf[number]?.add(place);
  }
  await eachLocalName([...numbers.keys()], (name, code) => add(name, numbers.get(code) ?? 0));
  const placesIn = (countries: Iterable<number>) => {
    const places = new Set<number>();
    for (const country of countries) for (const place of placesOf[country] ?? []) places.add(place);
    return places;
  };
  return {
    named: (folded) => placesIn(terms.equal(folded)),
    beginningWith: (folded) =>
      folded.length < COUNTRIES_FROM_LETTERS ? new Set() : placesIn(terms.beginningWith(folded)),
    resembling(folded) {
      const found = new Map<number, number>();
      for (const [country, typos] of terms.resembling(folded)) {
        for (const place of placesOf[country] ?? []) found.set(place, typos);
      }
      return found;
    },
    split(words) {
      const most = Math.min(MOST_COUNTRY_WORDS, words.length - 1);
      return Array.from({ length: Math.max(0, most) }, (_, index) => index + 1)
        .flatMap((count) => [
          { country: words.slice(-count), words: words.slice(0, -count) },
          { country: words.slice(0, count), words: words.slice(count) },
        ])
        .map(({ country, words }) => ({ words, places: placesIn(terms.equal(country.join(' '))) }))
        .filter(({ places }) => places.size > 0);
    },
  };
}
