import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anyHours, anyQuestion, anywhere, inEveryZone, SEED } from '@/lib/testing/random-times';
import { dayAfter, firstReaching, type WallMinute, wallAt, wallMinutes } from '@/lib/testing/wall-clock';
import type { DaySpan, OpeningHours, WeeklyHours } from './opening-hours';
import { type CandidateTime, candidateTimes, nearestTimes, PREBOOK_RULES } from './prebook-times';

const MINUTE_MS = 60_000;

type Question = { hours: OpeningHours; date: string; nowMs: number };

const anyCase = (timeZone: string): fc.Arbitrary<Question> =>
  anyQuestion(timeZone).chain(({ nowMs, date }) => anyHours(date).map((hours) => ({ hours, date, nowMs })));

/** The spans of the days around, each as its owner would read it off the wall: open from here, closed from there. */
function openStretches(hours: WeeklyHours, date: string, minutes: readonly WallMinute[]): [number, number][] {
  return [-2, -1, 0, 1].flatMap((offset) => {
    const day = dayAfter(date, offset);
    const weekday = new Date(`${day}T00:00Z`).getUTCDay() || 7;
    const exception = hours.exceptions.find(({ on }) => on === day);
    const spans: DaySpan[] = exception?.spans ?? hours.rows.filter((row) => row.days.includes(weekday));
    return spans.map(({ opens, closes }): [number, number] => {
      const isNextDay = closes === '24:00' || closes <= opens;
      const ends = `${isNextDay ? dayAfter(day) : day}T${closes === '24:00' ? '00:00' : closes}`;
      return [firstReaching(minutes, `${day}T${opens}`), firstReaching(minutes, ends)];
    });
  });
}

/** Every minute that passes, looked at one by one. */
function slowTimes({ hours, date, nowMs }: Question, timeZone: string): CandidateTime[] {
  const today = wallAt(nowMs, timeZone).slice(0, 10);
  if (date < today || date > dayAfter(today, 60)) return [];
  const minutes = wallMinutes(date, timeZone, 3);
  const stretches = hours.kind === 'weekly' ? openStretches(hours, date, minutes) : null;
  const seen = new Set<string>();
  return minutes.flatMap(({ epochMs, wall }) => {
    if (!wall.startsWith(date) || !/:(00|30)$/.test(wall) || seen.has(wall)) return [];
    seen.add(wall);
    const isOpen = !stretches || stretches.some(([opens, closes]) => opens <= epochMs && epochMs < closes);
    return isOpen && epochMs >= nowMs + 60 * MINUTE_MS ? [{ at: wall, startMs: epochMs }] : [];
  });
}

afterEach(() => void vi.unstubAllEnvs());

describe('candidate times, in every zone of the catalogue', { timeout: 60_000 }, () => {
  it('are those that somebody at the place finds who looks at the clock on the wall every minute', () => {
    const check = (timeZone: string, question: Question) => {
      const times = candidateTimes(question.hours, timeZone, question.date, question.nowMs);
      expect(times).toEqual(slowTimes(question, timeZone));
    };
    inEveryZone(anyCase, check, 4);
  });

  it('are in order, each once, shown by the place’s clock, on the grid, and never too soon', () => {
    const check = (timeZone: string, { hours, date, nowMs }: Question) => {
      const times = candidateTimes(hours, timeZone, date, nowMs);
      const starts = times.map(({ startMs }) => startMs);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      expect(times.map(({ startMs }) => wallAt(startMs, timeZone))).toEqual(times.map(({ at }) => at));
      for (const { at, startMs } of times) {
        expect(Number(at.slice(14)) % PREBOOK_RULES.gridMinutes).toBe(0);
        expect(startMs - nowMs).toBeGreaterThanOrEqual(PREBOOK_RULES.leadMinutes * MINUTE_MS);
      }
    };
    inEveryZone(anyCase, check, 3);
  });

  it('only become fewer as time passes', () => {
    const holds = fc.property(
      anywhere(anyCase),
      fc.integer({ min: 0, max: 12 * 60 * MINUTE_MS }),
      ([timeZone, { hours, date, nowMs }], passedMs) => {
        // From a day on which the date could be booked already.
        fc.pre(date <= dayAfter(wallAt(nowMs, timeZone).slice(0, 10), 60));
        const [now, later] = [nowMs, nowMs + passedMs].map((ms) => candidateTimes(hours, timeZone, date, ms));
        expect(later?.filter((time) => !now?.some(({ at }) => at === time.at))).toEqual([]);
      },
    );
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });

  it('do not depend on the zone of the machine', () => {
    const cases = fc.sample(anywhere(anyCase), { seed: SEED, numRuns: 60 });
    const answers = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati'].map((machine) => {
      vi.stubEnv('TZ', machine);
      const answer = cases.map(([zone, { hours, date, nowMs }]) => candidateTimes(hours, zone, date, nowMs));
      // Shows that the machine did change its zone.
      return { offset: new Date(Date.UTC(2027, 0, 1)).getTimezoneOffset(), answer };
    });
    expect(answers.map(({ offset }) => offset)).toEqual([0, 300, -660, -840]);
    for (const { answer } of answers) expect(answer).toEqual(answers[0]?.answer);
  });

  it('of which the nearest are offered: none is nearer than one that is offered, and the wanted one is not among them', () => {
    const holds = fc.property(
      anywhere(anyCase),
      fc.nat(),
      fc.integer({ min: 1, max: 8 }),
      ([timeZone, { hours, date, nowMs }], pick, count) => {
        const times = candidateTimes(hours, timeZone, date, nowMs);
        const wanted = times[pick % Math.max(1, times.length)];
        fc.pre(wanted !== undefined);
        const far = (time: CandidateTime) => Math.abs(time.startMs - (wanted?.startMs ?? 0));
        const near = nearestTimes(times, wanted?.at ?? '', timeZone, count);
        expect(near).toHaveLength(Math.min(count, times.length - 1));
        expect(near).not.toContainEqual(wanted);
        expect(near.map(far)).toEqual(near.map(far).sort((a, b) => a - b));
        const farthest = Math.max(0, ...near.map(far));
        const others = times.filter((time) => time.at !== wanted?.at && !near.includes(time));
        for (const other of others) expect(far(other)).toBeGreaterThanOrEqual(farthest);
      },
    );
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });
});
