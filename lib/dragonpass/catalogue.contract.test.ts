import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { NOW_MS, type OpenSandbox, openSandbox } from './samples/sandbox-client';

let open: OpenSandbox;
beforeAll(async () => {
  open = await openSandbox();
});
afterAll(() => open.sandbox.close());
beforeEach(() => open.reset());

const client: OpenSandbox['client'] = (version, changes) => open.client(version, changes);

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

const unreadable = () => open.events.filter((event) => event.event === 'unreadable-rows' || event.event === 'list-cut');

describe.each(['v1', 'v2'] as const)('the catalogue of the sandbox, %s', (version) => {
  it('reads every hub the vendor has', async () => {
    const hubs = await client(version).listHubs();
    expect(hubs).toHaveLength((await open.sandbox.control.state()).counts.hubs);
    expect(new Set(hubs.map((hub) => hub.vendorHubId)).size).toBe(hubs.length);
    expect(hubs.find((hub) => hub.iata === 'MAN')).toMatchObject({
      vendorHubId: 'A00001',
      countryCode: 'GB',
      type: 'airport',
    });
    expect(hubs.some((hub) => hub.type === 'rail' && hub.iata === null)).toBe(true);
    expect(hubs.every((hub) => hub.latitude !== null && /^[A-Z]{2}$/.test(hub.countryCode))).toBe(true);
    expect(unreadable()).toEqual([]);
  });

  it('reads a hub with its pictures', async () => {
    const hub = await client(version).getHub('A00001');
    expect(hub.images.length).toBeGreaterThan(0);
    expect(hub.images[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/images\//);
  });

  it('reads every place and its details', { timeout: 90_000 }, async () => {
    const dragonpass = client(version);
    const hubs = await dragonpass.listHubs();
    // The second version asks once for each module, and its details are the same messages: a share of the hubs will do.
    const asked = version === 'v1' ? hubs : hubs.filter((_, index) => index % 12 === 0);
    const ids: string[] = [];
    await inParallel(asked, async (hub) => {
      const places = await dragonpass.listResources(hub.vendorHubId);
      expect(places.every((place) => place.vendorHubId === hub.vendorHubId)).toBe(true);
      ids.push(...places.map((place) => place.resourceId));
    });
    if (version === 'v1') expect(ids).toHaveLength((await open.sandbox.control.state()).counts.resources);
    expect(new Set(ids).size).toBe(ids.length);
    await inParallel(ids, async (id) => {
      const { summary, details } = await dragonpass.getResource(id);
      expect(summary.resourceId).toBe(id);
      expect(details.maxParty).toBeGreaterThan(0);
    });
    expect(unreadable()).toEqual([]);
  });

  it('reads the places of all hubs in a few pages, in the version that lists them', async () => {
    const dragonpass = client(version);
    let calls = 0;
    const places = await dragonpass.listAllResources({ onCall: () => (calls += 1) });
    if (version === 'v1') return expect(places).toBeNull();
    const { resources } = (await open.sandbox.control.state()).counts;
    expect(new Set(places?.map((place) => place.resourceId)).size).toBe(resources);
    expect(calls).toBe(Math.ceil(resources / 100) + (resources % 100 === 0 ? 1 : 0));
    const ofHub = await dragonpass.listResources('A00001');
    const byId = (a: { resourceId: string }, b: { resourceId: string }) => a.resourceId.localeCompare(b.resourceId);
    const here = places?.filter((place) => place.vendorHubId === 'A00001') ?? [];
    expect(here.sort(byId)).toEqual(ofHub.sort(byId));
    expect(unreadable()).toEqual([]);
  });

  it('lists one module when one is asked for', async () => {
    const places = await client(version).listResources('A00001', 2);
    expect(places.map((place) => place.module)).toEqual(places.map(() => 2));
    expect(places.length).toBeGreaterThan(0);
  });

  it('reads the habits of the sample places', async () => {
    const dragonpass = client(version);
    const read = async (id: string) => (await dragonpass.getResource(id)).details;
    const lounge = await read(SAMPLE_RESOURCES.lounge);
    expect(lounge.hours).toEqual({
      kind: 'weekly',
      rows: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '05:00', closes: '22:00' }],
      exceptions: [],
    });
    expect(lounge.cancellation).toEqual({ kind: 'free-until', hoursBefore: 24 });
    expect(lounge.requiredInfo.fields).toMatchObject({ email: 'required', phoneNumber: 'not-asked' });
    expect((await read(SAMPLE_RESOURCES.walkInOnlyLounge)).prebookable).toBe(false);
    expect((await read(SAMPLE_RESOURCES.setMeal)).prebookable).toBe(false);
    expect((await read(SAMPLE_RESOURCES.neverCancellable)).cancellation).toEqual({ kind: 'never' });
    expect((await read(SAMPLE_RESOURCES.unreadablePolicy)).cancellation).toEqual({ kind: 'unknown' });
    expect((await read(SAMPLE_RESOURCES.missingPolicy)).cancellation).toEqual({ kind: 'unknown' });
    const asText = await read(SAMPLE_RESOURCES.policyAsText);
    expect(asText.cancellation).toEqual({ kind: 'free-until', hoursBefore: 24 });
    expect(asText.requiredInfo.unknownCodes).toEqual(['PASSPORT_NUMBER']);
    const odd = await read(SAMPLE_RESOURCES.unreadableHours);
    expect(odd).toMatchObject({ hours: { kind: 'text' }, maxParty: 6, entry: NO_ENTRY_RULES });
    expect(odd.conditions).toContain('Aufenthalt');
  });

  it('reads entry rules and holidays of the sample places', async () => {
    const dragonpass = client(version);
    const read = async (id: string) => (await dragonpass.getResource(id)).details;
    const every = await read(SAMPLE_RESOURCES.everyRule);
    expect(every.entry).toEqual({
      maxStay: { minutes: 180, words: 'Maximum stay 3 hours.' },
      earliestEntry: { minutes: 180, words: 'Entry up to 3 hours before departure.' },
      adultsOnly: null,
      children: [
        'Children under 2 enter free; older ones use one visit each.',
        'Children must be with an adult at all times.',
      ],
      dress: ['Dress code: smart casual.'],
      arrivals: { access: 'not-allowed', words: 'No entry on arrival.' },
      boardingPass: { isSameDay: true, words: 'A same-day boarding card is needed.' },
      notGuaranteed: 'Access is subject to space availability.',
    });
    expect(every.hours).toMatchObject({
      exceptions: [
        { on: '2026-12-25', spans: [] },
        { on: '2026-12-31', spans: [{ opens: '06:00', closes: '14:00' }] },
      ],
    });
    const told = await read(SAMPLE_RESOURCES.holidaysText);
    expect(told.hours).toMatchObject({ exceptions: [], note: expect.stringContaining('public holidays') });
    expect(told.conditions).not.toMatch(/<|&\w+;/);
    expect(told.entry).toMatchObject({ maxStay: { minutes: 180 }, children: ['Children under 5 enter free'] });
    expect(await read(SAMPLE_RESOURCES.noRules)).toMatchObject({ conditions: null, entry: NO_ENTRY_RULES });
  });

  it('knows which places changed, in the version that tells', async () => {
    const dragonpass = client(version);
    await open.sandbox.control.patchResource(SAMPLE_RESOURCES.lounge, { description: 'Newly painted.' });
    const updated = await dragonpass.listUpdatedResources('2026-11-22T11:59:00Z');
    const expected = [{ resourceId: SAMPLE_RESOURCES.lounge, updatedAt: new Date(NOW_MS).toISOString() }];
    expect(updated).toEqual(version === 'v1' ? expected : null);
  });
});
