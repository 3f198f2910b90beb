import { describe, expect, it } from 'vitest';
import { type OpeningHours, openState } from './opening-hours';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const weekly = (...rows: [number[], string, string][]): OpeningHours => ({
  kind: 'weekly',
  rows: rows.map(([days, opens, closes]) => ({ days, opens, closes })),
});
const at = (iso: string) => Date.parse(iso);

describe('open now, by the clock of the place', () => {
  it.each([
    ['before opening', '2026-06-10T03:59:00Z', 'closed', '2026-06-10T05:00:00+01:00'],
    ['at opening', '2026-06-10T04:00:00Z', 'open', '2026-06-10T22:00:00+01:00'],
    ['a second before closing', '2026-06-10T20:59:59Z', 'open', '2026-06-10T22:00:00+01:00'],
    ['at closing', '2026-06-10T21:00:00Z', 'closed', '2026-06-11T05:00:00+01:00'],
  ])('a day place in Manchester is right %s', (_, now, state, until) => {
    expect(openState(weekly([EVERY_DAY, '05:00', '22:00']), 'Europe/London', at(now))).toEqual({ state, until });
  });

  it.each([
    ['in the evening', '2026-06-10T21:00:00Z', 'open', '2026-06-11T04:00:00+01:00'],
    ['after midnight, on the row of the day before', '2026-06-11T02:30:00Z', 'open', '2026-06-11T04:00:00+01:00'],
    ['in the morning', '2026-06-11T03:00:00Z', 'closed', '2026-06-11T20:00:00+01:00'],
  ])('hours past midnight are right %s', (_, now, state, until) => {
    expect(openState(weekly([EVERY_DAY, '20:00', '04:00']), 'Europe/London', at(now))).toEqual({ state, until });
  });

  it.each([
    ['00:00', '24:00'],
    ['00:00', '00:00'],
  ])('a place open from %s to %s every day never closes', (opens, closes) => {
    const hours = weekly([EVERY_DAY, opens, closes]);
    expect(openState(hours, 'Asia/Hong_Kong', at('2026-06-10T16:00:00Z'))).toEqual({ state: 'open', until: null });
  });

  it('a whole day that is followed by a closed one ends at midnight', () => {
    const hours = weekly([[1, 2, 3, 4, 5], '00:00', '24:00']);
    expect(openState(hours, 'Asia/Bangkok', at('2026-06-12T10:00:00Z'))).toEqual({
      state: 'open',
      until: '2026-06-13T00:00:00+07:00',
    });
  });

  it('two rows a day leave the gap closed, and say when it opens again', () => {
    const hours = weekly([EVERY_DAY, '05:00', '10:00'], [EVERY_DAY, '14:00', '20:00']);
    expect(openState(hours, 'Europe/Paris', at('2026-06-10T10:00:00Z'))).toEqual({
      state: 'closed',
      until: '2026-06-10T14:00:00+02:00',
    });
  });

  it('a place that opens on one day a week says which', () => {
    const hours = weekly([[7], '10:00', '12:00']);
    expect(openState(hours, 'Europe/Paris', at('2026-06-07T10:30:00Z'))).toEqual({
      state: 'closed',
      until: '2026-06-14T10:00:00+02:00',
    });
  });

  it('closes by the wall clock on the night that loses an hour', () => {
    const hours = weekly([EVERY_DAY, '22:00', '06:00']);
    expect(openState(hours, 'Europe/London', at('2026-03-29T00:30:00Z'))).toEqual({
      state: 'open',
      until: '2026-03-29T06:00:00+01:00',
    });
  });

  it('closes by the wall clock on the night that repeats an hour', () => {
    const hours = weekly([EVERY_DAY, '22:00', '06:00']);
    expect(openState(hours, 'Europe/London', at('2026-10-25T00:30:00Z'))).toEqual({
      state: 'open',
      until: '2026-10-25T06:00:00+00:00',
    });
  });

  it('takes the day from the place, not from the machine', () => {
    const hours = weekly([[3], '00:00', '24:00']);
    expect(openState(hours, 'Pacific/Kiritimati', at('2026-06-09T10:30:00Z')).state).toBe('open');
    expect(openState(hours, 'Pacific/Pago_Pago', at('2026-06-10T10:30:00Z')).state).toBe('closed');
  });

  it.each([
    ['text', { kind: 'text', text: 'Open around flight times' } as const],
    ['nothing', { kind: 'unknown' } as const],
    ['no rows', weekly()],
  ])('claims nothing when the hours are %s', (_, hours) => {
    expect(openState(hours, 'Europe/London', at('2026-06-10T12:00:00Z'))).toEqual({ state: 'unknown', until: null });
  });
});
