import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import { type OpenSandbox, openSandbox } from '@/lib/dragonpass/samples/sandbox-client';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';
import { type Catalog, type CatalogOptions, createCatalog } from './catalog';

const HUBS = ['MAN', 'PEK', 'MUC', 'HKG', 'LHR', 'SIN'];
const NO_TIMER = () => () => undefined;

let open: OpenSandbox;
let store: Store;
const catalogs: Catalog[] = [];
beforeAll(async () => {
  [open, store] = await Promise.all([openSandbox(), openMemoryStore()]);
});
beforeEach(() => open.reset());
afterAll(async () => {
  for (const catalog of catalogs) catalog.stop();
  await Promise.all([store.close(), open.sandbox.close()]);
});

async function catalogOf(version: 'v1' | 'v2', scope: string, changes: Partial<CatalogOptions> = {}): Promise<Catalog> {
  const client = open.client(version);
  const few = (hubs: VendorHub[]) => hubs.filter(({ iata }) => HUBS.includes(iata ?? ''));
  const fewHubs = { ...client, listHubs: async (options?: object) => few(await client.listHubs(options)) };
  const clock = () => open.sandbox.nowMs();
  const catalog = createCatalog({ client: fewHubs, store, scope, clock, schedule: NO_TIMER, ...changes });
  catalogs.push(catalog);
  await catalog.start();
  return catalog;
}

// Each reads all of the vendor's lists, once a language.
describe.each(['v1', 'v2'] as const)('a catalogue in several languages, %s', { timeout: 60_000 }, (version) => {
  it('has every place, those with a translation in its words', async () => {
    const catalog = await catalogOf(version, `${version} words`, { languages: ['zh-CN', 'de-DE'] });
    const english = HUBS.flatMap((hub) => catalog.resourcesOf(hub));
    const chinese = HUBS.flatMap((hub) => catalog.resourcesOf(hub, 'zh-CN'));
    expect(chinese.map(({ resourceId }) => resourceId)).toEqual(english.map(({ resourceId }) => resourceId));
    const ofPlace = (text: string) => chinese.filter(({ name }) => name.includes(text)).length;
    expect(ofPlace('贵宾厅')).toBeGreaterThan(3);
    expect(ofPlace('Lounge')).toBeGreaterThan(0);
    expect(chinese.filter(({ location }) => /安检/.test(location ?? '')).length).toBeGreaterThan(3);
    expect(JSON.stringify(english)).not.toMatch(/贵宾厅|安检/);
    expect(HUBS.map((hub) => catalog.hub(hub, 'de-DE')?.city)).toEqual(
      expect.arrayContaining(['Manchester', 'Peking', 'London']),
    );
  });

  it('finds hubs by what the vendor calls them in other languages', async () => {
    const catalog = await catalogOf(version, `${version} names`, { languages: ['de-DE'] });
    const translated = HUBS.flatMap((hub) => {
      const [here, there] = [catalog.hub(hub), catalog.hub(hub, 'de-DE')];
      return here && there && here.name !== there.name ? [{ hub, name: there.name }] : [];
    });
    expect(translated.length).toBeGreaterThan(0);
    const { index } = catalog.hubDirectory([1]);
    for (const { hub, name } of translated) expect(index.search(name, 1).entries[0]?.hub).toBe(hub);
  });

  it('asks for no translation when none is wanted', async () => {
    await catalogOf(version, `${version} none`);
    const { recent } = await open.sandbox.control.calls();
    expect(recent.filter(({ path }) => path.includes('language='))).toEqual([]);
  });

  it('is as good as before when a language cannot be read', async () => {
    const language = 'zh-CN';
    const client = open.client(version);
    const broken = {
      ...client,
      listHubs: async (options?: { language?: string }) => {
        if (options?.language) throw new Error('no translations today');
        return (await client.listHubs()).filter(({ iata }) => HUBS.includes(iata ?? ''));
      },
    };
    const catalog = await catalogOf(version, `${version} broken`, { client: broken, languages: [language] });
    expect(catalog.resourcesOf('MAN', language)).toEqual(catalog.resourcesOf('MAN'));
    expect(catalog.resourcesOf('MAN').length).toBeGreaterThan(0);
  });

  it('reads details in a language for a place that has them there, once, and keeps English for the rest', async () => {
    const catalog = await catalogOf(version, `${version} details`, { languages: ['de-DE'] });
    const ids = HUBS.flatMap((hub) => catalog.resourcesOf(hub)).map(({ resourceId }) => resourceId);
    await catalog.ensureDetails(ids, 20_000, 'de-DE');
    await open.sandbox.control.resetCalls();
    await catalog.ensureDetails(ids, 20_000, 'de-DE');
    expect((await open.sandbox.control.calls()).total).toBe(0);
    const descriptions = (language?: 'de-DE') => ids.map((id) => catalog.resource(id, language)?.details?.description);
    expect(descriptions()).not.toContain('Ein ruhiger Ort vor dem Abflug.');
    expect(descriptions('de-DE')).toContain('Ein ruhiger Ort vor dem Abflug.');
    expect(descriptions('de-DE').every((text) => typeof text === 'string')).toBe(true);
  });
});
