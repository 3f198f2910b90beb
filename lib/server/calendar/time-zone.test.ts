import { describe, expect, it } from 'vitest';
import { instantOf } from '@/lib/domain/place-time';
import { timeZoneBlock } from './time-zone';

const HOUR_MS = 3_600_000;
const VISIT_MS = 3 * HOUR_MS;

type Observance = { kind: string; onset: string; offsetMs: number };

/** The rules of a block as a calendar goes by them that knows no zone by name (RFC 5545, 3.6.5). */
function rulesIn(block: string): Observance[] {
  const found = block.matchAll(
    /BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\d{8}T\d{6})\r\nTZOFFSETFROM:[+-]\d{4}\r\nTZOFFSETTO:([+-])(\d\d)(\d\d)\r\nEND:\1\r\n/g,
  );
  return [...found].map(([, kind = '', onset = '', sign, hours, minutes]) => ({
    kind,
    onset,
    offsetMs: (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000),
  }));
}

/** The instant a calendar takes `local` (`YYYYMMDDTHHMMSS`) for: by the rule with the latest onset not after it. */
function instantBy(rules: Observance[], local: string): number {
  const rule = rules
    .filter(({ onset }) => onset <= local)
    .sort((a, b) => a.onset.localeCompare(b.onset))
    .at(-1);
  if (!rule) throw new Error('no rule holds then');
  const asUtc = local.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(asUtc) - rule.offsetMs;
}

const written = (at: string) => `${at.replaceAll(/[-:]/g, '')}00`;

describe('timeZoneBlock', () => {
  it.each([
    ['2026-07-01T10:30', 'Europe/London'],
    ['2026-11-25T10:30', 'Europe/London'],
    // The nights that lose and repeat an hour: before, in and after it.
    ['2027-03-28T00:30', 'Europe/London'],
    ['2027-03-28T02:30', 'Europe/London'],
    ['2026-10-25T00:45', 'Europe/London'],
    ['2026-10-25T01:30', 'Europe/London'],
    ['2026-10-25T02:00', 'Europe/London'],
    ['2026-11-01T01:15', 'America/New_York'],
    ['2027-03-14T03:00', 'America/New_York'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe'],
    ['2027-10-03T02:30', 'Australia/Lord_Howe'],
    ['2026-10-04T03:15', 'Australia/Sydney'],
    ['2027-02-07T09:00', 'Africa/Casablanca'],
    ['2027-04-01T09:00', 'Africa/Casablanca'],
    ['2026-12-24T23:30', 'Asia/Bangkok'],
    ['2026-12-24T05:00', 'Asia/Kathmandu'],
    ['2026-12-31T23:59', 'Pacific/Kiritimati'],
    ['2026-12-24T05:00', 'UTC'],
  ])('tells a calendar that knows no zones when %s is in %s', (at, timeZone) => {
    const ms = instantOf(at, timeZone);
    const rules = rulesIn(timeZoneBlock(timeZone, ms, ms + VISIT_MS));
    expect(new Date(instantBy(rules, written(at))).toISOString()).toBe(new Date(ms).toISOString());
  });

  it('holds both sides of the year where clocks change, and a plain rule where they never do', () => {
    const kinds = (timeZone: string) => {
      const ms = instantOf('2026-12-01T10:00', timeZone);
      return rulesIn(timeZoneBlock(timeZone, ms, ms + VISIT_MS)).map(({ kind, onset }) => `${kind} ${onset}`);
    };
    expect(kinds('Europe/London')).toEqual(['STANDARD 20261025T020000', 'DAYLIGHT 20270328T010000']);
    expect(kinds('Asia/Bangkok')).toEqual(['STANDARD 19700101T000000']);
  });

  it('holds the rule that begins at the very moment of a visit, and the one that comes while it lasts', () => {
    const onsets = (at: string) => {
      const ms = instantOf(at, 'Europe/London');
      return rulesIn(timeZoneBlock('Europe/London', ms, ms + VISIT_MS)).map(({ onset }) => onset);
    };
    expect(onsets('2027-03-28T02:00')).toEqual(['20270328T010000', '20271031T020000']);
    expect(onsets('2027-03-28T00:30')).toEqual(['20261025T020000', '20270328T010000', '20271031T020000']);
  });
});
