import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SandboxControl } from './control';
import { sandboxControl } from './control-client';
import { openSandbox, START_MS, type TestSandbox } from './test-client';

let box: TestSandbox;
let remote: SandboxControl;
beforeAll(async () => {
  box = await openSandbox();
  remote = sandboxControl(box.sandbox.controlUrl);
});
afterAll(() => box.close());

it('does over HTTP what the control does in the process', async () => {
  await remote.reset();
  const { ePassId } = await box.issue({ user: 'somebody else' });
  const order = await remote.redeem({ ePassId, resourceId: 'N00001' });
  expect(await remote.orders('somebody else')).toEqual(await box.control.orders());
  expect(await remote.orders('nobody')).toEqual([]);
  expect((await remote.passes('somebody else'))[0]?.usedUsages).toBe(1);
  expect((await remote.reverse(order.orderId)).status).toBe(3);
  expect((await remote.setClock({ now: '2027-01-01T00:00:00Z' })).now).toBe('2027-01-01T00:00:00.000Z');
  await remote.addFault({ operation: 'cancel', mode: 'stall' });
  await remote.patchResource('N00001', { resourceName: 'Renamed' });
  expect(await remote.state()).toEqual(await box.control.state());
  expect((await remote.state()).faults).toHaveLength(1);
  expect((await box.get('/v1/resources/N00001')).at('resourceName')).toBe('Renamed');
  await remote.clearFaults();
  expect((await remote.setClock(null)).now).toBe(new Date(START_MS).toISOString());
  await remote.resetCalls();
  expect((await remote.calls()).total).toBe(0);
  await remote.reset();
  expect((await remote.state()).counts).toMatchObject({ passes: 0, orders: 0, hubs: 540 });
});

it('tells what is wrong with a control request', async () => {
  await expect(remote.redeem({})).rejects.toThrow(/400.*exactly one/s);
  await expect(remote.confirm('DP99999999999999')).rejects.toThrow(/404/);
  await expect(remote.patchResource('N00001', { slotCapacity: 1.5 })).rejects.toThrow(/400/);
});

it('keeps the token clock apart from the set one, so that a client can always sign in', async () => {
  await remote.setClock({ now: '2030-01-01T00:00:00Z' });
  const { clientId, clientSecret } = box.sandbox.credentials;
  const token = (await box.post('/v1/auth/token', { clientId, secret: clientSecret })).text('token');
  expect((await box.get('/v1/transportHubs', { headers: { Authorization: `Bearer ${token}` } })).status).toBe(200);
  await remote.reset();
});

it('turns away pages of other origins and names that only point at loopback', async () => {
  const from = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${box.sandbox.controlUrl}/state`, { headers }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      })
        .once('error', reject)
        .end();
    });
  expect(await from({})).toBe(200);
  expect(await from({ Origin: 'https://example.com' })).toBe(403);
  expect(await from({ Host: 'rebound.example.com' })).toBe(403);
});

it('takes RS256 tokens signed with the registered key', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const other = await openSandbox({ credentials: { publicKey: await exportSPKI(publicKey) } });
  const sign = (key: typeof privateKey) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(other.sandbox.credentials.issuer)
      .setExpirationTime(START_MS / 1000 + 600)
      .sign(key);
  const ask = async (token: string) =>
    (await other.get('/v2/transportHubs', { headers: { Authorization: `Bearer ${token}` } })).status;
  expect(await ask(await sign(privateKey))).toBe(200);
  expect(await ask(await sign((await generateKeyPair('RS256')).privateKey))).toBe(401);
  await other.close();
});

it('sends a used and a reversed order to the webhook in the numbering of v1', async () => {
  const messages: unknown[] = [];
  const listener = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    messages.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end('{"status":"success"}');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
  const other = await openSandbox({ webhookUrl });
  const { ePassId } = await other.issue();
  const order = await other.control.redeem({ ePassId, resourceId: 'N00129', adults: 2 });
  await expect.poll(() => messages.length).toBe(1);
  await other.control.reverse(order.orderId);
  await expect.poll(() => messages.length).toBe(2);
  expect(messages[0]).toEqual({
    orderId: order.orderId,
    programId: order.programId,
    membershipId: ePassId,
    module: 1,
    category: 1,
    status: 1,
    orderCreatedDate: '2026-11-22T12:00:00+00:00',
    usageDate: '2026-11-22T12:00:00',
    orderCancelledDate: '',
    transportHubId: 'A10045',
    transportHubName: 'Gatwick Airport',
    resourceId: 'N00129',
    resourceName: 'No1 Gatwick North',
    passengers: { cardholder: 1, guests: 1 },
  });
  expect(messages[1]).toMatchObject({ status: 2, orderCancelledDate: '2026-11-22T12:00:00+00:00' });
  await other.close();
  await new Promise((resolve) => listener.close(resolve));
});
