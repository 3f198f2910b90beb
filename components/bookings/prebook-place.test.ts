import { describe, expect, it } from 'vitest';
import { cancelOutlook } from './prebook-place';

const policy = { kind: 'free-until' as const, hoursBefore: 24 };
const startsAt = '2026-03-29T10:00:00+02:00';
const limitMs = Date.parse('2026-03-28T08:00:00Z');

describe('cancelOutlook', () => {
  it('counts elapsed hours, also over the night on which clocks change', () => {
    expect(cancelOutlook(policy, startsAt, 0)).toEqual({ kind: 'free-until', untilMs: limitMs });
  });

  it('includes the last moment and nothing after it', () => {
    expect(cancelOutlook(policy, startsAt, limitMs).kind).toBe('free-until');
    expect(cancelOutlook(policy, startsAt, limitMs + 1).kind).toBe('over');
  });

  it('claims neither free nor never when the place does not say', () => {
    expect(cancelOutlook({ kind: 'unknown', hoursBefore: null }, startsAt, 0).kind).toBe('unknown');
    expect(cancelOutlook({ kind: 'free-until', hoursBefore: null }, startsAt, 0).kind).toBe('unknown');
    expect(cancelOutlook({ kind: 'never', hoursBefore: null }, startsAt, 0).kind).toBe('never');
  });
});
