import { describe, expect, it } from 'vitest';
import { openingChip } from './opening';

const NOW = Date.parse('2026-11-25T14:30:00Z');
const reading = { timeZone: 'Europe/London', locale: 'en' };
const chip = (state: 'open' | 'closed' | 'unknown', until: string | null) =>
  openingChip({ state, until }, reading, NOW);

describe('the opening chip', () => {
  it('says until when a place is open', () => {
    expect(chip('open', '2026-11-25T22:00:00+00:00')).toEqual({ kind: 'openUntil', tone: 'positive', time: '22:00' });
  });

  it('keeps the bare time for a place that closes after midnight', () => {
    expect(chip('open', '2026-11-26T02:00:00+00:00')).toMatchObject({ kind: 'openUntil', time: '02:00' });
  });

  it('names the day when a place stays open for longer than a day', () => {
    expect(chip('open', '2026-11-28T00:00:00+00:00')).toMatchObject({ kind: 'openUntil', time: 'Sat 00:00' });
  });

  it('says that a place which never closes is open', () => {
    expect(chip('open', null)).toEqual({ kind: 'open', tone: 'positive' });
  });

  it('says when a closed place opens: today, tomorrow, or on a named day', () => {
    expect(chip('closed', '2026-11-25T20:00:00+00:00')).toMatchObject({ kind: 'opens', time: '20:00' });
    expect(chip('closed', '2026-11-26T05:00:00+00:00')).toMatchObject({ kind: 'opensTomorrow', time: '05:00' });
    expect(chip('closed', '2026-11-28T05:00:00+00:00')).toMatchObject({ kind: 'opens', time: 'Sat 05:00' });
  });

  it('reads today and tomorrow on the calendar of the place', () => {
    const auckland = { timeZone: 'Pacific/Auckland', locale: 'en' };
    const opens = { state: 'closed', until: '2026-11-26T05:00:00+13:00' } as const;
    expect(openingChip(opens, auckland, NOW)).toMatchObject({ kind: 'opens', time: '05:00' });
  });

  it('claims nothing when the hours are not known', () => {
    expect(chip('unknown', null)).toEqual({ kind: 'unknown', tone: 'neutral' });
    expect(chip('closed', null)).toEqual({ kind: 'closed', tone: 'warning' });
  });
});
