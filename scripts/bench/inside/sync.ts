import { createCatalog } from '@/lib/catalog/catalog';
import { MODULES } from '@/lib/domain/module';
import { createDragonPassClient } from '@/lib/dragonpass/client';
import { startSandbox } from '@/lib/sandbox/server';
import { openMemoryStore } from '@/lib/store/memory';
import { longestBlock } from './longest-block';
import { tell } from './tell';

/**
 * Run by itself, with the vendor's version as its argument: what a full read of the catalogue asks of the vendor, a
 * synchronisation with nothing changed, and one with fifty places changed. Time is the sandbox's, moved from one planned
 * synchronisation to the next.
 */
const CHANGES = 50;
const NOW = '2027-03-09T08:00:00.000Z';

type Planned = { work: () => void; delayMs: number };

const version = process.argv[2] === 'v2' ? 'v2' : 'v1';
const sandbox = await startSandbox({ dataDir: null });
const { control, credentials } = sandbox;
await control.setClock({ now: NOW });
const planned: Planned[] = [];
const catalog = createCatalog({
  client: createDragonPassClient({
    baseUrl: sandbox.apiUrl,
    version,
    programId: credentials.programId,
    auth: { kind: 'token-api', clientId: credentials.clientId, clientSecret: credentials.clientSecret },
  }),
  store: await openMemoryStore(),
  scope: `bench ${version}`,
  clock: () => sandbox.nowMs(),
  schedule: (work, delayMs) => {
    planned.push({ work, delayMs });
    return () => undefined;
  },
});

const full = await counted(() => catalog.start());
const unchanged = await counted(nextSync);
const hubs = catalog
  .hubDirectory(MODULES)
  .index.search('', 100)
  .entries.map(({ hub }) => hub);
const places = hubs.flatMap((hub) => catalog.resourcesOf(hub)).slice(0, CHANGES);
for (const { resourceId, name } of places) await control.patchResource(resourceId, { resourceName: `${name} Nova` });
const changed = await counted(nextSync);
const arrived = places.filter(({ resourceId }) => catalog.resource(resourceId)?.name.endsWith(' Nova')).length;
catalog.stop();
tell({ full, unchanged, changed, changes: places.length, arrived });

async function counted(work: () => Promise<void>) {
  await control.resetCalls();
  const startMs = performance.now();
  const { longestMs } = await longestBlock(work);
  const { total, byOperation } = await control.calls();
  return { total, byOperation, seconds: (performance.now() - startMs) / 1000, longestBlockMs: longestMs };
}

/** Moves the clock to when the next one is due, and resolves when it has planned the one after it. */
async function nextSync(): Promise<void> {
  const next = planned.pop();
  if (!next) throw new Error('No synchronisation is planned.');
  planned.length = 0;
  await control.setClock({ advanceMs: next.delayMs });
  next.work();
  const endMs = performance.now() + 60_000;
  while (planned.length === 0) {
    if (performance.now() > endMs) throw new Error('A synchronisation did not end within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
