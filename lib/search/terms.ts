import SearchableMap from 'minisearch/SearchableMap';
import { typosAllowed } from './rank';
import { typosBetween, withSwap } from './typo';

/** Nobody makes typos in longer words and expects to be understood; trying every swap in them would only cost time. */
const LONGEST_WITH_TYPOS = 30;

/** Words and the places, by number, that have them, in the radix tree of MiniSearch. */
export class Terms {
  private readonly placesOf = new SearchableMap<number[]>();

  add(term: string, place: number): void {
    const places = this.placesOf.fetch(term, () => []);
    if (places.at(-1) !== place) places.push(place);
  }

  equal(term: string): readonly number[] {
    return this.placesOf.get(term) ?? [];
  }

  /** Places with the word itself, or one that begins with it. */
  beginningWith(term: string): Set<number> {
    const found = new Set<number>();
    for (const [, places] of this.placesOf.atPrefix(term)) for (const place of places) found.add(place);
    return found;
  }

  /**
   * Place → fewest typos, never 0, within what the word's length allows. The tree counts a swap of two letters as two
   * edits, so each swap is made here, and what the tree gives for it is counted anew.
   */
  resembling(word: string): Map<number, number> {
    const limit = typosAllowed(word);
    const found = new Map<number, number>();
    if (limit === 0 || word.length > LONGEST_WITH_TYPOS) return found;
    const near = new Map(this.within(word, limit));
    const swapped = withSwap(word);
    for (const variant of swapped) for (const [term, places] of this.within(variant, limit - 1)) near.set(term, places);
    if (limit === 2) {
      for (const variant of swapped.flatMap(withSwap)) {
        const places = this.placesOf.get(variant);
        if (places) near.set(variant, places);
      }
    }
    for (const [term, places] of near) {
      const typos = typosBetween(word, term, limit);
      if (typos === 0 || typos > limit) continue;
      for (const place of places) found.set(place, Math.min(typos, found.get(place) ?? typos));
    }
    return found;
  }

  private *within(term: string, edits: number): Iterable<[string, readonly number[]]> {
    if (edits === 0) yield [term, this.equal(term)];
    else for (const [found, [places]] of this.placesOf.fuzzyGet(term, edits)) yield [found, places];
  }
}
