import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStorage } from '@/lib/testing/memory-storage';
import { type HoldFor, keepHold, liveHold } from './drafts';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const MINUTE_MS = 60_000;
const WANTED: HoldFor = {
  passId: 'ps_a',
  resourceId: 'N00001',
  at: '2026-11-26T09:30',
  party: { adults: 2, children: 1 },
};
const HOLD = { holdId: 'hd_1', heldUntilMs: NOW_MS + 10 * MINUTE_MS, price: null };

beforeEach(() => vi.stubGlobal('window', { localStorage: memoryStorage(), sessionStorage: memoryStorage() }));
afterEach(() => vi.unstubAllGlobals());

describe('a hold', () => {
  beforeEach(() => keepHold('tag-ada', 'ps_a', { ...WANTED, ...HOLD }));

  it('is taken up again by the same choice while the place keeps it', () => {
    expect(liveHold('tag-ada', WANTED, NOW_MS)).toMatchObject(HOLD);
  });

  it.each<[string, Partial<HoldFor>]>([
    ['time', { at: '2026-11-26T10:00' }],
    ['place', { resourceId: 'N00002' }],
    ['pass', { passId: 'ps_b' }],
    ['party', { party: { adults: 1, children: 1 } }],
    ['mix of adults and children', { party: { adults: 1, children: 2 } }],
  ])('is not of another %s', (_what, other) => {
    expect(liveHold('tag-ada', { ...WANTED, ...other }, NOW_MS)).toBeNull();
  });

  it('is not another traveller’s', () => {
    expect(liveHold('tag-bob', WANTED, NOW_MS)).toBeNull();
  });

  it.each([1e300, Number.MAX_SAFE_INTEGER, '2026', null])(
    'is none where the storage says that it ends at %j',
    (end) => {
      const broken = { ...WANTED, ...HOLD, heldUntilMs: end };
      window.localStorage.setItem('layover.hold.tag-ada.ps_a', JSON.stringify(broken));
      expect(liveHold('tag-ada', WANTED, NOW_MS)).toBeNull();
    },
  );

  it('is asked for anew when it is about to end', () => {
    expect(liveHold('tag-ada', WANTED, HOLD.heldUntilMs - 31_000)).not.toBeNull();
    expect(liveHold('tag-ada', WANTED, HOLD.heldUntilMs - 30_000)).toBeNull();
  });

  it('is gone once the place was asked with its pass again', () => {
    keepHold('tag-ada', 'ps_a', null);
    expect(liveHold('tag-ada', WANTED, NOW_MS)).toBeNull();
  });

  it.each(['{}', '{"party":{}}', '{"holdId":7,"party":{},"heldUntilMs":"soon"}', 'nonsense'])(
    'is none where the storage holds %s',
    (text) => {
      window.localStorage.setItem('layover.hold.tag-ada.ps_a', text);
      expect(liveHold('tag-ada', WANTED, NOW_MS)).toBeNull();
    },
  );
});
