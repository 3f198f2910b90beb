import { describe, expect, it } from 'vitest';
import { noChange } from './change';

type Standing = Parameters<typeof noChange>[0];

const OPEN: Standing = {
  status: 'confirmed',
  isCancelling: false,
  replacedBy: null,
  change: null,
  cancellation: { kind: 'free-until', until: '2026-11-25T09:30:00Z', allowed: 'allowed' },
};
const judged = (allowed: Standing['cancellation']['allowed']): Partial<Standing> => ({
  cancellation: { ...OPEN.cancellation, allowed },
});

describe('a booking', () => {
  it.each<[string, Partial<Standing>]>([
    ['confirmed', {}],
    ['pending', { status: 'pending' }],
    ['of a place that says nothing about cancelling', judged('ask-vendor')],
    ['that was itself made in place of another', { change: 'done' }],
  ])('%s can be replaced', (_what, other) => {
    expect(noChange({ ...OPEN, ...other })).toBeNull();
  });

  it.each<[string, Partial<Standing>, ReturnType<typeof noChange>]>([
    ['is still being checked', { status: 'checking' }, 'checking'],
    ['is being cancelled', { isCancelling: true }, 'checking'],
    ['is being replaced already', { replacedBy: 'bk_2', change: 'waiting' }, 'checking'],
    ['has itself another one to replace yet', { change: 'waiting' }, 'checking'],
    ['could not be given back for another one', { replacedBy: 'bk_2', change: 'both-stand' }, 'tooLate'],
    ['is cancelled', { status: 'cancelled' }, 'gone'],
    ['is used', { status: 'used' }, 'gone'],
    ['was refused', { status: 'refused' }, 'gone'],
    ['is past its free moment', judged('too-late'), 'tooLate'],
    ['can never be cancelled', judged('never'), 'never'],
  ])('that %s cannot', (_what, other, why) => {
    expect(noChange({ ...OPEN, ...other })).toBe(why);
  });
});
