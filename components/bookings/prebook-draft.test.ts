import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type DraftOf,
  dropDraft,
  keepContact,
  keepDraft,
  keepSent,
  keepTyped,
  keptBookings,
  switchDrafts,
} from '@/lib/client/drafts';
import { forgetTab } from '@/lib/client/forget-tab';
import { forgetOthers } from '@/lib/client/tab-memory';
import { memoryStorage } from '@/lib/testing/memory-storage';
import { type DraftRules, restoreDraft, restoreSent } from './prebook-draft';
import type { Draft, Sent } from './prebook-state';

const FRESH: Draft = {
  date: '2026-11-23',
  at: null,
  startsAt: null,
  party: { adults: 1, children: 0 },
  passId: 'ps_a',
  details: { firstName: 'Ada', email: '' },
};
const CHOICE = {
  date: '2026-11-26',
  at: '2026-11-26T09:30',
  startsAt: '2026-11-26T09:30:00+00:00',
  party: { adults: 2, children: 1 },
  passId: 'ps_b',
};
const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const OF: DraftOf = { owner: 'tag-ada', resourceId: 'N00001', change: null };
const RULES: DraftRules = {
  of: OF,
  passes: [
    { passId: 'ps_a', maxParty: 2 },
    { passId: 'ps_b', maxParty: 3 },
  ],
  firstDate: '2026-11-22',
  lastDate: '2027-01-21',
  nowMs: NOW_MS,
};
const TYPED = { email: 'ada@example.com', transportNumber: 'BA 123' };

let device: Storage;
let tab: Storage;

beforeEach(() => {
  device = memoryStorage();
  tab = memoryStorage();
  vi.stubGlobal('window', { localStorage: device, sessionStorage: tab });
});
afterEach(() => vi.unstubAllGlobals());

/** Another tab has the device's storage and none of this one's. */
function openTab(): void {
  tab = memoryStorage();
  vi.stubGlobal('window', { localStorage: device, sessionStorage: tab });
}

const start = (of = OF) => {
  keepDraft(of, 'DragonPass Lounge', CHOICE, NOW_MS);
  keepTyped(of.owner, TYPED);
};

describe('a draft', () => {
  it('brings back what was chosen and typed', () => {
    start();
    expect(restoreDraft(FRESH, RULES)).toEqual({ ...CHOICE, details: { firstName: 'Ada', ...TYPED } });
  });

  it('is there in a second tab, but not what was typed', () => {
    start();
    openTab();
    expect(restoreDraft(FRESH, RULES)).toEqual({ ...CHOICE, details: FRESH.details });
  });

  it('has nothing in it that was typed', () => {
    start();
    expect(JSON.stringify(device)).not.toContain('ada@example.com');
    expect(JSON.stringify(device)).not.toContain('BA 123');
  });

  it('is of one place, and of one change', () => {
    start();
    const elsewhere = { ...RULES, of: { ...OF, resourceId: 'N00099' } };
    expect(restoreDraft(FRESH, elsewhere)).toMatchObject({ ...FRESH, details: TYPED });
    const changing = { ...RULES, of: { ...OF, change: 'bk_1' } };
    expect(restoreDraft(FRESH, changing)).toMatchObject({ at: null, date: FRESH.date });
  });

  it('shows nothing to another traveller', () => {
    start();
    keepContact(OF.owner, TYPED);
    expect(restoreDraft(FRESH, { ...RULES, of: { ...OF, owner: 'tag-bob' } })).toEqual(FRESH);
  });

  it('drops a time that has passed and a day out of range', () => {
    start();
    const later = { ...RULES, nowMs: Date.parse('2026-11-26T10:00:00Z') };
    keepDraft(OF, 'DragonPass Lounge', CHOICE, later.nowMs);
    expect(restoreDraft(FRESH, later)).toMatchObject({ date: '2026-11-26', at: null, startsAt: null });
    expect(restoreDraft(FRESH, { ...later, firstDate: '2026-11-27' })).toMatchObject({ date: FRESH.date, at: null });
  });

  it('drops a party that no longer fits, and a pass that is gone', () => {
    start();
    const fewer = { ...RULES, passes: [{ passId: 'ps_b', maxParty: 2 }] };
    expect(restoreDraft(FRESH, fewer).party).toEqual(FRESH.party);
    expect(restoreDraft(FRESH, { ...RULES, passes: [{ passId: 'ps_a', maxParty: 2 }] }).at).toBeNull();
  });

  it('lasts a day', () => {
    start();
    const day = 24 * 3_600_000;
    expect(restoreDraft(FRESH, { ...RULES, nowMs: NOW_MS + day - 1 }).at).toBe(CHOICE.at);
    expect(restoreDraft(FRESH, { ...RULES, nowMs: NOW_MS + day }).at).toBeNull();
    expect(device.length).toBe(0);
  });

  it('is over once its booking is made', () => {
    start();
    dropDraft(OF);
    expect(restoreDraft(FRESH, RULES)).toMatchObject({ at: null, details: TYPED });
  });

  it.each(['', 'null', '[]', '{"passId":7}', 'not json'])('is none where the storage holds %j', (text) => {
    device.setItem('layover.draft.tag-ada.N00001', text);
    tab.setItem('layover.typed.tag-ada', text);
    expect(restoreDraft(FRESH, RULES)).toMatchObject({ date: FRESH.date, at: null, passId: FRESH.passId });
  });

  it.each([
    { date: '2026-11-26x', at: '2026-11-26x' },
    { date: '2026-11-31', at: '2026-11-31T09:30' },
    { at: '2026-11-26T99:30' },
    { at: '2026-11-26 half past nine' },
    { startsAt: '26 Nov 2026 09:30 GMT' },
  ])('brings back no day and no time that the page could not be drawn with: %j', (broken) => {
    keepDraft(OF, 'DragonPass Lounge', { ...CHOICE, ...broken }, NOW_MS);
    expect(restoreDraft(FRESH, RULES)).toMatchObject({ at: null, startsAt: null });
    expect([FRESH.date, CHOICE.date]).toContain(restoreDraft(FRESH, RULES).date);
  });

  it('costs nothing but itself where the browser has no storage', () => {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new Error('forbidden');
      },
      get sessionStorage() {
        throw new Error('forbidden');
      },
    });
    start();
    expect(restoreDraft(FRESH, RULES)).toEqual(FRESH);
  });
});

describe('contact details', () => {
  it('stay on the device with consent, without the flight', () => {
    keepContact(OF.owner, TYPED);
    openTab();
    expect(restoreDraft(FRESH, RULES).details).toEqual({ firstName: 'Ada', email: 'ada@example.com' });
    keepContact(OF.owner, null);
    expect(restoreDraft(FRESH, RULES).details).toEqual(FRESH.details);
  });
});

describe('what was sent without an answer', () => {
  const SENT: Sent = {
    draft: { ...CHOICE, details: TYPED },
    hold: { kind: 'held', holdId: 'hd_1', heldUntilMs: NOW_MS + 60_000, price: null },
    idempotencyKey: 'key-1',
    reviewedDetails: { email: 'ada@example.com' },
  };

  it('comes back as it was sent, with its key', () => {
    keepSent(OF, SENT);
    expect(restoreSent(OF)).toEqual(SENT);
  });

  it('stays in the tab it was sent from, and with its place', () => {
    keepSent(OF, SENT);
    expect(restoreSent({ ...OF, resourceId: 'N00099' })).toBeNull();
    openTab();
    expect(restoreSent(OF)).toBeNull();
  });

  it.each([
    {},
    { ...SENT, idempotencyKey: 7 },
    { ...SENT, hold: {} },
    { ...SENT, draft: { ...CHOICE, at: null } },
    { ...SENT, draft: { ...CHOICE, date: 'soon' } },
    { ...SENT, draft: { ...CHOICE, startsAt: 'soon' } },
  ])('is not sent again when something of it is missing, or cannot be read', (broken) => {
    keepSent(OF, broken);
    expect(restoreSent(OF)).toBeNull();
  });
});

describe('erasing', () => {
  it('leaves nothing, in the tab and on the device', () => {
    start();
    keepContact(OF.owner, TYPED);
    device.setItem('another.app', 'stays');
    forgetTab();
    expect(tab.length).toBe(0);
    expect(Object.keys(device)).toEqual(['another.app']);
  });

  it('takes what another traveller left, and nothing of one’s own', () => {
    start({ ...OF, owner: 'tag-bob' });
    keepContact('tag-bob', TYPED);
    start();
    forgetOthers(OF.owner);
    expect(JSON.stringify([device, tab])).not.toContain('tag-bob');
    expect(restoreDraft(FRESH, RULES).at).toBe(CHOICE.at);
  });

  it('from the account keeps drafts to their tab until it is wanted otherwise', () => {
    start();
    keepContact(OF.owner, TYPED);
    expect(keptBookings(OF.owner, NOW_MS)).toEqual({
      drafts: [{ href: '/resources/N00001/prebook', placeName: 'DragonPass Lounge' }],
      hasContact: true,
    });
    switchDrafts(OF.owner, false);
    expect(keptBookings(OF.owner, NOW_MS)).toEqual({ drafts: [], hasContact: false });
    start();
    expect(JSON.stringify(device)).not.toContain('N00001');
    expect(restoreDraft(FRESH, RULES).at).toBe(CHOICE.at);
    switchDrafts(OF.owner, true);
    start();
    expect(JSON.stringify(device)).toContain('N00001');
  });
});
