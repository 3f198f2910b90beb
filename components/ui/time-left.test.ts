import { describe, expect, it } from 'vitest';
import { timeLeftMs } from './time-left';

const HOUR_MS = 3_600_000;
const MADE = Date.parse('2027-03-09T10:00:00Z');

describe('timeLeftMs', () => {
  it.each([
    ['a page that just came', 4 * HOUR_MS, { ageMs: 0, deviceMs: null }],
    ['a page that came three hours ago', HOUR_MS, { ageMs: 3 * HOUR_MS, deviceMs: null }],
    ['a page that came when it ended', 0, { ageMs: 4 * HOUR_MS, deviceMs: null }],
    ['a copy opened half an hour before the end', HOUR_MS / 2, { ageMs: 0, deviceMs: MADE + 3.5 * HOUR_MS }],
    ['a copy open when its end comes', 0, { ageMs: HOUR_MS / 2, deviceMs: MADE + 4 * HOUR_MS }],
    ['a copy on a device that is a day behind', HOUR_MS, { ageMs: 3 * HOUR_MS, deviceMs: MADE - 21 * HOUR_MS }],
  ])('of %s is right', (_, expected, seen) => {
    expect(timeLeftMs({ nowMs: MADE, endsMs: MADE + 4 * HOUR_MS, ...seen })).toBe(expected);
  });
});
