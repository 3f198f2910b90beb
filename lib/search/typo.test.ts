import { describe, expect, it } from 'vitest';
import { typosAllowed } from './rank';
import { typosBetween, withSwap } from './typo';

describe('typos', () => {
  it.each([
    ['london', 'london', 0],
    ['lodnon', 'london', 1],
    ['lndon', 'london', 1],
    ['lonndon', 'london', 1],
    ['lomdon', 'london', 1],
    ['olndno', 'london', 2],
    ['abc', 'xyz', 3],
  ])('counts from %s to %s: %d', (a, b, typos) => {
    expect(typosBetween(a, b, 2)).toBe(typos);
    expect(typosBetween(b, a, 2)).toBe(typos);
  });

  it('forgives none in up to three letters, one from four, two from eight', () => {
    expect(['', 'lhr', 'rome', 'chicago', 'istanbul', 'constantinople'].map(typosAllowed)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('swaps each pair of neighbours that differ', () => {
    expect(withSwap('abbc')).toEqual(['babc', 'abcb']);
    expect(withSwap('a')).toEqual([]);
  });
});
