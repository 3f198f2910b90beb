import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, anyWeek, anywhere, inEveryZone, SEED } from '@/lib/testing/random-times';
import { dayAfter, firstReaching, wallAt, wallMinutes } from '@/lib/testing/wall-clock';
import { openState, type WeeklyHours } from './opening-hours';

/** Days looked at from the moment on. What changes later is another test's. */
const DAYS = 7;
const DAY_MS = 86_400_000;

type Case = { hours: WeeklyHours; nowMs: number };

const anyCase = (timeZone: string): fc.Arbitrary<Case> =>
  anyMoment(timeZone).chain((nowMs) =>
    anyWeek(wallAt(nowMs, timeZone).slice(0, 10)).map((hours) => ({ hours, nowMs })),
  );

/** Each stretch as its owner would read it off the wall, unmerged; those of which nothing is left are not there. */
function stretches(hours: WeeklyHours, timeZone: string, nowMs: number): [number, number][] {
  const today = wallAt(nowMs, timeZone).slice(0, 10);
  const minutes = wallMinutes(today, timeZone, DAYS + 3);
  const days = Array.from({ length: DAYS + 4 }, (_, index) => dayAfter(today, index - 2));
  return days.flatMap((day) => {
    const weekday = new Date(`${day}T00:00Z`).getUTCDay() || 7;
    const exception = hours.exceptions.find(({ on }) => on === day);
    const spans = exception?.spans ?? hours.rows.filter((row) => row.days.includes(weekday));
    return spans.flatMap(({ opens, closes }): [number, number][] => {
      const isNextDay = closes === '24:00' || closes <= opens;
      const ends = `${isNextDay ? dayAfter(day) : day}T${closes === '24:00' ? '00:00' : closes}`;
      const [from, to] = [firstReaching(minutes, `${day}T${opens}`), firstReaching(minutes, ends)];
      return from < to ? [[from, to]] : [];
    });
  });
}

describe('open now, in every zone of the catalogue', { timeout: 60_000 }, () => {
  it('is what the owner reads off the clock on the wall, and so is the moment at which it ends', () => {
    const check = (timeZone: string, { hours, nowMs }: Case) => {
      const told = openState(hours, timeZone, nowMs);
      const all = stretches(hours, timeZone, nowMs);
      const isOpenAt = (ms: number) => all.some(([from, to]) => from <= ms && ms < to);
      expect(told.state).toBe(isOpenAt(nowMs) ? 'open' : 'closed');
      const turns = all.flat().filter((ms) => ms > nowMs && isOpenAt(ms) !== isOpenAt(nowMs));
      const next = Math.min(...turns);
      if (next < nowMs + DAYS * DAY_MS) expect(Date.parse(told.until ?? '')).toBe(next);
      else expect(Date.parse(told.until ?? '9999-12-31')).toBeGreaterThanOrEqual(nowMs + DAYS * DAY_MS);
      // Told by the place's own clock.
      if (told.until) expect(told.until.slice(0, 16)).toBe(wallAt(Date.parse(told.until), timeZone));
    };
    inEveryZone(anyCase, check, 3);
  });

  it('turns exactly at the moment it named: not a second before, and then the other way', () => {
    const holds = fc.property(anywhere(anyCase), ([timeZone, { hours, nowMs }]) => {
      const { state, until } = openState(hours, timeZone, nowMs);
      fc.pre(until !== null);
      const turnMs = Date.parse(until ?? '');
      expect(turnMs).toBeGreaterThan(nowMs);
      expect(openState(hours, timeZone, turnMs - 1_000)).toEqual(
        turnMs - 1_000 >= nowMs ? { state, until } : expect.anything(),
      );
      expect(openState(hours, timeZone, turnMs).state).toBe(state === 'open' ? 'closed' : 'open');
    });
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });
});
