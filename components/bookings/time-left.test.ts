import { describe, expect, it } from 'vitest';
import { minutesAndSeconds } from './hold-countdown';
import { timeLeft } from './time-left';

const words = {
  left: '{time} left',
  hoursMinutes: '{hours} h {minutes} min',
  minutes: '{minutes} min',
  lastMinute: 'last minute',
  over: 'over',
};

describe('timeLeft', () => {
  it.each([
    [24 * 3_600_000, null],
    [24 * 3_600_000 - 1, '23 h 59 min left'],
    [5 * 3_600_000 + 20 * 60_000, '5 h 20 min left'],
    [3_600_000, '1 h 0 min left'],
    [3_599_999, '59 min left'],
    [60_000, '1 min left'],
    [59_999, 'last minute'],
    // The last moment itself is still in time.
    [0, 'last minute'],
    [-1, 'over'],
  ])('says %d ms as %s', (ms, text) => expect(timeLeft(ms, words)).toBe(text));
});

describe('minutesAndSeconds', () => {
  it('never shows more than is left, nor less than nothing', () => {
    expect(minutesAndSeconds(581_999)).toBe('9:41');
    expect(minutesAndSeconds(999)).toBe('0:00');
    expect(minutesAndSeconds(-5000)).toBe('0:00');
  });
});
