import { describe, expect, it } from 'vitest';
import { hoursOf as read } from './hours';

const hoursOf = (wire: unknown, exceptions?: unknown) => read(wire, exceptions, () => undefined);
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
    expect(hoursOf(wire)).toEqual({ kind: 'weekly', rows, exceptions: [] });
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

describe('exceptions', () => {
  const week = [row('05:00', '22:00')];
  const shut = { on: '2026-12-25', spans: [] };

  it.each([
    ['a closed date', [{ date: '2026-12-25', closed: true }], [shut]],
    ['a closed date with empty times', [{ date: '2026-12-25', closed: 1, openTime: '', closeTime: null }], [shut]],
    [
      'other hours, one digit and seconds',
      [{ date: '2026-12-24', openTime: '6:00', closeTime: '14:00:00', closed: false }],
      [{ on: '2026-12-24', spans: [{ opens: '06:00', closes: '14:00' }] }],
    ],
    [
      'several rows a date, and dates out of order',
      [
        { date: '2026-12-31', openTime: '15:00', closeTime: '02:00' },
        { date: '2026-12-24T00:00:00', closed: 'true' },
        { date: '2026-12-31', openTime: '06:00', closeTime: '11:00' },
      ],
      [
        { on: '2026-12-24', spans: [] },
        {
          on: '2026-12-31',
          spans: [
            { opens: '15:00', closes: '02:00' },
            { opens: '06:00', closes: '11:00' },
          ],
        },
      ],
    ],
    [
      'all day but for a minute',
      [{ date: '2026-12-24', openTime: '00:00', closeTime: '23:59' }],
      [{ on: '2026-12-24', spans: [{ opens: '00:00', closes: '24:00' }] }],
    ],
    ['nothing', null, []],
    ['an empty list', [], []],
  ])('are read: %s', (_, wire, exceptions) => {
    expect(hoursOf(week, wire)).toEqual({ kind: 'weekly', rows: expect.any(Array), exceptions });
  });

  it.each([
    ['a sentence', 'Closed on public holidays', 'Closed on public holidays'],
    ['a date nobody has', [{ date: '2026-02-30', closed: true }], '2026-02-30'],
    ['hours nobody has', [{ date: '2026-12-24', openTime: 'dawn', closeTime: '14:00' }], '2026-12-24 dawn-14:00'],
    ['a date that says nothing', [{ date: '2026-12-24' }], '2026-12-24'],
  ])('that cannot be read stand beside the week in the vendor’s words: %s', (_, wire, note) => {
    expect(hoursOf(week, wire)).toEqual({ kind: 'weekly', rows: expect.any(Array), exceptions: [], note });
  });

  it('that can be read are kept when others cannot, and those are reported', () => {
    const seen: string[] = [];
    const wire = [{ date: '2026-12-25', closed: true }, 'Easter by arrangement'];
    expect(read(week, wire, (field, value) => void seen.push(`${field}: ${String(value)}`))).toMatchObject({
      exceptions: [shut],
      note: 'Easter by arrangement',
    });
    expect(seen).toEqual(['businessHoursExceptions: Easter by arrangement']);
  });

  it('join the vendor’s text where the week itself cannot be read', () => {
    expect(hoursOf('See venue', 'Closed at Christmas')).toEqual({
      kind: 'text',
      text: 'See venue; Closed at Christmas',
    });
  });
});
