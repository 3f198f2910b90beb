import { describe, expect, it } from 'vitest';
import { hoursOf } from './hours';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const row = (openTime: unknown, closeTime: unknown, days: unknown = EVERY_DAY) => ({ days, openTime, closeTime });

describe('hours that can be read', () => {
  it.each([
    ['a plain day', [row('05:00', '22:00')], [{ days: EVERY_DAY, opens: '05:00', closes: '22:00' }]],
    ['past midnight', [row('20:00', '04:00')], [{ days: EVERY_DAY, opens: '20:00', closes: '04:00' }]],
    ['all day', [row('00:00', '24:00')], [{ days: EVERY_DAY, opens: '00:00', closes: '24:00' }]],
    ['all day but for a minute', [row('00:00', '23:59')], [{ days: EVERY_DAY, opens: '00:00', closes: '24:00' }]],
    ['until a minute to midnight', [row('06:00', '23:59')], [{ days: EVERY_DAY, opens: '06:00', closes: '23:59' }]],
    ['seconds', [row('05:00:00', '22:30:00')], [{ days: EVERY_DAY, opens: '05:00', closes: '22:30' }]],
    ['one digit for the hour', [row('5:00', '9:30')], [{ days: EVERY_DAY, opens: '05:00', closes: '09:30' }]],
    [
      'days as text, unordered and twice',
      [row('05:00', '22:00', ['3', 1, 3])],
      [{ days: [1, 3], opens: '05:00', closes: '22:00' }],
    ],
    [
      'two rows a day',
      [row('06:00', '11:00', [1]), row('15:00', '22:30', [1])],
      [
        { days: [1], opens: '06:00', closes: '11:00' },
        { days: [1], opens: '15:00', closes: '22:30' },
      ],
    ],
  ])('are rows of a week: %s', (_, wire, rows) => {
    expect(hoursOf(wire)).toEqual({ kind: 'weekly', rows });
  });
});

describe('hours that cannot be read', () => {
  it.each([
    ['a sentence', 'See venue', 'See venue'],
    ['a list of sentences', ['Mon-Fri 6-22', 'Sat 8-20'], 'Mon-Fri 6-22; Sat 8-20'],
    [
      'one bad row among good ones',
      [row('05:00', '22:00', [1]), row('dawn', 'dusk', [2])],
      '1 05:00-22:00; 2 dawn-dusk',
    ],
    ['a day that no week has', [row('05:00', '22:00', [0, 8])], '0, 8 05:00-22:00'],
    ['an hour that no day has', [row('05:00', '25:00', [1])], '1 05:00-25:00'],
    ['a day that begins at its end', [row('24:00', '05:00', [1])], '1 24:00-05:00'],
    ['rows without days', [{ openTime: '05:00', closeTime: '22:00' }], '05:00-22:00'],
    ['another shape', { note: 'By flight schedule' }, 'By flight schedule'],
  ])('are the vendor’s text: %s', (_, wire, text) => {
    expect(hoursOf(wire)).toEqual({ kind: 'text', text });
  });

  it.each([[null], [undefined], [''], [[]], [{}], [42], [[null]]])('are unknown when they say nothing: %j', (wire) => {
    expect(hoursOf(wire)).toEqual({ kind: 'unknown' });
  });
});
