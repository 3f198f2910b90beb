import { describe, expect, it } from 'vitest';
import { changeOutlook } from './change-outlook';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const BOOKING = {
  status: 'confirmed' as const,
  isCancelling: false,
  startsAt: '2026-11-27T10:00:00Z',
  change: null,
  cancellation: { allowed: 'allowed' as const },
};
const HERE = { isPrebookable: true, hasVisit: true };

type Booking = Parameters<typeof changeOutlook>[0];
const outlook = (changes: Partial<Booking> = {}, here: Partial<typeof HERE> = {}) =>
  changeOutlook({ ...BOOKING, ...changes }, { ...HERE, ...here }, NOW);

describe('changeOutlook', () => {
  it('offers a change where the place may take the booking back', () => {
    expect(outlook()).toBe('offered');
    expect(outlook({ status: 'pending' })).toBe('offered');
    expect(outlook({ cancellation: { allowed: 'ask-vendor' } })).toBe('offered');
  });

  it('says why it does not, the booking’s own reasons first', () => {
    expect(outlook({ cancellation: { allowed: 'never' } }, { hasVisit: false })).toBe('never');
    expect(outlook({ cancellation: { allowed: 'too-late' } }, { isPrebookable: false })).toBe('tooLate');
    expect(outlook({}, { isPrebookable: false, hasVisit: false })).toBe('closed');
    expect(outlook({}, { hasVisit: false })).toBe('noVisits');
  });

  it('starts no second change before the first has ended', () => {
    expect(outlook({ change: 'waiting' })).toBe('underWay');
    expect(outlook({ change: 'both-stand' })).toBe('bothStand');
    expect(outlook({ change: 'done' })).toBe('offered');
  });

  it.each([
    [{ status: 'checking' }],
    [{ status: 'refused' }],
    [{ status: 'cancelled' }],
    [{ status: 'used' }],
    [{ isCancelling: true }],
    [{ startsAt: '2026-11-25T08:00:00Z' }],
  ] as [Partial<Booking>][])('has nothing to change of %o', (changes) => {
    expect(outlook(changes)).toBeNull();
  });
});
