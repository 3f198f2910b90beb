import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from './test-client';

let box: TestSandbox;
beforeAll(async () => {
  box = await openSandbox();
});
beforeEach(() => box.control.reset());
afterAll(() => box.close());

/** A Thursday, well after the cancellation window of 24 hours. */
const AT = '2026-11-26T10:30';
const open = (resourceId = 'N00001', at = AT, capacity = 20) => box.control.setSlot({ resourceId, at, capacity });

describe('availability', () => {
  it('holds the place for a pass, and frees the earlier hold when the same pass asks again', async () => {
    await open('N00001', AT, 2);
    await open('N00001', '2026-11-26T11:00', 2);
    const [mine, other] = [await box.issue(), await box.issue({ user: 'traveller-2' })];
    const first = await box.ask(mine.ePassId, 'N00001', AT, 2);
    expect(first.at('validUntil')).toBe(Date.parse('2026-11-22T12:10:00Z') / 1000);
    expect(first.text('prebookingToken')).toMatch(/^[0-9a-f]{32}$/);
    expect((await box.ask(other.ePassId, 'N00001', AT)).body).toEqual({ code: 0, data: { available: false } });
    await box.ask(mine.ePassId, 'N00001', '2026-11-26T11:00', 2);
    expect((await box.ask(other.ePassId, 'N00001', AT)).at('available')).toBe(true);
    expect((await box.book(mine.ePassId, first.text('prebookingToken'))).code).toBe(40911);
  });

  it('holds nothing when no pass is named', async () => {
    await open('N00001', AT, 1);
    expect((await box.ask(null, 'N00001', AT)).at('available')).toBe(true);
    expect((await box.ask(null, 'N00001', AT)).at('available')).toBe(true);
    expect((await box.control.state()).counts.holds).toBe(0);
  });

  it('has nothing on a holiday but what the evening before goes on with', async () => {
    await box.control.patchResource('N00001', {
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], openTime: '20:00', closeTime: '02:00' }],
      holidays: [
        { day: '11-26', open: null },
        { day: '11-27', open: { openTime: '10:00', closeTime: '12:00' } },
      ],
    });
    const isFree = async (at: string) => {
      await open('N00001', at);
      return (await box.ask(null, 'N00001', at)).at('available');
    };
    expect(await isFree('2026-11-26T01:30')).toBe(true);
    expect(await isFree('2026-11-26T20:30')).toBe(false);
    expect(await isFree('2026-11-27T01:30')).toBe(false);
    expect(await isFree('2026-11-27T10:30')).toBe(true);
    expect(await isFree('2026-11-27T20:30')).toBe(false);
  });

  it('lets a hold go after ten minutes', async () => {
    await open('N00001', AT, 1);
    const [mine, other] = [await box.issue(), await box.issue({ user: 'traveller-2' })];
    const held = await box.ask(mine.ePassId, 'N00001', AT);
    await box.control.setClock({ advanceMs: 10 * 60_000 });
    expect((await box.book(mine.ePassId, held.text('prebookingToken'))).code).toBe(40911);
    expect((await box.ask(other.ePassId, 'N00001', AT)).at('available')).toBe(true);
  });

  it('has nothing off the grid, outside the hours, under an hour ahead, in the past or beyond sixty days', async () => {
    const { ePassId } = await box.issue();
    const nothing = [
      '2026-11-26T10:31',
      '2026-11-26T22:00',
      '2026-11-26T04:30',
      '2026-11-22T12:30',
      '2026-11-21T10:30',
      '2027-01-22T10:30',
    ];
    for (const at of nothing) {
      await open('N00001', at);
      expect((await box.ask(ePassId, 'N00001', at)).body, at).toEqual({ code: 0, data: { available: false } });
    }
    for (const at of ['2026-11-22T13:00', '2026-11-26T05:00', '2026-11-26T21:30', '2027-01-21T10:30']) {
      await open('N00001', at);
      expect((await box.ask(ePassId, 'N00001', at)).at('available'), at).toBe(true);
    }
  });

  it('answers the same about the same slot, with some of them full', async () => {
    const times = Array.from(
      { length: 34 },
      (_, slot) => `2026-12-01T${String(5 + Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`,
    );
    const answers = async () => {
      const all: unknown[] = [];
      for (const at of times) all.push((await box.ask(null, 'N00001', at)).at('available'));
      return all;
    };
    const first = await answers();
    expect(await answers()).toEqual(first);
    expect(first.filter((available) => available === false).length).toBeGreaterThan(0);
    expect(first.filter((available) => available === true).length).toBeGreaterThan(20);
  });

  it('minds scope, module, usages, party size, and places without prebooking', async () => {
    await open();
    const scoped = await box.issue({ scope: ['N00002'] });
    expect((await box.ask(scoped.ePassId, 'N00001', AT)).code).toBe(40904);
    const lane = await box.issue({ module: 2, path: 'fastTrack' });
    expect((await box.ask(lane.ePassId, 'N00001', AT)).code).toBe(40904);
    const { ePassId } = await box.issue({ usages: 2 });
    expect((await box.ask(ePassId, 'N00001', AT, 2, 1)).code).toBe(40903);
    expect((await box.ask(ePassId, 'N00001', AT, 5, 2)).code).toBe(40000);
    expect((await box.ask(ePassId, 'N00001', AT, 0, 0)).code).toBe(40000);
    expect((await box.ask(ePassId, 'N00003', '2026-11-26T21:00')).code).toBe(40000);
    expect((await box.ask(ePassId, 'N99999', AT)).code).toBe(40400);
    expect((await box.ask('1788000000000000', 'N00001', AT)).code).toBe(40400);
    expect((await box.ask(ePassId, 'N00001', '2026-11-26T10:30+00:00')).code).toBe(40000);
  });

  it('names a price where the place has one', async () => {
    await open('N00002');
    await open();
    expect((await box.ask(null, 'N00002', AT)).at('price')).toEqual({
      dynamicPrice: true,
      currency: 'GBP',
      adultRate: '32.00',
      childRate: '19.50',
    });
    expect((await box.ask(null, 'N00001', AT)).at('price')).toBeUndefined();
  });
});
