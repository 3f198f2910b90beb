import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '@/lib/server/log';
import { followWallets } from '@/lib/server/wallet/follow';
import { traveller } from '@/lib/testing/journey';
import { type Held, newPhone } from '@/lib/testing/phone';
import { openWalletApp, type WalletApp } from '@/lib/testing/wallet-app';
import { POST as postLog } from './wallet/apple/v1/log/route';

let app: WalletApp;
beforeAll(async () => {
  app = await openWalletApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const phone = () => newPhone(app.authority.wwdrCertificate);

async function saved() {
  const { as, pass } = await traveller();
  const device = phone();
  const [held] = await device.add(as, { passId: pass.passId });
  if (!held) throw new Error('nothing was added');
  return { as, pass, device, held };
}

async function codeOf(answer: Response): Promise<unknown> {
  return (await answer.json()).error?.code;
}

describe('a pass in Apple’s wallet', () => {
  it('says where it is asked for and with which token, and neither names the traveller or the code', async () => {
    const { as, pass, device, held } = await saved();
    const { webServiceURL, authenticationToken = '', serialNumber } = held.json;
    expect(webServiceURL).toBe('https://localhost:3000/api/wallet/apple');
    expect(authenticationToken.length).toBeGreaterThanOrEqual(32);
    expect(serialNumber).toBe(pass.passId);
    for (const secret of [pass.code ?? '-', as.clientUserId])
      expect(authenticationToken + webServiceURL).not.toContain(secret);
    const [again] = await device.add(as, { passId: pass.passId });
    expect(again?.json.authenticationToken).toBe(authenticationToken);
  });

  it('is registered once by a phone, however often it asks, and no more once it is removed', async () => {
    const { device, held } = await saved();
    expect((await device.register(held)).status).toBe(201);
    expect((await device.register(held)).status).toBe(200);
    expect(await device.changed(held)).toMatchObject({ serialNumbers: [held.json.serialNumber] });
    expect((await device.remove(held)).status).toBe(200);
    expect(await device.changed(held)).toBeNull();
    expect((await device.remove(held)).status).toBe(200);
    expect((await device.register(held)).status).toBe(201);
  });

  it('is told of to nobody without its own token, and a card that does not exist looks the same', async () => {
    const { device, held } = await saved();
    const { held: other } = await saved();
    const wrong = [null, '', 'ApplePass', 'ApplePass wrong', `Bearer ${held.json.authenticationToken}`];
    const tries = [
      ...wrong.map((authorization) => ({ authorization })),
      { authorization: `ApplePass ${other.json.authenticationToken}` },
      { serialNumber: `ps_${'0'.repeat(22)}` },
      { serialNumber: other.json.serialNumber },
    ];
    for (const changes of tries) {
      for (const ask of [device.register, device.remove, device.ask]) {
        const answer = await ask(held, changes);
        expect({ status: answer.status, code: await codeOf(answer) }).toEqual({ status: 401, code: 'not_signed_in' });
      }
    }
    expect(await device.changed(held)).toBeNull();
  });

  it('is no card of another brand, nor one of another type of pass', async () => {
    const { device, held } = await saved();
    const elsewhere = await device.ask(held, { host: 'meridian.localhost:3000' });
    expect(elsewhere.status).toBe(404);
    const otherType: Held = { ...held, json: { ...held.json, passTypeIdentifier: 'pass.com.example.other' } };
    expect((await device.ask(otherType)).status).toBe(404);
  });

  it.each(['', 'not hex', '../x', 'a'.repeat(201), 7, null])('takes no push token like %j', async (pushToken) => {
    const { device, held } = await saved();
    const answer = await device.register(held, { pushToken: pushToken === null ? {} : pushToken });
    expect(await codeOf(answer)).toBe('invalid_request');
    expect(await device.changed(held)).toBeNull();
  });

  it('is named as changed since a phone’s last question only when it has changed', async () => {
    const { device, held } = await saved();
    await device.register(held);
    await app.advance(60_000);
    const first = await device.changed(held);
    expect(first?.serialNumbers).toEqual([held.json.serialNumber]);
    expect(await device.changed(held, first?.lastUpdated)).toBeNull();
    expect(await device.changed(held, 'garbage')).toEqual(first);
    expect(await phone().changed(held)).toBeNull();
  });

  it('is given anew only when it has changed', async () => {
    const { device, held } = await saved();
    const latest = await device.refresh(held);
    expect(latest.json).toEqual(held.json);
    expect(Date.parse(latest.modified ?? '')).not.toBeNaN();
    const answer = await device.ask(latest);
    expect(answer.status).toBe(304);
    expect(answer.headers.get('last-modified')).toBe(latest.modified);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('cannot be asked for without end, by whoever holds it', async () => {
    const { device, held } = await saved();
    const { modified } = await device.refresh(held);
    const asked = await Promise.all(Array.from({ length: 90 }, () => device.ask({ ...held, modified })));
    const statuses = new Set(asked.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([304, 429]);
  });

  it('is followed on a bounded number of devices, those that came last', async () => {
    const { held } = await saved();
    const devices = Array.from({ length: 22 }, phone);
    for (const device of devices) {
      await app.advance(1_000);
      expect((await device.register(held)).status).toBe(201);
    }
    const known = await Promise.all(devices.map(async (device) => (await device.changed(held)) !== null));
    expect(known).toEqual([false, false, ...Array.from({ length: 20 }, () => true)]);
  });
});

describe('what phones complain about', () => {
  it('is written down without ids, tokens and addresses, and only so much of it', async () => {
    const { device, held } = await saved();
    const warn = vi.spyOn(logger(), 'warn').mockImplementation(() => undefined);
    try {
      const { authenticationToken, webServiceURL, serialNumber } = held.json;
      const line = `Register task (for device ${device.deviceId}, pass type pass.com.example.lounge, serial number ${serialNumber}; with web service url ${webServiceURL}) with ApplePass ${authenticationToken} and ${device.pushToken} encountered error: bad status`;
      const request = new Request(`${webServiceURL}/v1/log`, {
        method: 'POST',
        headers: { host: 'localhost:3000' },
        body: JSON.stringify({ logs: Array.from({ length: 20 }, () => line) }),
      });
      expect((await postLog(request, { params: Promise.resolve({}) })).status).toBe(200);
      expect(warn).toHaveBeenCalledOnce();
      const written = JSON.stringify(warn.mock.calls);
      expect(written).toContain('Register task (for device …');
      expect(written.length).toBeLessThan(4_000);
      for (const secret of [device.deviceId, device.pushToken, serialNumber, authenticationToken ?? '-', 'https:']) {
        expect(written).not.toContain(secret);
      }
    } finally {
      warn.mockRestore();
    }
  });

  it('in something that is no list of lines is refused', async () => {
    const request = new Request('https://localhost:3000/api/wallet/apple/v1/log', {
      method: 'POST',
      headers: { host: 'localhost:3000' },
      body: JSON.stringify({ logs: 'text' }),
    });
    expect(await codeOf(await postLog(request, { params: Promise.resolve({}) }))).toBe('invalid_request');
  });
});

describe('what our own lines say of phones', () => {
  it('is neither a token nor an id', async () => {
    const { device, held } = await saved();
    const info = vi.spyOn(logger(), 'info').mockImplementation(() => undefined);
    const warn = vi.spyOn(logger(), 'warn').mockImplementation(() => undefined);
    try {
      await device.register(held);
      await device.changed(held);
      await device.refresh(held);
      app.apple.answer({ status: 503 });
      await followWallets();
      await device.remove(held, { authorization: 'ApplePass wrong' });
      const written = JSON.stringify([...info.mock.calls, ...warn.mock.calls]);
      expect(written).toContain('/devices/[deviceId]/registrations/[passTypeId]/[serialNumber]');
      const { authenticationToken = '-', serialNumber } = held.json;
      for (const secret of [device.deviceId, device.pushToken, serialNumber, authenticationToken]) {
        expect(written).not.toContain(secret);
      }
    } finally {
      info.mockRestore();
      warn.mockRestore();
    }
  });
});
