import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { brands } from '@/lib/brand/registry';
import { availabilitySchema } from '@/lib/contract/resources';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { setRuntime } from '@/lib/server/runtime';
import { newTraveller, openTestApp, type TestApp } from '@/lib/testing/app';
import { ask, book, errorOf, held, traveller, VISIT_AT } from '@/lib/testing/journey';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

function layover() {
  const brand = brands().find(({ id }) => id === 'layover');
  if (!brand) throw new Error('the brand is missing');
  return brand;
}

const ordersOf = (as: Session) => app.control.orders(as.clientUserId);

describe('POST /api/resources/[resourceId]/availability', () => {
  it('without a pass is information, for anybody, and holds nothing', async () => {
    expect((await ask(undefined, {})).body).toEqual({ available: true, alternatives: [] });
    expect((await app.control.state()).counts.holds).toBe(0);
  });

  it('with a pass holds the place, and gives up what the pass held before', async () => {
    const { as, pass } = await traveller();
    const first = await held(as, { passId: pass.passId });
    const { body } = await ask(as, { passId: pass.passId, at: '2026-11-25T12:00' });
    expect(body).toMatchObject({ available: true, heldUntil: expect.stringMatching(/^2026-11-22T12:10:0\d\+00:00$/) });
    expect((await app.control.state()).counts.holds).toBe(1);
    expect(errorOf(await book(as, first)).code).toBe('hold_expired');
    expect(await ordersOf(as)).toEqual([]);
  });

  it('never tells the vendor’s token or the pass', async () => {
    const { as, pass } = await traveller();
    const { body } = await ask(as, { passId: pass.passId });
    expect(Object.keys(body).sort()).toEqual(['alternatives', 'available', 'heldUntil', 'holdId']);
  });

  it('offers the nearest free times when the wanted one is taken', async () => {
    const { as, pass } = await traveller();
    for (const at of [VISIT_AT, '2026-11-25T11:00']) {
      await app.control.setSlot({ resourceId: 'N00001', at, capacity: 0 });
    }
    await app.control.setSlot({ resourceId: 'N00001', at: '2026-11-25T10:00', capacity: 5 });
    const { available, holdId, alternatives } = availabilitySchema.parse((await ask(as, { passId: pass.passId })).body);
    expect([available, holdId]).toEqual([false, undefined]);
    expect(alternatives[0]).toEqual({ at: '2026-11-25T10:00', startsAt: '2026-11-25T10:00:00+00:00' });
    expect(alternatives.map(({ at }) => at)).not.toContain('2026-11-25T11:00');
  });

  it('asks about at most six other times, three at a time, and waits for none of them for long', async () => {
    const { as, pass } = await traveller();
    await app.control.setSlot({ resourceId: 'N00001', at: VISIT_AT, capacity: 0 });
    const asked: string[] = [];
    let atOnce = 0;
    let mostAtOnce = 0;
    const { dragonpassFor } = app.runtime;
    const checkAvailability: DragonPassClient['checkAvailability'] = async (question) => {
      const real = dragonpassFor(layover());
      if (question.ePassId !== undefined) return real.checkAvailability(question);
      asked.push(question.at);
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      // The last of them never answers.
      if (asked.length === 6) await new Promise(() => undefined);
      const answer = await real.checkAvailability(question);
      atOnce -= 1;
      return answer;
    };
    setRuntime({ ...app.runtime, dragonpassFor: (brand) => ({ ...dragonpassFor(brand), checkAvailability }) });
    const { alternatives } = availabilitySchema.parse((await ask(as, { passId: pass.passId })).body);
    setRuntime(app.runtime);
    expect(asked).toHaveLength(6);
    expect(mostAtOnce).toBe(3);
    expect(alternatives.map(({ at }) => at)).toEqual(asked.slice(0, 5).filter((at) => at !== asked[5]));
    expect(await app.control.state()).toMatchObject({ counts: { holds: 0 } });
  }, 20_000);

  it('asked twice for the same by one traveller is one hold, which a second tab does not end', async () => {
    const { as, pass } = await traveller();
    await app.control.resetCalls();
    const tabs = await Promise.all([ask(as, { passId: pass.passId }), ask(as, { passId: pass.passId })]);
    const again = await ask(as, { passId: pass.passId });
    const ids = new Set([...tabs, again].map(({ body }) => body.holdId));
    expect(ids.size).toBe(1);
    expect((await app.control.calls()).byOperation).toMatchObject({ availability: 1 });
    const [holdId] = ids;
    expect((await book(as, String(holdId))).status).toBe(201);
  });

  it('asked again when the hold is about to end is held anew', async () => {
    const { as, pass } = await traveller();
    const first = await held(as, { passId: pass.passId });
    await app.advance(8 * 60_000);
    const second = await held(as, { passId: pass.passId });
    expect(second).not.toBe(first);
    expect(errorOf(await book(as, first)).code).toBe('hold_expired');
    expect((await book(as, second)).status).toBe(201);
  });

  it('for another time, which the vendor turned away for too many calls, leaves the hold as it was', async () => {
    const { as, pass } = await traveller();
    const holdId = await held(as, { passId: pass.passId });
    await app.control.addFault({ operation: 'availability', mode: 'rate-limit', ms: 60_000, times: 3 });
    expect((await ask(as, { passId: pass.passId, at: '2026-11-25T12:00' })).status).toBe(503);
    await app.control.clearFaults();
    expect((await book(as, holdId)).status).toBe(201);
  });

  it('asks the vendor nothing about a time at which the place is closed', async () => {
    const { as, pass } = await traveller();
    await app.control.resetCalls();
    const { body } = await ask(as, { passId: pass.passId, at: '2026-11-25T23:00' });
    expect(body).toMatchObject({ available: false });
    expect(body.alternatives).not.toEqual([]);
  });

  it.each([
    ['in the past', { at: '2026-11-22T10:30' }, { at: 'time_not_offered' }],
    ['off the grid', { at: '2026-11-25T10:31' }, { at: 'time_not_offered' }],
    ['beyond the horizon', { at: '2027-06-01T10:30' }, { at: 'time_not_offered' }],
    ['that no calendar has', { at: '2026-02-30T10:30' }, { at: expect.any(String) }],
    ['for nobody', { adults: 0 }, { adults: 'too_small' }],
    ['for more than the place takes', { adults: 7 }, { adults: 'party_too_large' }],
  ])('refuses a visit %s', async (_, about, fields) => {
    const reply = await ask(undefined, about);
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_request', fields });
  });

  it('refuses a pass with too few visits, of another kind, of another place, or of somebody else', async () => {
    const { as, pass } = await traveller();
    const few = await ask(as, { passId: pass.passId, adults: 2, children: 1 });
    expect(errorOf(few)).toMatchObject({ code: 'not_entitled', fields: { passId: 'not_enough_visits' } });
    const lane = await ask(as, { passId: pass.passId, resourceId: SAMPLE_RESOURCES.fastTrack });
    expect(errorOf(lane).fields).toEqual({ passId: 'pass_not_valid_here' });
    const scoped = await traveller('manchester-lounge');
    const elsewhere = await ask(scoped.as, { passId: scoped.pass.passId, resourceId: 'N00002' });
    expect(errorOf(elsewhere).fields).toEqual({ passId: 'pass_not_valid_here' });
    expect((await ask(newTraveller(), { passId: pass.passId })).status).toBe(404);
    expect((await ask(undefined, { passId: pass.passId })).status).toBe(401);
  });

  it('says that a place takes no bookings', async () => {
    for (const resourceId of [SAMPLE_RESOURCES.walkInOnlyLounge, SAMPLE_RESOURCES.setMeal]) {
      expect(errorOf(await ask(undefined, { resourceId })).fields).toEqual({ resourceId: 'not_prebookable' });
    }
  });

  it.each([
    ['is down', { mode: 'fail', status: 503 } as const, 'vendor_unavailable'],
    ['talks nonsense', { mode: 'garbage' } as const, 'vendor_unexpected'],
    ['hangs', { mode: 'stall' } as const, 'vendor_unavailable'],
  ])('is our failure when the vendor %s', async (_, fault, code) => {
    const { as, pass } = await traveller();
    await app.control.addFault({ operation: 'availability', times: 20, ...fault });
    expect(errorOf(await ask(as, { passId: pass.passId })).code).toBe(code);
  });
});
