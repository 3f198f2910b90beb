import { expect, it } from 'vitest';
import { maxParty, readMaxParty } from './party';

it.each([
  [undefined, 6],
  [null, 6],
  [0, 6],
  [-1, 6],
  [2.5, 6],
  [1, 1],
  [9, 9],
])('a place that states %s takes %i', (stated, expected) => {
  expect(readMaxParty(stated)).toBe(expected);
});

it.each([
  [6, 2, 2],
  [2, 5, 2],
  [6, 0, 1],
  [6, null, 6],
])('a place of %i with %s visits left allows %i', (place, left, expected) => {
  expect(maxParty(place, left)).toBe(expected);
});
