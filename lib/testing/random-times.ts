import fc from 'fast-check';
import type { DaySpan, HoursException, OpeningHours, WeeklyHours } from '@/lib/domain/opening-hours';
import { clockChanges, dayAfter, REAL_ZONES, wallAt } from './wall-clock';

/** The same cases on every run, so that a failure is the same for whoever looks at it. fast-check prints seed and path. */
export const SEED = 20_270_309;

/** Checks a property of each zone, with cases of its own. */
export function inEveryZone<Case>(
  anyCase: (timeZone: string) => fc.Arbitrary<Case>,
  check: (timeZone: string, each: Case) => void,
  numRuns: number,
): void {
  for (const [index, timeZone] of REAL_ZONES.entries()) {
    const holds = fc.property(anyCase(timeZone), (each) => check(timeZone, each));
    fc.assert(holds, { seed: SEED + index, numRuns });
  }
}

/** A zone, and a case in it. */
export function anywhere<Case>(anyCase: (timeZone: string) => fc.Arbitrary<Case>): fc.Arbitrary<[string, Case]> {
  return fc.constantFrom(...REAL_ZONES).chain((timeZone) => fc.tuple(fc.constant(timeZone), anyCase(timeZone)));
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const onTheHour = fc.integer({ min: -24, max: 24 }).map((hours) => hours * HOUR_MS);

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Any moment of the next ten years, mostly within a day of a change of clocks where the zone has any; some on the hour. */
export function anyMoment(timeZone: string): fc.Arbitrary<number> {
  const start = Date.UTC(2026, 0, 1);
  const usual = fc.integer({ min: start, max: start + 10 * 365 * DAY_MS });
  const changes = [2026, 2027, 2031].flatMap((year) => clockChanges(year, timeZone));
  if (changes.length === 0) return usual;
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.oneof(fc.integer({ min: -DAY_MS, max: DAY_MS }), onTheHour))
    .map(([change, distance]) => change + distance);
  return fc.oneof(usual, { weight: 3, arbitrary: near });
}

/** A moment, and a date of the place that is some days from it: mostly ones that can be booked, and those just beyond. */
export function anyQuestion(timeZone: string): fc.Arbitrary<{ nowMs: number; date: string }> {
  const distance = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constantFrom(-1, 59, 60, 61));
  return fc
    .tuple(anyMoment(timeZone), distance)
    .map(([nowMs, days]) => ({ nowMs, date: dayAfter(wallAt(nowMs, timeZone).slice(0, 10), days) }));
}

/** Where clocks are changed. */
const smallHour = fc.integer({ min: 0, max: 16 }).map((quarter) => clock(quarter * 15));

/** Within a day, past midnight, the whole day both ways it is written, odd minutes, and hours that clocks skip or repeat. */
const anySpan: fc.Arbitrary<DaySpan> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 0, max: 24 * 60 }))
      .map(([opens, closes]) => ({ opens: clock(opens), closes: clock(closes) })),
  },
  { weight: 3, arbitrary: fc.record({ opens: smallHour, closes: smallHour }) },
  fc.constantFrom(
    { opens: '00:00', closes: '24:00' },
    { opens: '00:00', closes: '00:00' },
    { opens: '20:00', closes: '04:00' },
    { opens: '02:15', closes: '02:45' },
  ),
);

/** A week's rows, two on some days, with hours of their own on dates around `date`. */
export function anyWeek(date: string): fc.Arbitrary<WeeklyHours> {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
  const row = fc.tuple(days, anySpan).map(([on, span]) => ({ days: on, ...span }));
  const exceptions: fc.Arbitrary<HoursException[]> = fc
    .uniqueArray(fc.integer({ min: -2, max: 2 }), { maxLength: 3 })
    .chain((offsets) =>
      fc.tuple(
        ...offsets.map((offset) =>
          fc.array(anySpan, { maxLength: 2 }).map((spans) => ({ on: dayAfter(date, offset), spans })),
        ),
      ),
    );
  return fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 3 }), exceptions)
    .map(([rows, dates]) => ({ kind: 'weekly', rows, exceptions: dates }));
}

export function anyHours(date: string): fc.Arbitrary<OpeningHours> {
  return fc.oneof(
    { weight: 8, arbitrary: anyWeek(date) },
    fc.constantFrom<OpeningHours>({ kind: 'unknown' }, { kind: 'text', text: 'Around flight times' }),
  );
}
