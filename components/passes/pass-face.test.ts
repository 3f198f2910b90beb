import { describe, expect, it } from 'vitest';
import { arrangePasses, canCancelPass, passFace } from './pass-face';

const visits = (left: number, reserved = 0, used = 0) => {
  return { total: left + reserved + used, used, reserved, reversed: 0, left };
};

describe('passFace', () => {
  it('shows the code of a pass that nothing blocks, and else the reason', () => {
    expect(passFace({ blockedBy: null })).toBe('code');
    expect(passFace({ blockedBy: 'booked' })).toBe('booked');
  });
});

describe('canCancelPass', () => {
  it('offers it only while nothing is used or booked', () => {
    expect(canCancelPass({ status: 'active', visits: visits(2) })).toBe(true);
    expect(canCancelPass({ status: 'active', visits: visits(1, 1) })).toBe(false);
    expect(canCancelPass({ status: 'active', visits: visits(1, 0, 1) })).toBe(false);
    expect(canCancelPass({ status: 'expired', visits: visits(2) })).toBe(false);
    expect(canCancelPass({ status: 'cancelled', visits: visits(2) })).toBe(false);
  });
});

describe('arrangePasses', () => {
  const pass = (
    id: string,
    status: 'active' | 'expired' | 'pending',
    expiresAt: string | null,
    createdAt = '2026-01-01T00:00:00Z',
  ) => ({
    id,
    status,
    visits: visits(1),
    expiresAt,
    createdAt,
  });

  it('puts usable passes first, soonest to expire on top', () => {
    const { ready, others } = arrangePasses([
      pass('late', 'active', '2027-12-31T00:00:00Z'),
      pass('old', 'expired', '2025-01-01T00:00:00Z', '2024-01-01T00:00:00Z'),
      pass('endless', 'active', null),
      pass('soon', 'active', '2026-12-31T00:00:00Z'),
      pass('older', 'expired', '2024-01-01T00:00:00Z', '2023-01-01T00:00:00Z'),
      pass('coming', 'pending', null, '2022-01-01T00:00:00Z'),
    ]);
    expect(ready.map(({ id }) => id)).toEqual(['soon', 'late', 'endless']);
    expect(others.map(({ id }) => id)).toEqual(['coming', 'old', 'older']);
  });
});
