import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '@/lib/domain/opening-hours';
import { openStateNow } from './open-now';

const OPENS_MS = Date.parse('2027-03-09T06:00:00Z');
const hours: OpeningHours = {
  kind: 'weekly',
  rows: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '06:00', closes: '22:00' }],
  exceptions: [],
};

describe('openStateNow', () => {
  it('turns to open in the very millisecond in which the place opens', () => {
    expect(openStateNow(hours, 'Europe/London', OPENS_MS - 1).state).toBe('closed');
    expect(openStateNow(hours, 'Europe/London', OPENS_MS).state).toBe('open');
  });

  it('tells the same hours in another zone apart', () => {
    expect(openStateNow(hours, 'Europe/London', OPENS_MS).state).toBe('open');
    expect(openStateNow(hours, 'America/New_York', OPENS_MS).state).toBe('closed');
  });

  it('follows a clock that is set back', () => {
    expect(openStateNow(hours, 'Europe/London', OPENS_MS + 60_000).state).toBe('open');
    expect(openStateNow(hours, 'Europe/London', OPENS_MS - 60_000).state).toBe('closed');
  });
});
