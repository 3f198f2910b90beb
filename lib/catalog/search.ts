import 'server-only';
import type { Hub } from '@/lib/domain/hub';
import { fold, readingsOf } from './fold';
import type { OpenData } from './open-data';
import { trafficRank } from './popularity';
import { createVocabulary, firstNotBelow, type Vocabulary } from './vocabulary';

/** How well a hub fits, best first. */
const FIT = { code: 0, icao: 1, metro: 2, city: 3, name: 4, beginning: 5, words: 6, typos: 7 } as const;
/** What people type to find a place is shorter; past it, words only cost time. */
const MAX_WORDS = 8;

/** Answers kept: while somebody types, most beginnings have been typed before. */
const KEPT_ANSWERS = 1_000;

type Answer = { hubs: Hub[]; total: number };
export type HubIndex = { search(q: string, limit: number): Answer };

type Match = { fit: number; typos: number };
type Key = { text: string; hub: number };

/**
 * The one place that ranks hubs: exact IATA code, ICAO code, code of a city, exact city, exact name, beginning of either,
 * all words, all words with typos. Typos (none in three letters, one from four, two from eight) are looked at only when
 * nothing that has our services fits without them. Equals: with services first, then by traffic, then by how much is there.
 */
export function createHubIndex(hubs: readonly Hub[], data: OpenData): HubIndex {
  const codes = new Map<string, Map<number, number>>();
  const cities: Key[] = [];
  const names: Key[] = [];
  const words: Set<string>[] = [];
  for (const [index, hub] of hubs.entries()) {
    const texts = textsOf(hub, data);
    for (const [code, fit] of texts.codes) {
      const known = codes.get(code) ?? new Map<number, number>();
      known.set(index, Math.min(fit, known.get(index) ?? fit));
      codes.set(code, known);
    }
    for (const text of texts.cities) cities.push({ text, hub: index });
    for (const text of texts.names) names.push({ text, hub: index });
    const codeWords = [hub.iata, hub.icao].flatMap((code) => (code ? [code.toLowerCase()] : []));
    words.push(new Set([...texts.cities, ...texts.names].flatMap((text) => text.split(' ')).concat(codeWords)));
  }
  const byText = (a: Key, b: Key) => (a.text < b.text ? -1 : 1);
  cities.sort(byText);
  names.sort(byText);
  const vocabulary = createVocabulary(words);
  const order = createOrder(hubs);

  return keepingAnswers({
    search(q, limit) {
      const found = new Map<number, Match>();
      const asked = fold(q);
      if (q.trim() === '') {
        for (const [index, hub] of hubs.entries()) if (hub.resourceCount > 0) found.set(index, { fit: 0, typos: 0 });
      } else if (asked !== '') {
        for (const reading of readingsOf(asked)) {
          for (const [hub, fit] of codes.get(reading) ?? []) note(found, hub, fit);
          noteKeys(found, cities, reading, FIT.city);
          noteKeys(found, names, reading, FIT.name);
          // One letter begins a word of almost every name.
          if (reading.length > 1) noteWords(found, vocabulary, reading);
        }
        const isServed = (index: number) => (hubs[index]?.resourceCount ?? 0) > 0;
        const isAnswered = [...found].some(([index, { fit }]) => fit === FIT.code || isServed(index));
        if (!isAnswered) noteTypos(found, vocabulary, asked);
      }
      const ranked = order(found).slice(0, limit);
      return { hubs: ranked.flatMap((index) => hubs[index] ?? []), total: found.size };
    },
  });
}

/** The same index, which looks up what was asked lately only once. A new catalogue has a new index, so none is ever old. */
function keepingAnswers(index: HubIndex): HubIndex {
  const kept = new Map<string, Answer>();
  return {
    search(q, limit) {
      const key = `${limit} ${q}`;
      const answer = kept.get(key) ?? index.search(q, limit);
      kept.delete(key);
      kept.set(key, answer);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}

/** Everything a hub is found by, folded. A name in several words is also found written as one. */
function textsOf(hub: Hub, data: OpenData): { codes: [string, number][]; cities: string[]; names: string[] } {
  const known = hub.iata === null ? undefined : data.airports.get(hub.iata);
  const cities = known && known.countryCode === hub.countryCode ? [hub.city, known.city] : [hub.city];
  const others = data.otherNamesOf({ iata: hub.iata, countryCode: hub.countryCode, cities });
  const codes: [string | null, number][] = [
    [hub.iata, FIT.code],
    [hub.hub, FIT.code],
    [hub.vendorHubId, FIT.code],
    [hub.icao, FIT.icao],
    ...(hub.iata === null ? [] : data.metroCodesOf(hub.iata)).map((code): [string, number] => [code, FIT.metro]),
  ];
  const folded = (texts: string[]) => {
    const whole = texts.map(fold).filter(Boolean);
    return [...new Set([...whole, ...whole.map((text) => text.replaceAll(' ', ''))])];
  };
  return {
    codes: codes.flatMap(([code, fit]): [string, number][] => (code ? [[code.toLowerCase(), fit]] : [])),
    cities: folded([...cities, ...others]),
    names: folded([hub.name, ...(known ? [known.name] : [])]),
  };
}

function note(found: Map<number, Match>, hub: number, fit: number, typos = 0): void {
  const before = found.get(hub);
  if (!before || fit < before.fit || (fit === before.fit && typos < before.typos)) found.set(hub, { fit, typos });
}

function noteKeys(found: Map<number, Match>, keys: readonly Key[], asked: string, exactFit: number): void {
  for (let at = firstNotBelow(keys, asked, (key) => key.text); at < keys.length; at += 1) {
    const key = keys[at];
    if (!key?.text.startsWith(asked)) return;
    note(found, key.hub, key.text === asked ? exactFit : FIT.beginning);
  }
}

function noteWords(found: Map<number, Match>, vocabulary: Vocabulary, asked: string): void {
  const [first, ...rest] = wordsOf(asked).map((word) => vocabulary.beginningWith(word));
  for (const hub of first ?? []) if (rest.every((hubs) => hubs.has(hub))) note(found, hub, FIT.words);
}

function noteTypos(found: Map<number, Match>, vocabulary: Vocabulary, asked: string): void {
  let candidates: Map<number, number> | undefined;
  for (const word of wordsOf(asked)) {
    const typosOf = new Map(vocabulary.resembling(word));
    for (const hub of vocabulary.beginningWith(word)) typosOf.set(hub, 0);
    const before = candidates;
    const kept = before ? [...typosOf].filter(([hub]) => before.has(hub)) : [...typosOf];
    candidates = new Map(kept.map(([hub, typos]) => [hub, typos + (before?.get(hub) ?? 0)]));
    if (candidates.size === 0) return;
  }
  for (const [hub, typos] of candidates ?? []) note(found, hub, FIT.typos, typos);
}

/** Each word once; none at all when there are more than any place has. */
function wordsOf(asked: string): string[] {
  const words = [...new Set(asked.split(' '))];
  return words.length > MAX_WORDS ? [] : words;
}

/** Orders what was found. The order of equals is worked out once for all hubs. */
function createOrder(hubs: readonly Hub[]): (found: ReadonlyMap<number, Match>) => number[] {
  const weight = (hub: Hub) => ({
    hub,
    isServed: hub.resourceCount > 0,
    traffic: trafficRank(hub.iata),
    hasOwnCode: hub.hub === hub.iata,
  });
  const places = hubs.map((hub, index) => ({ ...weight(hub), index }));
  places.sort((a, b) => {
    if (a.isServed !== b.isServed) return a.isServed ? -1 : 1;
    if (a.traffic !== b.traffic) return a.traffic - b.traffic;
    if (a.hasOwnCode !== b.hasOwnCode) return a.hasOwnCode ? -1 : 1;
    return b.hub.resourceCount - a.hub.resourceCount || (a.hub.hub < b.hub.hub ? -1 : 1);
  });
  const rank: number[] = new Array(hubs.length).fill(0);
  for (const [position, place] of places.entries()) rank[place.index] = position;
  return (found) =>
    [...found]
      .sort(([a, x], [b, y]) => x.fit - y.fit || x.typos - y.typos || (rank[a] ?? 0) - (rank[b] ?? 0))
      .map(([index]) => index);
}
