import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anyMoment, anywhere, inEveryZone, SEED } from '@/lib/testing/random-times';
import { wallAt, wallMinutes } from '@/lib/testing/wall-clock';
import { type CancellationPolicy, cancellationUntil, judgeCancellation } from './cancellation';
import { visitPhase, visitWindow } from './visit-window';

const HOUR_MS = 3_600_000;

const anyHoursBefore = fc.oneof(fc.constantFrom(0, 1, 2, 24, 48, 72), fc.integer({ min: 0, max: 336 }));
/** A minute that the clock of the place shows. */
const anyVisit = (timeZone: string) => anyMoment(timeZone).map((ms) => wallAt(ms, timeZone));
const anyVisitSomewhere = anywhere(anyVisit);
const anyPolicy: fc.Arbitrary<CancellationPolicy> = fc.oneof(
  anyHoursBefore.map((hoursBefore): CancellationPolicy => ({ kind: 'free-until', hoursBefore })),
  fc.constantFrom<CancellationPolicy>({ kind: 'never' }, { kind: 'unknown' }),
);

/** The first moment at which the clock on the wall shows the booked time. */
function startOf(at: string, timeZone: string): number {
  const minute = wallMinutes(at.slice(0, 10), timeZone, 2).find(({ wall }) => wall === at);
  if (!minute) throw new Error(`No clock of ${timeZone} shows ${at}.`);
  return minute.epochMs;
}

afterEach(() => void vi.unstubAllEnvs());

describe('giving a booking back, in every zone of the catalogue', { timeout: 60_000 }, () => {
  it('is free until exactly so many hours have to pass before the visit, to the second, told by the place’s clock', () => {
    const check = (timeZone: string, [at, hoursBefore]: [string, number]) => {
      const policy = { kind: 'free-until', hoursBefore } as const;
      const limitMs = startOf(at, timeZone) - hoursBefore * HOUR_MS;
      const until = cancellationUntil(policy, at, timeZone) ?? '';
      expect(Date.parse(until)).toBe(limitMs);
      expect(until.slice(0, 16)).toBe(wallAt(limitMs, timeZone));
      const judged = [-1_000, 0, 1, 1_000].map((ms) => judgeCancellation(policy, at, timeZone, limitMs + ms));
      expect(judged).toEqual(['allowed', 'allowed', 'too-late', 'too-late']);
    };
    inEveryZone((timeZone) => fc.tuple(anyVisit(timeZone), anyHoursBefore), check, 3);
  });

  it('is never possible again once it was too late', () => {
    const rank = { allowed: 0, 'ask-vendor': 0, 'too-late': 1, never: 1 } as const;
    const distance = fc.integer({ min: -400 * HOUR_MS, max: 400 * HOUR_MS });
    const holds = fc.property(anyVisitSomewhere, anyPolicy, distance, distance, ([zone, at], policy, one, other) => {
      const start = startOf(at, zone);
      const [before, after] = [Math.min(one, other), Math.max(one, other)].map((ms) =>
        judgeCancellation(policy, at, zone, start + ms),
      );
      expect(rank[after ?? 'never']).toBeGreaterThanOrEqual(rank[before ?? 'never']);
    });
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });

  it('under an unknown policy is asked of the place until the visit begins, to the millisecond', () => {
    const holds = fc.property(anyVisitSomewhere, ([timeZone, at]) => {
      const start = startOf(at, timeZone);
      const judged = [-1, 0, 1].map((ms) => judgeCancellation({ kind: 'unknown' }, at, timeZone, start + ms));
      expect(judged).toEqual(['ask-vendor', 'too-late', 'too-late']);
      expect(cancellationUntil({ kind: 'unknown' }, at, timeZone)).toBeNull();
    });
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });

  it('does not depend on the zone of the machine', () => {
    const cases = fc.sample(fc.tuple(anyVisitSomewhere, anyPolicy), { seed: SEED, numRuns: 100 });
    const [here, ...elsewhere] = ['UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Kiritimati'].map(
      (machine) => {
        vi.stubEnv('TZ', machine);
        return cases.map(([[zone, at], policy]) => cancellationUntil(policy, at, zone));
      },
    );
    for (const answer of elsewhere) expect(answer).toEqual(here);
  });
});

describe('the window in which a desk reads a voucher, in every zone of the catalogue', { timeout: 60_000 }, () => {
  it('is four hours that pass, from an hour before the visit, whatever the clocks do meanwhile', () => {
    const holds = fc.property(anyVisitSomewhere, ([timeZone, at]) => {
      const start = startOf(at, timeZone);
      const startsAt = new Date(start).toISOString();
      const { opensMs, closesMs } = visitWindow(startsAt);
      expect([opensMs - start, closesMs - start]).toEqual([-HOUR_MS, 3 * HOUR_MS]);
      const phases = [opensMs - 1_000, opensMs, start, closesMs - 1_000, closesMs].map((ms) =>
        visitPhase(startsAt, ms),
      );
      expect(phases).toEqual(['before', 'open', 'open', 'open', 'over']);
    });
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });
});
