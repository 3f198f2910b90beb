import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { DragonPassError } from './errors';
import { ORDER } from './samples/messages';
import { book, E_PASS_ID, REQUEST_ID, refused } from './samples/mishaps';
import { json, ok, type Reply, startVendorStub, type VendorStub } from './samples/vendor-stub';

let vendor: VendorStub;
afterEach(() => vendor.close());

const answering = async (reply: Reply) => {
  vendor = await startVendorStub(reply);
  return vendor;
};

describe('what is told to the log', () => {
  const SECRETS = [
    E_PASS_ID,
    'secret-token',
    'ada@example.com',
    'dpSecretKey12345',
    'token-1',
    '668800008888',
    'DP0000',
  ];

  it('carries operation, time, status, attempt and request id, and nothing about anybody', async () => {
    const { client, events } = await answering((response, received, index) =>
      index === 0 && received.method === 'PATCH' ? refused(response, received, index) : ok(response, ORDER),
    );
    const dragonpass = client();
    await book(dragonpass);
    await dragonpass
      .cancelOrder({ orderId: 'DP00000000000001', requestId: REQUEST_ID })
      .catch((error: unknown) => error);
    const shared = { event: 'call', attempt: 1, ms: expect.any(Number), requestId: REQUEST_ID };
    expect(events).toContainEqual({ ...shared, operation: 'prebook', status: 200, result: 'ok', vendorCode: 0 });
    expect(events).toContainEqual({
      ...shared,
      operation: 'cancel',
      status: 409,
      result: 'rejected',
      vendorCode: 40910,
    });
    for (const secret of SECRETS) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('finds nothing about anybody in an error either, however it is printed', async () => {
    const personal = `Pass ${E_PASS_ID} of ada@example.com`;
    const replies: Reply[] = [
      (response) => json(response, 409, { code: 40910, message: personal }),
      (response) => response.writeHead(200).end(personal),
      (response) => ok(response, { ...ORDER, orderId: [personal], ePassId: E_PASS_ID }),
    ];
    for (const reply of replies) {
      const { client, close } = await answering(reply);
      const error = await book(client()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DragonPassError);
      const printed = inspect(error, { depth: 10 }) + JSON.stringify(error) + String(error);
      for (const secret of SECRETS) expect(printed).not.toContain(secret);
      await close();
    }
  });

  it('names a value it has no word for once, however often it comes', async () => {
    const { client, events } = await answering((response) => ok(response, { ...ORDER, status: 5 }));
    const dragonpass = client();
    for (let round = 0; round < 3; round += 1) {
      expect(await dragonpass.getOrder({ orderId: ORDER.orderId })).toMatchObject({ status: 'unknown' });
    }
    expect(events.filter((event) => event.event === 'unknown-value')).toEqual([
      { event: 'unknown-value', field: 'order.status', value: '5' },
    ]);
  });
});
