import { describe, expect, it } from 'vitest';
import { changeStory, isTold } from './change-story';

const PLAIN = { status: 'confirmed' as const, replaces: null, replacedBy: null, change: null };
const kind = (changes: Partial<Parameters<typeof changeStory>[0]>) =>
  changeStory({ ...PLAIN, ...changes })?.kind ?? null;

describe('changeStory', () => {
  it('tells nothing of a booking that was never changed', () => {
    expect(kind({})).toBeNull();
  });

  it('tells of the new booking how far giving the earlier one back has come', () => {
    const made = { replaces: 'bk_old' };
    expect(kind({ ...made, status: 'checking', change: 'waiting' })).toBe('newWaiting');
    expect(kind({ ...made, status: 'pending', change: 'waiting' })).toBe('newWaiting');
    expect(kind({ ...made, change: 'waiting' })).toBe('givingBack');
    expect(kind({ ...made, change: 'done' })).toBe('newDone');
    expect(kind({ ...made, change: 'both-stand' })).toBe('newBothStand');
    expect(kind({ ...made, status: 'refused' })).toBe('newRefused');
  });

  it('tells of the earlier booking that it stands, was replaced, or stands beside the new one', () => {
    const left = { replacedBy: 'bk_new' };
    expect(kind({ ...left, change: 'waiting' })).toBe('oldWaiting');
    expect(kind({ ...left, status: 'cancelled', change: 'done' })).toBe('oldDone');
    expect(kind({ ...left, change: 'both-stand' })).toBe('oldBothStand');
  });

  it('tells of the later of two changes, and of the other booking in it', () => {
    expect(changeStory({ ...PLAIN, replaces: 'bk_old', replacedBy: 'bk_new', change: 'waiting' })).toEqual({
      kind: 'oldWaiting',
      otherId: 'bk_new',
    });
  });
});

describe('isTold', () => {
  const both = { kind: 'newBothStand' as const, otherId: 'bk_old' };
  it('says that there are two bookings only while there are', () => {
    expect(isTold(both, { status: 'confirmed' }, { status: 'pending' })).toBe(true);
    expect(isTold(both, { status: 'confirmed' }, { status: 'cancelled' })).toBe(false);
    expect(isTold(both, { status: 'cancelled' }, { status: 'confirmed' })).toBe(false);
    expect(isTold(both, { status: 'confirmed' }, null)).toBe(true);
  });

  it('says how every other change ended, whatever came of its bookings since', () => {
    expect(isTold({ kind: 'oldDone', otherId: 'bk_new' }, { status: 'cancelled' }, { status: 'cancelled' })).toBe(true);
  });
});
