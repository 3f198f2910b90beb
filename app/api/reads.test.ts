import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorBodySchema } from '@/lib/contract/errors';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { get, newTraveller, openTestApp, post, type Reply, TEST_ORIGIN, type TestApp } from '@/lib/testing/app';
import { GET as liveness } from './health/live/route';
import { GET as readiness } from './health/ready/route';
import { GET as listResources } from './hubs/[hub]/resources/route';
import { GET as getHub } from './hubs/[hub]/route';
import { GET as hubsNear } from './hubs/near/route';
import { GET as searchHubs } from './hubs/route';
import { GET as getImage } from './images/[...path]/route';
import { GET as listOffers } from './offers/route';
import { GET as getResource } from './resources/[resourceId]/route';
import { GET as getTimes } from './resources/[resourceId]/times/route';
import { GET as getSession } from './session/route';
import { POST as signOut } from './session/sign-out/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const errorOf = (reply: Reply) => errorBodySchema.parse(reply.body).error;

describe('GET /api/hubs', () => {
  it('finds a hub, best first, with what it offers', async () => {
    const { status, body } = await get(searchHubs, { query: '?q=man&limit=3' });
    expect(status).toBe(200);
    expect(body.hubs).toHaveLength(3);
    expect(body).toMatchObject({
      hubs: [
        { hub: 'MAN', city: 'Manchester', country: 'United Kingdom', type: 'airport', modules: [1, 2, 3, 4] },
        {},
        {},
      ],
    });
  });

  it.each(['?limit=0', '?limit=51', '?limit=many'])('refuses %s', async (query) => {
    expect(errorOf(await get(searchHubs, { query }))).toMatchObject({
      code: 'invalid_request',
      fields: { limit: expect.any(String) },
    });
  });

  it('answers odd queries with nothing, not with an error', async () => {
    for (const q of ['🛫', 'x'.repeat(500), '%00', '../../etc']) {
      expect((await get(searchHubs, { query: `?q=${encodeURIComponent(q)}` })).status, q).toBe(200);
    }
  });

  it('answers while the vendor is down, and asks it nothing', async () => {
    await app.control.addFault({ operation: '*', mode: 'fail', times: 100 });
    await app.control.resetCalls();
    expect((await get(searchHubs, { query: '?q=manchester' })).body).toMatchObject({ hubs: [{ hub: 'MAN' }, {}] });
    expect((await app.control.calls()).total).toBe(0);
  });
});

describe('GET /api/hubs/near', () => {
  it('tells the nearest hub with a service first, with its distance', async () => {
    const { body } = await get(hubsNear, { query: '?lat=53.48&lon=-2.24&limit=2' });
    expect(body).toMatchObject({ total: 2, hubs: [{ hub: 'MAN', distanceKm: expect.any(Number) }, {}] });
  });

  it('refuses places that are not on Earth', async () => {
    const { fields } = errorOf(await get(hubsNear, { query: '?lat=91&lon=abc' }));
    expect(Object.keys(fields ?? {}).sort()).toEqual(['lat', 'lon']);
    const empty = errorOf(await get(hubsNear, { query: '?lat=&lon=%20' }));
    expect(Object.keys(empty.fields ?? {}).sort()).toEqual(['lat', 'lon']);
  });
});

describe('GET /api/hubs/[hub]', () => {
  it('knows the zone and the place of a hub, whatever the case of its code', async () => {
    expect((await get(getHub, { params: { hub: 'man' } })).body).toMatchObject({
      hub: 'MAN',
      timeZone: 'Europe/London',
      latitude: expect.any(Number),
      images: expect.arrayContaining([expect.stringMatching(/^\/api\/images\/A00001\.svg/)]),
    });
  });

  it('answers 404 for a hub nobody knows, and 400 for what is no code', async () => {
    expect(errorOf(await get(getHub, { params: { hub: 'QQQ' } })).code).toBe('not_found');
    expect(errorOf(await get(getHub, { params: { hub: '<script>' } })).code).toBe('invalid_request');
  });
});

describe('GET /api/hubs/[hub]/resources', () => {
  it('tells what works at each place, with hours by its own clock', async () => {
    const { body } = await get(listResources, { params: { hub: 'MAN' } });
    expect(body.resources).toHaveLength(6);
    expect(body.resources).toContainEqual(
      expect.objectContaining({
        resourceId: 'N00001',
        prebookable: true,
        walkIn: true,
        open: { state: 'open', until: '2026-11-22T22:00:00+00:00' },
      }),
    );
    expect(body.resources).toContainEqual(expect.objectContaining({ resourceId: 'C00001', walkIn: false }));
  });

  it('filters by module and refuses one that does not exist', async () => {
    const lanes = await get(listResources, { params: { hub: 'MAN' }, query: '?module=2' });
    expect(lanes.body.resources).toMatchObject([{ resourceId: 'C00001' }]);
    expect((await get(listResources, { params: { hub: 'MAN' }, query: '?module=9' })).status).toBe(400);
    expect((await get(listResources, { params: { hub: 'QQQ' } })).status).toBe(404);
  });
});

describe('GET /api/resources/[resourceId]', () => {
  it('tells facts, hours, policy and what a booking needs', async () => {
    expect((await get(getResource, { params: { resourceId: 'N00001' } })).body).toMatchObject({
      hub: 'MAN',
      timeZone: 'Europe/London',
      maxParty: 6,
      requiredInfo: { email: 'required', phoneNumber: 'not-asked' },
      cancellation: { kind: 'free-until', hoursBefore: 24 },
      hours: { kind: 'weekly' },
    });
  });

  it('tells entry rules with the words they were read from, and dates with other hours', async () => {
    const { body } = await get(getResource, { params: { resourceId: SAMPLE_RESOURCES.everyRule } });
    expect(body.entry).toMatchObject({ maxStay: { minutes: 180, words: 'Maximum stay 3 hours.' }, adultsOnly: null });
    expect(body.hours).toMatchObject({ exceptions: expect.arrayContaining([expect.objectContaining({ spans: [] })]) });
    const silent = await get(getResource, { params: { resourceId: SAMPLE_RESOURCES.noRules } });
    expect(silent.body.entry).toEqual(NO_ENTRY_RULES);
  });

  it('says that a policy nobody can read is unknown', async () => {
    const { body } = await get(getResource, { params: { resourceId: SAMPLE_RESOURCES.unreadablePolicy } });
    expect(body.cancellation).toEqual({ kind: 'unknown', hoursBefore: null });
  });

  it('answers 404 for a place nobody knows', async () => {
    expect((await get(getResource, { params: { resourceId: 'N99999' } })).status).toBe(404);
  });

  it('shows a place whose details the vendor will not tell now, claiming nothing', async () => {
    const place = app.runtime
      .catalogs()[0]
      ?.resourcesOf('AMS')
      .find((resource) => resource.details === null);
    await app.control.addFault({ operation: 'resources.get', mode: 'garbage', times: 3 });
    const reply = await get(getResource, { params: { resourceId: place?.resourceId ?? '' } });
    expect(reply).toMatchObject({ status: 200, body: { prebookable: false, open: { state: 'unknown' } } });
  });
});

describe('GET /api/resources/[resourceId]/times', () => {
  const times = (resourceId: string, date: string) => get(getTimes, { params: { resourceId }, query: `?date=${date}` });

  it('offers the grid within opening hours, in the place’s zone', async () => {
    const { body } = await times('N00001', '2026-11-25');
    expect(body).toMatchObject({ timeZone: 'Europe/London', firstDate: '2026-11-22', lastDate: '2027-01-21' });
    expect(body.times).toHaveLength(34);
    expect(body.times).toMatchObject([
      { at: '2026-11-25T05:00', startsAt: '2026-11-25T05:00:00+00:00' },
      ...Array(33).fill({}),
    ]);
  });

  it('offers nothing where no bookings are taken, or beyond the horizon', async () => {
    expect((await times(SAMPLE_RESOURCES.walkInOnlyLounge, '2026-11-25')).body.times).toEqual([]);
    expect((await times('N00001', '2027-06-01')).body.times).toEqual([]);
  });

  it.each(['2026-02-30', 'tomorrow', ''])('refuses the day "%s"', async (date) => {
    expect(errorOf(await times('N00001', date)).fields).toHaveProperty('date');
  });

  it.each([
    ['down', { mode: 'fail', status: 503 } as const],
    ['talking nonsense', { mode: 'garbage' } as const],
  ])('is our failure when the vendor is %s and the place was never read', async (_, fault) => {
    const places = app.runtime.catalogs()[0]?.resourcesOf('MAD') ?? [];
    const place = places.find((resource) => resource.details === null);
    await app.control.addFault({ operation: 'resources.get', times: 10, ...fault });
    const reply = await times(place?.resourceId ?? '', '2026-11-25');
    expect(errorOf(reply).code).toBe('vendor_unavailable');
    expect(reply.headers.get('retry-after')).toBe('5');
  });
});

describe('GET /api/offers', () => {
  it('are public, and count down for a traveller', async () => {
    const { body } = await get(listOffers);
    expect(body.offers).toContainEqual(expect.objectContaining({ offerId: 'lounge-pair', visits: 2, left: null }));
    const own = await get(listOffers, { as: newTraveller() });
    expect(own.body.offers).toContainEqual(expect.objectContaining({ offerId: 'lounge-pair', left: 2 }));
  });
});

describe('the session', () => {
  it('is told without anything that is not the traveller’s to see', async () => {
    const as = newTraveller();
    expect((await get(getSession, { as })).body).toEqual({
      signedIn: true,
      brand: { id: 'layover', name: expect.any(String) },
      traveller: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', locale: null },
    });
    expect((await get(getSession)).body).toMatchObject({ signedIn: false, traveller: null });
  });

  it('ends at sign-out, also for a plain form, and not for another site', async () => {
    const reply = await post(signOut, { as: newTraveller() });
    expect(reply.body).toEqual({ signedIn: false });
    expect(reply.headers.get('set-cookie')).toMatch(/^layover-session=; .*Max-Age=0/);
    const page = await post(signOut, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/']);
    expect((await post(signOut, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });
});

describe('pictures', () => {
  const picture = (...path: string[]) =>
    getImage(new Request(`${TEST_ORIGIN}/api/images/${path.join('/')}?view=2`), { params: Promise.resolve({ path }) });

  it('of the sandbox are passed on, and can do nothing but be looked at', async () => {
    const response = await picture('N00001.svg');
    expect(await response.text()).toContain('<svg');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it.each([[['..', '_control', 'state']], [['N99999.svg']], [['a%2f..%2f_control']]])(
    '%j are not there',
    async (path) => {
      expect((await picture(...path)).status).toBe(404);
    },
  );
});

describe('health', () => {
  const ask = (handler: (request: Request) => Promise<Response>) =>
    handler(new Request('http://10.0.0.7:3000/api/health'));

  it('is live and ready', async () => {
    expect(await (await ask(liveness)).json()).toEqual({ status: 'ok' });
    const ready = await ask(readiness);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ok', checks: { store: true, catalogue: true } });
  });
});
