import { describe, expect, it } from 'vitest';
import { keptTime } from './kept-time';

describe('keptTime', () => {
  const at = '2027-03-09T01:05:00Z';

  it('is the time by this device’s clock, wherever it is, without the day when that is today', () => {
    // Auckland, the zone that tests run in, is thirteen hours ahead.
    expect(keptTime(at, Date.parse('2027-03-09T08:00:00Z'), 'en-GB')).toBe('14:05');
  });

  it('names the day when that was not today', () => {
    expect(keptTime(at, Date.parse('2027-03-10T08:00:00Z'), 'en-GB')).toMatch(/^Tue,? 9 Mar,? 14:05$/);
  });
});
