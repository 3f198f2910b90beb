import { afterEach, expect, it } from 'vitest';
import {
  AVAILABILITY,
  E_PASS_V1,
  E_PASS_V2,
  HUBS_PAGE,
  ORDER,
  ORDER_ROW,
  RESOURCE_DETAILS,
  RESOURCES_PAGE_V2,
} from './samples/messages';
import { ok, PROGRAM_ID, startVendorStub, type VendorStub } from './samples/vendor-stub';

const REQUEST_ID = '0b0a1c8e-4c57-4f1a-9f1a-000000000001';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let vendor: VendorStub;
afterEach(() => vendor.close());

const answering = async (data: unknown) => {
  vendor = await startVendorStub((response) => ok(response, data));
  return vendor;
};

const issueRequest = {
  module: 1,
  clientUserId: '3EF5D065-76F8-4D3E-801A-B329D15F461A',
  firstName: 'DragonPass',
  lastName: 'DragonPass',
  expiresAt: '2028-12-31T23:59:59.000Z',
  visits: 1,
  requestId: REQUEST_ID,
} as const;

it('asks for a token with the documented names, and for no program', async () => {
  const { client, received } = await answering(HUBS_PAGE);
  await client().listHubs();
  expect(received[0]).toMatchObject({
    method: 'POST',
    url: '/api/v1/auth/token',
    body: { clientId: 'DragonPass', secret: 'dpSecretKey12345' },
  });
  expect(received[0]?.headers).not.toHaveProperty('x-program-id');
  expect(received[0]?.headers).not.toHaveProperty('authorization');
});

it('sends a read with token, program and a request id of its own, and no body', async () => {
  const { client, calls } = await answering(HUBS_PAGE);
  await client().listHubs();
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toMatchObject({
    method: 'GET',
    url: '/api/v1/transportHubs?pageSize=100&pageNumber=1',
    body: null,
    headers: { authorization: 'Bearer token-1', 'x-program-id': PROGRAM_ID, accept: 'application/json' },
  });
  expect(calls()[0]?.headers['x-request-id']).toMatch(UUID);
});

it('issues an E-pass with exactly the documented message of v1', async () => {
  const { client, calls } = await answering(E_PASS_V1);
  await client().issueEPass({ ...issueRequest, resourceIds: [] });
  expect(calls()[0]).toMatchObject({
    method: 'POST',
    url: '/api/v1/orders/lounges/ePasses',
    headers: { 'content-type': 'application/json', 'x-request-id': REQUEST_ID },
  });
  expect(calls()[0]?.body).toEqual({
    module: 1,
    clientUserId: '3EF5D065-76F8-4D3E-801A-B329D15F461A',
    extra: {
      firstName: 'DragonPass',
      lastName: 'DragonPass',
      expirationDate: '2028-12-31T23:59:59+00:00',
      availableUsages: 1,
      allowedResources: { resourceId: [] },
    },
  });
});

it('names the scope as v2 does, under its prefix', async () => {
  const { client, calls } = await answering(E_PASS_V2);
  await client({ version: 'v2' }).issueEPass({ ...issueRequest, module: 4, resourceIds: ['R00001'] });
  expect(calls()[0]).toMatchObject({
    url: '/api/v2/orders/coupons/ePasses',
    body: { extra: { allowedResources: { resourceIds: ['R00001'] } } },
  });
});

it('asks about a slot with the local time as it is, without an offset', async () => {
  const { client, calls } = await answering(AVAILABILITY);
  const question = { module: 1, resourceId: 'N00001', at: '2025-10-01T10:30', adults: 1, children: 0 } as const;
  const answer = await client().checkAvailability({ ...question, ePassId: '8888000066668888', requestId: REQUEST_ID });
  expect(calls()[0]).toMatchObject({
    method: 'POST',
    url: '/api/v1/resources/prebookings/availability',
    headers: { 'x-request-id': REQUEST_ID },
  });
  expect(calls()[0]?.body).toEqual({
    ePassId: '8888000066668888',
    module: 1,
    resourceId: 'N00001',
    prebookingDate: '2025-10-01T10:30',
    adultCount: 1,
    childCount: 0,
  });
  expect(answer).toEqual({
    available: true,
    prebookingToken: '85c69b8e790befc7e94870ec269c3f1d',
    validUntilMs: 1923263999000,
    price: { currency: 'USD', adultRate: '6.00', childRate: '6.00' },
  });
});

it('prebooks with the token and the personal data, and nothing the token already says', async () => {
  const { client, calls } = await answering(ORDER);
  const details = { firstName: 'DragonPass', email: 'developer@dragonpass.com', PASSPORT_NUMBER: 'X1' };
  const call = { ePassId: '1788000066668888', prebookingToken: 'abc', details, requestId: REQUEST_ID };
  await client().prebook({ module: 2, ...call });
  expect(calls()[0]).toMatchObject({ method: 'POST', url: '/api/v1/orders/fastTrack/ePasses/prebooking' });
  expect(calls()[0]?.body).toEqual({
    module: 2,
    ePassId: '1788000066668888',
    extra: { prebookingToken: 'abc', prebookingRequiredInfo: details },
  });
});

it('cancels with PATCH and status 3', async () => {
  const { client, calls } = await answering({ ...ORDER, status: 3 });
  await client().cancelOrder({ orderId: 'DP00000000000001', requestId: REQUEST_ID });
  expect(calls()[0]).toMatchObject({ method: 'PATCH', url: '/api/v1/orders' });
  expect(calls()[0]?.body).toEqual({ orderId: 'DP00000000000001', status: 3 });
});

it('does not take a yes for a cancellation when the order that comes with it is not cancelled', async () => {
  const { client } = await answering(ORDER);
  await expect(client().cancelOrder({ orderId: 'DP00000000000001', requestId: REQUEST_ID })).rejects.toMatchObject({
    kind: 'unexpected-reply',
    outcomeUnknown: true,
  });
});

it('looks for passes and orders with bodies, as ids do not belong into an address', async () => {
  const pass = await answering(E_PASS_V1);
  await pass.client().getEPass({ ePassId: '1788000066668888' });
  expect(pass.calls()[0]).toMatchObject({
    method: 'POST',
    url: '/api/v1/orders/ePasses/search',
    body: { ePassId: '1788000066668888' },
  });
  await pass.close();
  const order = await answering({ orders: [ORDER_ROW] });
  await order.client().listOrders({ ePassId: '1788000066668888' });
  expect(order.calls()[0]).toMatchObject({
    method: 'POST',
    url: '/api/v1/orders/ePasses',
    body: { ePassId: '1788000066668888', pageSize: 100, pageNumber: 1 },
  });
});

it('refuses an answer about another pass or order than the one asked about', async () => {
  const pass = await answering(E_PASS_V1);
  await expect(pass.client().getEPass({ ePassId: '1788000000000000' })).rejects.toMatchObject({
    kind: 'unexpected-reply',
  });
  await pass.close();
  const order = await answering(ORDER);
  await expect(order.client().getOrder({ orderId: 'DP00000000000002' })).rejects.toMatchObject({
    kind: 'unexpected-reply',
  });
});

it('asks v1 once for all modules of a hub, and v2 once for each', async () => {
  const one = await answering({ pagination: { totalNumber: 0 }, resources: [] });
  await one.client().listResources('A00001');
  expect(one.calls().map((call) => call.url)).toEqual([
    '/api/v1/transportHubs/A00001/resources?pageSize=100&pageNumber=1',
  ]);
  await one.close();
  const four = await answering({ pagination: { totalNumber: 0 }, resources: { transportHubResources: null } });
  await four.client({ version: 'v2' }).listResources('A00001');
  const asked = four.calls().map((call) => call.url);
  expect(asked.sort()).toEqual(
    [1, 2, 3, 4].map((module) => `/api/v2/resources?pageSize=100&pageNumber=1&transportHubId=A00001&module=${module}`),
  );
});

it('reads places from a flat list and from a grouped one alike', async () => {
  const grouped = await answering(RESOURCES_PAGE_V2);
  const fromGroup = await grouped.client().listResources('A00001', 1);
  await grouped.close();
  const flat = await answering({ ...RESOURCES_PAGE_V2, resources: RESOURCES_PAGE_V2.resources.transportHubResources });
  expect(await flat.client().listResources('A00001', 1)).toEqual(fromGroup);
  expect(fromGroup).toHaveLength(1);
});

it('keeps an id with strange characters inside its part of the path', async () => {
  const { client, calls } = await answering(RESOURCE_DETAILS);
  await expect(client().getResource('../orders?x=1')).rejects.toMatchObject({ kind: 'unexpected-reply' });
  expect(calls()[0]?.url).toBe('/api/v1/resources/..%2Forders%3Fx%3D1');
});
