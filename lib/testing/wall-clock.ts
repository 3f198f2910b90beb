import hubs from '@/lib/sandbox/data/hubs.json';

/**
 * What a clock on a wall shows, minute by minute, read from `Intl` alone: no arithmetic with offsets, no `Temporal`. Slow
 * and simple, to hold the rules of time against.
 */
const MINUTE_MS = 60_000;
/** All changes of clocks since 1990 fall on a quarter of an hour of UTC. */
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Zones of no place yet: half hours, two hours, winters below standard time, and both sides of the date line. */
const ODD_ZONES = [
  'Africa/El_Aaiun',
  'America/Nuuk',
  'America/Scoresbysund',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
  'Pacific/Norfolk',
  'Pacific/Pago_Pago',
];

const ZONE_COLUMN = 10;

/** Every zone that a place of the catalogue is in, and the odd ones. */
export const REAL_ZONES: readonly string[] = [
  ...new Set([...hubs.map((hub) => String(hub[ZONE_COLUMN])), ...ODD_ZONES]),
].sort();

const formats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DDTHH:mm` on the wall. */
export function wallAt(epochMs: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short', calendar: 'gregory' });
  formats.set(timeZone, format);
  return format.format(epochMs).replace(' ', 'T');
}

export type WallMinute = { epochMs: number; wall: string };

/** Each minute of `days` on either side of a date’s noon at Greenwich, in the order in which they pass. */
export function wallMinutes(date: string, timeZone: string, days: number): WallMinute[] {
  const midday = Date.parse(`${date}T12:00Z`);
  const minutes: WallMinute[] = [];
  for (let quarter = midday - days * DAY_MS; quarter < midday + days * DAY_MS; quarter += QUARTER_MS) {
    const wall = wallAt(quarter, timeZone);
    const [hour, minute] = [wall.slice(0, 14), Number(wall.slice(14))];
    if (minute % 15 !== 0) throw new Error(`Clocks of ${timeZone} are not changed on a quarter of an hour.`);
    for (let passed = 0; passed < 15; passed += 1) {
      minutes.push({ epochMs: quarter + passed * MINUTE_MS, wall: hour + String(minute + passed).padStart(2, '0') });
    }
  }
  return minutes;
}

const knownChanges = new Map<string, number[]>();

/** The moments of `year` at which the clocks of a zone are changed. */
export function clockChanges(year: number, timeZone: string): number[] {
  const key = `${year} ${timeZone}`;
  const changes = knownChanges.get(key) ?? findChanges(year, timeZone);
  knownChanges.set(key, changes);
  return changes;
}

function findChanges(year: number, timeZone: string): number[] {
  const changes: number[] = [];
  const shiftAt = (ms: number) => Date.parse(`${wallAt(ms, timeZone)}Z`) - ms;
  const end = Date.UTC(year + 1, 0, 1);
  for (let from = Date.UTC(year, 0, 1); from < end; from += 7 * DAY_MS) {
    let [before, after] = [from, from + 7 * DAY_MS];
    if (shiftAt(before) === shiftAt(after)) continue;
    while (after - before > QUARTER_MS) {
      const middle = before + Math.floor((after - before) / 2 / QUARTER_MS) * QUARTER_MS;
      if (shiftAt(middle) === shiftAt(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

/** The first moment of `minutes` at which the wall shows `wall` or later; the end of time when none does. */
export function firstReaching(minutes: readonly WallMinute[], wall: string): number {
  return minutes.find((minute) => minute.wall >= wall)?.epochMs ?? Number.POSITIVE_INFINITY;
}

/** The calendar alone, without any zone. */
export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
