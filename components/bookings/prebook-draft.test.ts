import { describe, expect, it } from 'vitest';
import { type DraftRules, forgetBooking, restoreDraft, saveDraft } from './prebook-draft';
import type { Draft } from './prebook-state';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

const FRESH: Draft = {
  date: '2026-11-23',
  at: null,
  startsAt: null,
  party: { adults: 1, children: 0 },
  passId: 'ps_a',
  details: { firstName: 'Ada', email: '' },
};
const STARTED: Draft = {
  date: '2026-11-26',
  at: '2026-11-26T09:30',
  startsAt: '2026-11-26T09:30:00+00:00',
  party: { adults: 2, children: 1 },
  passId: 'ps_b',
  details: { email: 'ada@example.com' },
};
const RULES: DraftRules = {
  resourceId: 'N00001',
  passes: [
    { passId: 'ps_a', maxParty: 2 },
    { passId: 'ps_b', maxParty: 3 },
  ],
  firstDate: '2026-11-22',
  lastDate: '2027-01-21',
  nowMs: Date.parse('2026-11-22T10:00:00Z'),
};
const saved = (draft = STARTED, resourceId = 'N00001') => {
  const storage = memory();
  saveDraft(storage, resourceId, draft);
  return storage;
};

describe('restoreDraft', () => {
  it('brings back what was chosen and typed', () => {
    expect(restoreDraft(saved(), FRESH, RULES)).toEqual({
      ...STARTED,
      details: { firstName: 'Ada', email: 'ada@example.com' },
    });
  });

  it('starts clean at another place, and keeps the contact details', () => {
    const draft = restoreDraft(saved(STARTED, 'N00099'), FRESH, RULES);
    expect(draft).toEqual({ ...FRESH, details: { firstName: 'Ada', email: 'ada@example.com' } });
  });

  it('shows nothing of somebody else’s draft', () => {
    const rules = { ...RULES, passes: [{ passId: 'ps_other', maxParty: 2 }] };
    expect(restoreDraft(saved(), FRESH, rules)).toEqual(FRESH);
  });

  it('drops a time that has passed and a day out of range', () => {
    const later = { ...RULES, nowMs: Date.parse('2026-11-26T10:00:00Z') };
    expect(restoreDraft(saved(), FRESH, later)).toMatchObject({ date: '2026-11-26', at: null, startsAt: null });
    expect(restoreDraft(saved(), FRESH, { ...RULES, firstDate: '2026-11-27' })).toMatchObject({
      date: FRESH.date,
      at: null,
    });
  });

  it('drops a party that no longer fits', () => {
    const rules = { ...RULES, passes: [{ passId: 'ps_b', maxParty: 2 }] };
    expect(restoreDraft(saved(), FRESH, rules).party).toEqual(FRESH.party);
  });

  it.each(['', 'null', '[]', '{"passId":7}', 'not json'])('takes %j in the storage for no draft', (text) => {
    const storage = memory();
    storage.setItem('layover.prebook', text);
    storage.setItem('layover.contact', text);
    expect(restoreDraft(storage, FRESH, RULES)).toEqual(FRESH);
  });
});

describe('forgetBooking', () => {
  it('lets the next booking start clean, with the contact details', () => {
    const storage = saved();
    forgetBooking(storage);
    expect(restoreDraft(storage, FRESH, RULES)).toMatchObject({ at: null, details: { email: 'ada@example.com' } });
  });
});
