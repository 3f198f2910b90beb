import { describe, expect, it } from 'vitest';
import { firstChangeMs, openState, spansOn, type WeeklyHours } from './opening-hours';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const weekly = (...rows: [number[], string, string][]): WeeklyHours => ({
  kind: 'weekly',
  rows: rows.map(([days, opens, closes]) => ({ days, opens, closes })),
  exceptions: [],
});
/** `{ '2026-12-25': [] }` is closed on that date. */
const except = (hours: WeeklyHours, dates: Record<string, [string, string][]>): WeeklyHours => ({
  ...hours,
  exceptions: Object.entries(dates).map(([on, spans]) => ({
    on,
    spans: spans.map(([opens, closes]) => ({ opens, closes })),
  })),
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

  it('opens when the clock is put forward where opening is in the hour that night loses', () => {
    const [before, after] = [at('2026-03-29T00:59:00Z'), at('2026-03-29T01:00:00Z')];
    const until = '2026-03-29T06:00:00+02:00';
    expect(openState(weekly([EVERY_DAY, '02:30', '06:00']), 'Europe/Berlin', after)).toEqual({ state: 'open', until });
    // Nothing is left of hours that lie in it whole.
    expect(openState(weekly([EVERY_DAY, '02:15', '02:45']), 'Europe/Berlin', before)).toEqual({
      state: 'closed',
      until: '2026-03-30T02:15:00+02:00',
    });
    expect(openState(weekly([EVERY_DAY, '22:00', '02:30']), 'Europe/Berlin', after).state).toBe('closed');
    // Half an hour is lost on Lord Howe Island.
    const lordHowe = openState(
      weekly([EVERY_DAY, '02:15', '03:00']),
      'Australia/Lord_Howe',
      at('2026-10-03T15:30:00Z'),
    );
    expect(lordHowe).toEqual({ state: 'open', until: '2026-10-04T03:00:00+11:00' });
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

describe('dates with hours of their own', () => {
  const day = weekly([EVERY_DAY, '05:00', '22:00']);
  const night = weekly([EVERY_DAY, '20:00', '04:00']);

  it('take the place of the weekday’s hours', () => {
    const hours = except(day, { '2026-12-25': [], '2026-12-24': [['06:00', '14:00']] });
    expect(spansOn(hours, '2026-12-23')).toMatchObject([{ opens: '05:00', closes: '22:00' }]);
    expect(spansOn(hours, '2026-12-24')).toEqual([{ opens: '06:00', closes: '14:00' }]);
    expect(spansOn(hours, '2026-12-25')).toEqual([]);
    expect(openState(hours, 'Europe/London', at('2026-12-24T15:00:00Z'))).toEqual({
      state: 'closed',
      until: '2026-12-26T05:00:00+00:00',
    });
  });

  it('do not cut off what the evening before began', () => {
    const hours = except(night, { '2026-12-25': [] });
    expect(openState(hours, 'Europe/London', at('2026-12-25T03:59:00Z'))).toEqual({
      state: 'open',
      until: '2026-12-25T04:00:00+00:00',
    });
    expect(openState(hours, 'Europe/London', at('2026-12-25T21:00:00Z'))).toEqual({
      state: 'closed',
      until: '2026-12-26T20:00:00+00:00',
    });
    expect(openState(hours, 'Europe/London', at('2026-12-26T03:00:00Z')).state).toBe('closed');
  });

  it('may run past midnight into an ordinary day themselves', () => {
    const hours = except(day, { '2026-12-31': [['05:00', '02:00']] });
    expect(openState(hours, 'Asia/Tokyo', at('2026-12-31T16:30:00Z'))).toEqual({
      state: 'open',
      until: '2027-01-01T02:00:00+09:00',
    });
  });

  it('are the place’s dates, not the machine’s or the phone’s', () => {
    const hours = except(weekly([EVERY_DAY, '00:00', '24:00']), { '2026-06-10': [] });
    expect(openState(hours, 'Pacific/Kiritimati', at('2026-06-09T10:30:00Z')).state).toBe('closed');
    expect(openState(hours, 'Pacific/Pago_Pago', at('2026-06-10T10:30:00Z')).state).toBe('open');
    expect(openState(hours, 'Pacific/Pago_Pago', at('2026-06-10T11:00:00Z')).state).toBe('closed');
  });

  it('end a place that else never closes, also on the last day that is looked at', () => {
    for (const [date, until] of [
      ['2026-06-11', '2026-06-11T00:00:00+08:00'],
      ['2026-06-18', '2026-06-18T00:00:00+08:00'],
    ] as const) {
      const hours = except(weekly([EVERY_DAY, '00:00', '24:00']), { [date]: [] });
      expect(openState(hours, 'Asia/Hong_Kong', at('2026-06-10T04:00:00Z'))).toEqual({ state: 'open', until });
    }
  });

  it('on many days in a row still say when the place opens again', () => {
    const closed = Array.from({ length: 14 }, (_, index) => [`2026-08-${String(index + 3).padStart(2, '0')}`, []]);
    const hours = except(day, Object.fromEntries(closed));
    expect(openState(hours, 'Europe/Rome', at('2026-08-03T10:00:00Z'))).toEqual({
      state: 'closed',
      until: '2026-08-17T05:00:00+02:00',
    });
  });

  it('are read by the wall clock on the nights that change it', () => {
    const spring = except(day, { '2026-03-28': [['22:00', '06:00']], '2026-03-29': [] });
    expect(openState(spring, 'Europe/London', at('2026-03-29T04:30:00Z'))).toEqual({
      state: 'open',
      until: '2026-03-29T06:00:00+01:00',
    });
    const autumn = except(day, { '2026-10-25': [['00:00', '03:00']] });
    expect(openState(autumn, 'Europe/London', at('2026-10-25T02:30:00Z'))).toEqual({
      state: 'open',
      until: '2026-10-25T03:00:00+00:00',
    });
    expect(openState(autumn, 'Europe/London', at('2026-10-25T03:00:00Z')).state).toBe('closed');
  });
});

describe('firstChangeMs', () => {
  it('is the earliest instant of several zones, and none where nothing ever changes', () => {
    const [early, late] = ['2026-06-10T09:00:00+08:00', '2026-06-10T05:00:00+01:00'];
    expect(firstChangeMs([{ until: late }, { until: null }, { until: early }])).toBe(Date.parse(early));
    expect(firstChangeMs([{ until: null }])).toBeNull();
    expect(firstChangeMs([])).toBeNull();
  });
});
