import { describe, expect, it } from 'vitest';
import { FAST_TRACK, LOUNGE } from './module';
import { coversResource, type PassFacts, type PassStatus, passChangesMs, passUse, type Taken } from './pass';

const NOW = Date.parse('2026-06-10T12:00:00Z');
const NOTHING: Taken = { reserved: 0, reversed: 0 };
const pass = (change: Partial<PassFacts> = {}): PassFacts => ({
  state: 'issued',
  module: LOUNGE,
  activatesAt: null,
  expiresAt: '2026-12-31T23:59:59Z',
  isCancelled: false,
  totalVisits: 2,
  usedVisits: 0,
  resourceIds: [],
  ...change,
});

describe('visits of a pass', () => {
  it.each([
    ['untouched', 2, 0, 0, 0, { total: 2, used: 0, reserved: 0, reversed: 0, left: 2 }],
    ['one walked in', 2, 1, 0, 0, { total: 2, used: 1, reserved: 0, reversed: 0, left: 1 }],
    ['one booked', 2, 1, 1, 0, { total: 2, used: 0, reserved: 1, reversed: 0, left: 1 }],
    ['one used and one booked', 2, 2, 1, 0, { total: 2, used: 1, reserved: 1, reversed: 0, left: 0 }],
    ['one reversed by staff', 2, 0, 0, 1, { total: 2, used: 0, reserved: 0, reversed: 1, left: 2 }],
    ['one reversed, then used and booked', 2, 2, 1, 1, { total: 2, used: 1, reserved: 1, reversed: 1, left: 0 }],
    ['more reversed than granted', 1, 0, 0, 3, { total: 1, used: 0, reserved: 0, reversed: 3, left: 1 }],
    ['a booking the vendor has not counted yet', 2, 0, 1, 0, { total: 2, used: 0, reserved: 0, reversed: 0, left: 2 }],
    ['more used than granted', 2, 3, 0, 0, { total: 2, used: 2, reserved: 0, reversed: 0, left: 0 }],
    ['numbers below nothing', 2, -1, -1, -1, { total: 2, used: 0, reserved: 0, reversed: 0, left: 2 }],
  ])('%s', (_, totalVisits, usedVisits, reserved, reversed, expected) => {
    expect(passUse(pass({ totalVisits, usedVisits }), { reserved, reversed }, NOW).visits).toEqual(expected);
  });
});

describe('what a pass shows', () => {
  it.each<[string, string, string | null, Partial<PassFacts>, Partial<Taken>?]>([
    ['untouched', 'active', null, {}],
    ['with one visit left', 'active', null, { usedVisits: 1 }],
    ['used up', 'used-up', 'used-up', { usedVisits: 2 }],
    ['all visits booked', 'used-up', 'booked', { usedVisits: 2 }, { reserved: 2 }],
    ['the rest booked', 'used-up', 'booked', { usedVisits: 2 }, { reserved: 1 }],
    ['a second before its end', 'active', null, { expiresAt: '2026-06-10T12:00:01Z' }],
    ['at its very end', 'expired', 'expired', { expiresAt: '2026-06-10T12:00:00Z' }],
    ['ended and used up', 'expired', 'expired', { expiresAt: '2026-06-01T00:00:00Z', usedVisits: 2 }],
    ['without an end', 'active', null, { expiresAt: null }],
    ['cancelled and ended', 'cancelled', 'cancelled', { isCancelled: true, expiresAt: '2026-06-01T00:00:00Z' }],
    ['a day before it begins', 'not-yet-active', 'not-yet-active', { activatesAt: '2026-06-11T00:00:00Z' }],
    ['as it begins', 'active', null, { activatesAt: '2026-06-10T12:00:00Z' }],
    ['suspended', 'suspended', 'suspended', { state: 'suspended' }],
    ['suspended and ended', 'expired', 'expired', { state: 'suspended', expiresAt: '2026-06-01T00:00:00Z' }],
    ['asked for', 'pending', 'pending', { state: 'pending' }],
    ['asked for long ago', 'pending', 'pending', { state: 'pending', expiresAt: '2026-06-01T00:00:00Z' }],
    ['for lanes, which read vouchers only', 'active', 'booking-only', { module: FAST_TRACK }],
    ['for lanes and used up', 'used-up', 'used-up', { module: FAST_TRACK, usedVisits: 2 }],
  ])('%s is %s', (_, status, blockedBy, change, taken = {}) => {
    expect(passUse(pass(change), { ...NOTHING, ...taken }, NOW)).toMatchObject({ status, blockedBy });
  });

  it.each<[string, string | null, Partial<PassFacts>]>([
    ['every lounge', null, {}],
    ['this lounge', null, { resourceIds: ['N00002', 'N00001'] }],
    ['another lounge', 'not-here', { resourceIds: ['N00002'] }],
    ['lanes', 'not-here', { module: FAST_TRACK }],
    ['another lounge, and used up', 'used-up', { resourceIds: ['N00002'], usedVisits: 2 }],
  ])('at a lounge, a pass for %s is blocked by %s', (_, blockedBy, change) => {
    const place = { module: LOUNGE, resourceId: 'N00001' } as const;
    expect(passUse(pass(change), NOTHING, NOW, place).blockedBy).toBe(blockedBy);
  });
});

describe('scope of a pass', () => {
  it('an empty list is every place of its module, and only of its module', () => {
    expect(coversResource(pass(), { module: 1, resourceId: 'N00001' })).toBe(true);
    expect(coversResource(pass(), { module: 2, resourceId: 'C00001' })).toBe(false);
  });

  it('a list is those places only', () => {
    const scoped = pass({ resourceIds: ['N00002'] });
    expect(coversResource(scoped, { module: 1, resourceId: 'N00002' })).toBe(true);
    expect(coversResource(scoped, { module: 1, resourceId: 'N00001' })).toBe(false);
  });
});

describe('passChangesMs', () => {
  const [activatesAt, expiresAt] = ['2026-06-11T00:00:00Z', '2026-12-31T23:59:59Z'];
  it.each<[string, PassStatus, string | null, string | null]>([
    ['begins, while it has not begun', 'not-yet-active', expiresAt, activatesAt],
    ['ends, while it can be used', 'active', expiresAt, expiresAt],
    ['never ends', 'active', null, null],
    ['is over', 'expired', expiresAt, null],
    ['is cancelled', 'cancelled', expiresAt, null],
  ])('a pass that %s', (_, status, ends, at) => {
    expect(passChangesMs({ status, activatesAt, expiresAt: ends })).toBe(at && Date.parse(at));
  });
});
