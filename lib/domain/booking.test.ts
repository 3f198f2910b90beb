import { describe, expect, it } from 'vitest';
import { nextBookingStatus } from './booking';

describe('a booking never moves backwards', () => {
  it.each([
    ['checking', 'confirmed', 'confirmed'],
    ['checking', 'pending', 'pending'],
    ['pending', 'confirmed', 'confirmed'],
    ['confirmed', 'pending', 'confirmed'],
    ['confirmed', 'used', 'used'],
    ['used', 'confirmed', 'used'],
    ['used', 'cancelled', 'cancelled'],
    ['cancelled', 'confirmed', 'cancelled'],
    ['cancelled', 'used', 'cancelled'],
    ['refused', 'confirmed', 'refused'],
    ['confirmed', 'unknown', 'confirmed'],
  ] as const)('%s, then the vendor says %s: %s', (current, heard, expected) => {
    expect(nextBookingStatus(current, heard)).toBe(expected);
  });
});
