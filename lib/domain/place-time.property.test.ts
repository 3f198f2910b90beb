import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, anywhere, SEED } from '@/lib/testing/random-times';
import { clockChanges, dayAfter, firstReaching, REAL_ZONES, wallAt, wallMinutes } from '@/lib/testing/wall-clock';
import { addDays, existsAt, instantOf, isoInZone, localDateOf, reachedAt, weekdayOf } from './place-time';

const anyZoneAndMoment = anywhere(anyMoment);

describe('a time at a place', { timeout: 60_000 }, () => {
  it('is the first moment at which the clock on the wall shows it, around every change of clocks', () => {
    for (const timeZone of REAL_ZONES) {
      for (const change of clockChanges(2027, timeZone)) {
        const date = wallAt(change, timeZone).slice(0, 10);
        const minutes = wallMinutes(date, timeZone, 2);
        const firsts = new Map([...minutes].reverse().map(({ wall, epochMs }) => [wall, epochMs]));
        for (let minute = 0; minute < 24 * 60; minute += 15) {
          const at = new Date(Date.parse(`${date}T00:00Z`) + minute * 60_000).toISOString().slice(0, 16);
          const shown = firsts.get(at);
          const where = `${at} in ${timeZone}`;
          expect(existsAt(at, timeZone), where).toBe(shown !== undefined);
          if (shown !== undefined) expect(instantOf(at, timeZone), where).toBe(shown);
          expect(reachedAt(at, timeZone), where).toBe(firstReaching(minutes, at));
        }
      }
    }
  });

  it('is written with the offset of the place: read again, it is the same moment', () => {
    const holds = fc.property(anyZoneAndMoment, ([timeZone, ms]) => {
      const text = isoInZone(ms, timeZone);
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(Date.parse(text)).toBe(Math.floor(ms / 1_000) * 1_000);
      expect(text.slice(0, 16)).toBe(wallAt(ms, timeZone));
      expect(localDateOf(ms, timeZone)).toBe(wallAt(ms, timeZone).slice(0, 10));
    });
    fc.assert(holds, { seed: SEED, numRuns: 1_000 });
  });

  it('has the calendar’s days, whatever the clocks do', () => {
    const holds = fc.property(anyZoneAndMoment, fc.integer({ min: -400, max: 400 }), ([timeZone, ms], days) => {
      const date = localDateOf(ms, timeZone);
      expect(addDays(date, days)).toBe(dayAfter(date, days));
      expect(weekdayOf(date)).toBe(new Date(`${date}T00:00Z`).getUTCDay() || 7);
    });
    fc.assert(holds, { seed: SEED, numRuns: 1_000 });
  });

  it.each([
    // Samoa went over the date line: its 30 December 2011 never was.
    ['2011-12-29T23:59', true, '2011-12-30T09:59:00Z'],
    ['2011-12-30T12:00', false, '2011-12-30T10:00:00Z'],
    ['2011-12-31T00:00', true, '2011-12-30T10:00:00Z'],
  ])('%s in Samoa, where a whole day was left out', (at, exists, reached) => {
    expect(existsAt(at, 'Pacific/Apia')).toBe(exists);
    expect(reachedAt(at, 'Pacific/Apia')).toBe(Date.parse(reached));
  });

  it.each([
    ['Pacific/Kiritimati', '2026-06-10T00:00', '2026-06-09T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-06-10T00:00', '2026-06-10T11:00:00Z'],
    ['Asia/Kathmandu', '2026-06-10T00:00', '2026-06-09T18:15:00Z'],
    // Ireland’s law has its summer time as the standard, and winter an hour below it.
    ['Europe/Dublin', '2026-01-10T12:00', '2026-01-10T12:00:00Z'],
    ['Europe/Dublin', '2026-07-10T12:00', '2026-07-10T11:00:00Z'],
  ])('%s: %s is %s', (timeZone, at, instant) => {
    expect(instantOf(at, timeZone)).toBe(Date.parse(instant));
  });
});
