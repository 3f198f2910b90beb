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

async function booked(adults = 2, resourceId = 'N00001', at = AT) {
  await open(resourceId, at);
  const module = resourceId.startsWith('C') ? 2 : 1;
  const pass = await box.issue(module === 2 ? { module, path: 'fastTrack' } : {});
  const asked = await box.ask(pass.ePassId, resourceId, at, adults);
  const order = await box.book(pass.ePassId, asked.text('prebookingToken'), module);
  return { ...pass, order, orderId: order.text('orderId'), passOrderId: pass.orderId };
}

describe('passes', () => {
  it('issues a pass in the form of the vendor, and finds it by pass id and by order id', async () => {
    const { reply, ePassId, orderId } = await box.issue();
    expect(ePassId).toMatch(/^1788\d{12}$/);
    expect(orderId).toMatch(/^DP\d{14}$/);
    expect(reply.body).toMatchObject({
      code: 0,
      data: {
        status: 1,
        module: 1,
        category: 1,
        orderCancelledDate: null,
        usageDate: null,
        extra: {
          availableUsages: 4,
          usedUsages: 0,
          allowedResources: { resourceId: [] },
          expirationDate: '2027-12-31T23:59:59+00:00',
        },
      },
    });
    expect(reply.at('extra', 'ePassStatus')).toBeUndefined();
    const byPass = await box.post('/v1/orders/ePasses/search', { ePassId });
    const byOrder = await box.post('/v1/orders/ePasses/search', { orderId });
    expect(byPass.body).toEqual(reply.body);
    expect(byOrder.body).toEqual(reply.body);
    const v2 = await box.post('/v2/orders/ePasses/search', { ePassId });
    expect(v2.at('extra')).toMatchObject({ ePassStatus: 1, allowedResources: { resourceIds: [] } });
  });

  it('binds a client user to one name', async () => {
    await box.issue();
    expect((await box.issue()).reply.status).toBe(200);
    const other = await box.post('/v1/orders/lounges/ePasses', {
      module: 1,
      clientUserId: 'traveller-1',
      extra: { firstName: 'Grace', lastName: 'Hopper', expirationDate: '2027-01-01T00:00:00Z', availableUsages: 1 },
    });
    expect([other.status, other.code]).toEqual([400, 40010]);
  });

  it('refuses a module that is not the path’s, a past expiry, no usages and the scope key of the other version', async () => {
    const body = (changes: object, extra: object = {}) => ({
      module: 1,
      clientUserId: 'x',
      extra: { firstName: 'A', lastName: 'B', expirationDate: '2027-01-01T00:00:00Z', availableUsages: 1, ...extra },
      ...changes,
    });
    const bad = [
      body({ module: 2 }),
      body({}, { expirationDate: '2026-11-22T11:59:59Z' }),
      body({}, { availableUsages: 0 }),
      body({}, { firstName: ' ' }),
      body({}, { allowedResources: { resourceIds: ['N00001'] } }),
      body({}, { allowedResources: { resourceId: ['C00001'] } }),
    ];
    for (const one of bad)
      expect((await box.post('/v1/orders/lounges/ePasses', one)).code, JSON.stringify(one)).toBe(40000);
    expect((await box.control.state()).counts.passes).toBe(0);
  });

  it('keeps a v2 pass closed before its activation', async () => {
    const issued = await box.post('/v2/orders/lounges/ePasses', {
      module: 1,
      clientUserId: 'later',
      extra: {
        firstName: 'A',
        lastName: 'B',
        activationDate: '2026-11-27T00:00:00+01:00',
        expirationDate: '2027-01-01T00:00:00Z',
        availableUsages: 1,
        allowedResources: { resourceIds: ['N00001'] },
      },
    });
    expect(issued.at('extra')).toMatchObject({ ePassStatus: 0, activationDate: '2026-11-26T23:00:00+00:00' });
    const ePassId = issued.text('extra', 'ePassId');
    await open();
    expect((await box.ask(ePassId, 'N00001', AT)).code).toBe(40901);
    await open('N00001', '2026-11-28T10:30');
    expect((await box.ask(ePassId, 'N00001', '2026-11-28T10:30')).at('available')).toBe(true);
  });

  it('belongs to one program', async () => {
    const { ePassId } = await box.issue();
    const headers = { 'X-Program-ID': 'sandbox-meridian' };
    expect((await box.post('/v1/orders/ePasses/search', { ePassId }, { headers })).code).toBe(40400);
  });

  it('can be given back unused, and not with a use, an open prebooking, or twice', async () => {
    const unused = await box.issue();
    const given = await box.patch('/v1/orders', { orderId: unused.orderId, status: 3 });
    expect([given.at('status'), given.at('orderCancelledDate')]).toEqual([3, '2026-11-22T12:00:00+00:00']);
    expect((await box.patch('/v1/orders', { orderId: unused.orderId, status: 3 })).code).toBe(40921);
    const { passOrderId, orderId } = await booked();
    expect((await box.patch('/v1/orders', { orderId: passOrderId, status: 3 })).code).toBe(40921);
    await box.patch('/v1/orders', { orderId, status: 3 });
    expect((await box.patch('/v1/orders', { orderId: passOrderId, status: 3 })).status).toBe(200);
  });
});
