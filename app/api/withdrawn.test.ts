import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { getHub as getHubOfPage } from '@/lib/server/hubs';
import { getResource, listResources } from '@/lib/server/resources';
import { get, newTraveller, openTestApp, type TestApp } from '@/lib/testing/app';
import { ask, booked, bookingOf, errorOf, traveller } from '@/lib/testing/journey';
import { GET as listPlaces } from './hubs/[hub]/resources/route';
import { GET as getHub } from './hubs/[hub]/route';
import { GET as getPlace } from './resources/[resourceId]/route';
import { GET as getTimes } from './resources/[resourceId]/times/route';

const LOUNGE = SAMPLE_RESOURCES.lounge;
const params = { resourceId: LOUNGE };

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(async () => {
  await app.reset();
  await comesBack();
});
afterAll(() => app.close());

async function leaves() {
  await app.advance(15 * 60_000);
  await app.control.patchResource(LOUNGE, { removed: true });
  await app.sync();
}

async function comesBack() {
  await app.advance(15 * 60_000);
  await app.control.patchResource(LOUNGE, { removed: false });
  await app.sync();
}

it('a place that left the vendor is told to a holder of a booking there, as one that takes no passes, and to nobody else', async () => {
  const { as, booking } = await booked();
  const before = (await get(getPlace, { params })).body;
  expect(before).toMatchObject({ isWithdrawn: false });
  await leaves();
  const { status, body } = await get(getPlace, { as, params: { resourceId: LOUNGE.toLowerCase() } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    resourceId: LOUNGE,
    name: before.name,
    timeZone: 'Europe/London',
    hub: 'MAN',
    city: 'Manchester',
    location: before.location,
    isWithdrawn: true,
    prebookable: false,
    walkIn: false,
    open: { state: 'unknown', until: null },
  });
  const mine = await bookingOf(as, booking.bookingId);
  expect(mine).toMatchObject({ resourceName: before.name, timeZone: 'Europe/London', status: 'confirmed' });
  const missing = await get(getPlace, { params: { resourceId: 'N99999' } });
  for (const stranger of [await get(getPlace, { params }), await get(getPlace, { as: newTraveller(), params })]) {
    expect(stranger.status).toBe(404);
    expect(errorOf(stranger)).toMatchObject({ code: errorOf(missing).code, message: errorOf(missing).message });
  }
});

it('a place that left the vendor is out of its hub and out of what can be booked, for its holders too', async () => {
  const { as, pass } = await booked();
  const before = (await get(getHub, { params: { hub: 'MAN' } })).body.resourceCount;
  await leaves();
  const { body } = await get(listPlaces, { params: { hub: 'MAN' } });
  expect(JSON.stringify(body)).not.toContain(LOUNGE);
  expect((await get(getHub, { params: { hub: 'MAN' } })).body.resourceCount).toBe(Number(before) - 1);
  expect((await get(getTimes, { as, params, query: '?date=2026-11-25' })).status).toBe(404);
  expect((await ask(as, { passId: pass.passId })).status).toBe(404);
});

it('a pass without any place of its own does not open a place that has gone', async () => {
  const { as } = await traveller();
  await leaves();
  expect((await get(getPlace, { as, params })).status).toBe(404);
});

it('a place that comes back is a place like any other', async () => {
  await leaves();
  await comesBack();
  const { status, body } = await get(getPlace, { params });
  expect(status).toBe(200);
  expect(body).toMatchObject({ isWithdrawn: false, walkIn: true, prebookable: true });
});

it('a pass that works only there opens a place that has gone', async () => {
  const { as, pass } = await traveller('manchester-lounge');
  expect(pass.scope.resourceIds).toEqual([LOUNGE]);
  await leaves();
  expect((await get(getPlace, { as, params })).body).toMatchObject({ isWithdrawn: true });
});

it('pages of a hub and its places cost the vendor nothing once they have been read', async () => {
  const brand = brands().find(({ id }) => id === 'layover');
  if (!brand) throw new Error('no brand');
  const caller = { brand, session: null, requestId: 'test' };
  const look = async () => {
    await getHubOfPage(caller, 'MAN');
    const { resources } = await listResources(caller, 'MAN');
    for (const { resourceId } of resources) await getResource(caller, resourceId);
    return resources.length;
  };
  await look();
  await app.control.resetCalls();
  expect(await look()).toBeGreaterThan(3);
  expect((await app.control.calls()).total).toBe(0);
});
