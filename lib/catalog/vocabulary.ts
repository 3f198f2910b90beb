import 'server-only';
import { typosAllowed, typosBetween } from './typo';

/** Words of all hubs. Finds the hubs (by number) that have a word, one that begins with it, or one with a typo or two. */
export type Vocabulary = {
  /** Hub number → nothing wrong: the word itself, or the beginning of a longer one. */
  beginningWith(word: string): ReadonlySet<number>;
  /** Hub number → fewest typos, never 0, within what the word's length allows. */
  resembling(word: string): ReadonlyMap<number, number>;
};

type Entry = { word: string; letters: number; hubs: number[] };

export function createVocabulary(wordsOfHubs: readonly ReadonlySet<string>[]): Vocabulary {
  const byWord = new Map<string, Entry>();
  for (const [hub, words] of wordsOfHubs.entries()) {
    for (const word of words) {
      const entry = byWord.get(word);
      if (entry) entry.hubs.push(hub);
      else byWord.set(word, { word, letters: lettersOf(word), hubs: [hub] });
    }
  }
  const sorted = [...byWord.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
  return {
    beginningWith(word) {
      const found = new Set<number>();
      for (let at = firstNotBelow(sorted, word, (entry) => entry.word); at < sorted.length; at += 1) {
        const entry = sorted[at];
        if (!entry?.word.startsWith(word)) break;
        for (const hub of entry.hubs) found.add(hub);
      }
      return found;
    },
    resembling(word) {
      const limit = typosAllowed(word);
      const found = new Map<number, number>();
      if (limit === 0) return found;
      const letters = lettersOf(word);
      for (const entry of sorted) {
        if (Math.abs(entry.word.length - word.length) > limit || differing(entry.letters, letters) > 2 * limit)
          continue;
        const typos = typosBetween(word, entry.word, limit);
        if (typos === 0 || typos > limit) continue;
        for (const hub of entry.hubs) found.set(hub, Math.min(typos, found.get(hub) ?? typos));
      }
      return found;
    },
  };
}

/** Index of the first item whose key does not come before `key`; `items` are in the order of their keys. */
export function firstNotBelow<T>(items: readonly T[], key: string, keyOf: (item: T) => string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One bit for each letter that occurs: a typo changes at most two, which rules most words out at once. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function differing(a: number, b: number): number {
  let count = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}
