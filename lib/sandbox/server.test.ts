import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandbox, START_MS, type TestSandbox } from './test-client';

let box: TestSandbox;
beforeAll(async () => {
  box = await openSandbox();
});
afterAll(() => box.close());

const secondsFromNow = (seconds: number) => Math.floor(START_MS / 1000) + seconds;
const sign = (secret: string, issuer: string, exp: number) =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(secret));
const withToken = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

describe('who may call', () => {
  it('refuses a wrong secret with 401 and a body without it with 400', async () => {
    const wrong = await box.post('/v1/auth/token', { clientId: 'sandbox-client', secret: 'no' });
    expect([wrong.status, wrong.code]).toEqual([401, 40100]);
    expect((await box.post('/v1/auth/token', {})).code).toBe(40000);
  });

  it('gives tokens that expire after one hour', async () => {
    const { clientId, clientSecret, programId } = box.sandbox.credentials;
    let nowMs = START_MS;
    const other = await openSandbox({ nowMs: () => nowMs });
    const token = (await other.post('/v2/auth/token', { clientId, secret: clientSecret })).text('token');
    const ask = () =>
      other.get('/v1/transportHubs', { headers: { Authorization: `Bearer ${token}`, 'X-Program-ID': programId } });
    nowMs += 3_599_000;
    expect((await ask()).status).toBe(200);
    nowMs += 2_000;
    expect((await ask()).code).toBe(40100);
    await other.close();
  });

  it('takes a token a client signed itself, for an hour at most, by issuer and secret', async () => {
    const { issuer, secretKey } = box.sandbox.credentials;
    const ask = async (token: string) => (await box.get('/v1/transportHubs', withToken(token))).status;
    expect(await ask(await sign(secretKey, issuer, secondsFromNow(3_600)))).toBe(200);
    expect(await ask(await sign(secretKey, issuer, secondsFromNow(7_200)))).toBe(401);
    expect(await ask(await sign(secretKey, issuer, secondsFromNow(-1)))).toBe(401);
    expect(await ask(await sign(secretKey, 'someone', secondsFromNow(60)))).toBe(401);
    expect(await ask(await sign('another secret, just as long as that', issuer, secondsFromNow(60)))).toBe(401);
    expect(await ask('garbage')).toBe(401);
  });

  it('refuses a missing or foreign program with 403 and lets every sandbox program in', async () => {
    const ask = async (programId: string) =>
      (await box.get('/v1/transportHubs', { headers: { 'X-Program-ID': programId } })).status;
    expect(await ask('')).toBe(403);
    expect(await ask('1888000000000001')).toBe(403);
    expect(await ask('sandbox-meridian')).toBe(200);
  });

  it('wants a UUID as X-Request-ID on writes', async () => {
    const reply = await box.post('/v1/orders/lounges/ePasses', {}, { requestId: 'once' });
    expect([reply.status, reply.code]).toEqual([400, 40000]);
  });
});

describe('hubs and resources', () => {
  it('gives pages of ten, at most a hundred, and an empty one past the end', async () => {
    const first = await box.get('/v1/transportHubs');
    expect(first.at('pagination')).toEqual({ pageSize: 10, pageNumber: 1, totalNumber: 540 });
    expect((await box.get('/v1/transportHubs?pageSize=100&pageNumber=7')).at('transportHubs')).toEqual([]);
    for (const query of ['pageSize=101', 'pageSize=0', 'pageNumber=0', 'pageSize=ten']) {
      expect((await box.get(`/v1/transportHubs?${query}`)).code, query).toBe(40000);
    }
  });

  it('walks all hubs without a gap or a double', async () => {
    const ids = new Set<string>();
    for (let page = 1; page <= 6; page += 1) {
      const reply = await box.get(`/v2/transportHubs?pageSize=100&pageNumber=${page}`);
      for (let row = 0; row < 100; row += 1) {
        const id = reply.at('transportHubs', row, 'transportHubId');
        if (typeof id === 'string') ids.add(id);
      }
    }
    expect(ids.size).toBe(540);
  });

  it('tells positions as strings, echoes the language, and has the hubs of the samples', async () => {
    const hub = await box.get('/v1/transportHubs?iata=man&language=en-US');
    expect(hub.at('language')).toBe('en-US');
    expect(hub.at('transportHubs', 0)).toMatchObject({ transportHubId: 'A00001', type: 1, latitude: '53.3537' });
    const details = await box.get('/v1/transportHubs/A10045');
    expect(details.text('iata')).toBe('LGW');
    expect(details.at('imagesList', 0)).toEqual({ url: `${box.sandbox.url}/images/A10045.svg?view=1`, order: 1 });
    expect((await box.get('/v1/transportHubs/A99999')).code).toBe(40400);
  });

  it('lists what has a translation, some of it in part, and tells details in English where it may fall back', async () => {
    const total = async (path: string) => Number((await box.get(path)).at('pagination', 'totalNumber'));
    const all = await total('/v2/resources?pageSize=1');
    for (const language of ['de-DE', 'zh-CN']) {
      const translated = await total(`/v2/resources?pageSize=1&language=${language}`);
      expect(translated / all).toBeGreaterThan(0.7);
      expect(translated / all).toBeLessThan(0.9);
    }
    expect(await total('/v2/transportHubs?language=ja-JP')).toBe(0);
    expect((await box.get('/v2/transportHubs?language=xx')).code).toBe(40000);
    expect((await box.get('/v2/resources/N00001?language=ja-JP')).code).toBe(40400);
    const english = await box.get('/v2/resources/N00001?language=ja-JP&fallbackAllowed=true');
    expect(english.text('resourceId')).toBe('N00001');
  });

  it('lists the places of a hub flat in v1 and by kind in v2, one module at a time', async () => {
    const v1 = await box.get('/v1/transportHubs/A00001/resources?pageSize=100');
    const v2 = await box.get('/v2/resources?transportHubId=A00001&pageSize=100');
    expect(v1.at('pagination', 'totalNumber')).toBe(6);
    expect(v1.at('resources', 0, 'resourceId')).toBe('N00001');
    expect(v2.at('resources', 'transportHubResources', 0, 'resourceId')).toBe('N00001');
    expect(v2.at('resources', 'transportHubResources', 0, 'locationInfo', 'coordinates')).toBe('53.3537,-2.2749');
    expect((await box.get('/v2/resources?transportHubId=A00001&module=1,2')).code).toBe(40000);
    expect((await box.get('/v2/resources?transportHubId=A00001&latitude=1&longitude=1&radius=5')).code).toBe(40000);
    expect(
      (await box.get('/v2/resources?latitude=53.3&longitude=-2.2&radius=20&module=2&module=1')).at(
        'pagination',
        'totalNumber',
      ),
    ).toBe(4);
  });

  it('has the places of the samples, each of its module', async () => {
    const samples = { N00001: 1, N00012: 1, N00129: 1, C10826: 2, R00001: 3, R00002: 4 };
    for (const [id, module] of Object.entries(samples)) {
      expect((await box.get(`/v1/resources/${id}`)).at('module'), id).toBe(module);
    }
  });

  it('tells required information and cancellation in every shape the sources leave open', async () => {
    const plain = await box.get('/v1/resources/N00001');
    expect(plain.at('prebookingPolicy')).toMatchObject({
      prebookingRequiredInfo: { email: true, phoneNumber: false },
      cancellationPolicy: { cancellable: true, freeCancellationHours: 24 },
    });
    const coded = await box.get('/v1/resources/N00204');
    expect(coded.at('prebookingRequiredInfo')).toContain('PASSPORT_NUMBER');
    expect(coded.at('prebookingPolicy', 'cancellationPolicy')).toBe('24 hours before');
    expect((await box.get('/v1/resources/N00201')).at('prebookingPolicy', 'cancellationPolicy')).toEqual({
      cancellable: false,
    });
    expect((await box.get('/v1/resources/N00202')).at('prebookingPolicy', 'cancellationPolicy')).toBe('See venue');
    expect((await box.get('/v1/resources/N00203')).at('prebookingPolicy', 'cancellationPolicy')).toBeUndefined();
    const odd = await box.get('/v1/resources/N00205');
    expect([odd.at('prebookingPolicy', 'maxPassengerPerOrder'), odd.at('extra', 'loungeInfo', 'terminal')]).toEqual([
      0,
      undefined,
    ]);
    expect(typeof odd.at('businessHours')).toBe('string');
  });

  it('tells the holidays of the coming year by the calendar of the place, or in words', async () => {
    const holidays = async (id: string) => (await box.get(`/v1/resources/${id}`)).at('businessHoursExceptions');
    expect(await holidays('N00204')).toEqual([
      { date: '2026-12-25', closed: true },
      { date: '2026-12-31', openTime: '06:00', closeTime: '14:00' },
    ]);
    await box.control.setClock({ now: '2026-12-27T12:00:00Z' });
    expect(await holidays('N00204')).toEqual([
      { date: '2026-12-31', openTime: '06:00', closeTime: '14:00' },
      { date: '2027-12-25', closed: true },
    ]);
    expect(await holidays('N00202')).toMatch(/^Closed on public holidays/);
    expect(await holidays('N00001')).toBeUndefined();
    await box.control.reset();
  });

  it('names a patched place among the updates since then, and drops a removed one', async () => {
    await box.control.patchResource('N00002', { resourceName: 'Northlight Rooms' });
    await box.control.patchResource('N00003', { removed: true });
    const since = await box.get('/v1/resources/updates?lastUpdatedDate=2026-11-22T11:59:59%2B00:00');
    expect([since.at('resources', 0, 'resourceId'), since.at('resources', 1, 'resourceId')]).toEqual([
      'N00002',
      'N00003',
    ]);
    expect(since.at('pagination', 'totalNumber')).toBe(2);
    expect((await box.get('/v1/resources/N00002')).at('resourceName')).toBe('Northlight Rooms');
    expect((await box.get('/v1/resources/N00003')).code).toBe(40400);
    expect((await box.get('/v2/resources/updates')).code).toBe(40400);
    await box.control.reset();
    expect((await box.get('/v1/resources/N00003')).status).toBe(200);
  });

  it('draws the same picture for the same address', async () => {
    const draw = async () => (await fetch(`${box.sandbox.url}/images/C10826.svg?view=1`)).text();
    const picture = await draw();
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/);
    expect(await draw()).toBe(picture);
    expect((await fetch(`${box.sandbox.url}/images/Z00000.svg`)).status).toBe(404);
  });
});
