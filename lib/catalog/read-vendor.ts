import 'server-only';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import { inTurns } from './turns';

/** Hubs whose places are asked for at the same time. */
const CONCURRENCY = 6;

/** The vendor answered with nothing at all: more likely its fault than the end of its business. */
export class EmptyCatalogueError extends Error {
  override name = 'EmptyCatalogueError';
}

export type Reading = {
  client: Pick<DragonPassClient, 'listHubs' | 'listResources' | 'listAllResources'>;
  /** Beside English, which everything is read in. */
  languages: readonly VendorLanguage[];
  /** Hubs to ask about even if the list should lack them: a list of pages can lose one while it is read. */
  knownHubIds: readonly string[];
  /** Ends the reading early, with an error. */
  isStopped(): boolean;
  onCall(): void;
  log(event: object): void;
};

/** The vendor's lists in one language. */
export type Lists = { hubs: ReadonlyMap<string, VendorHub>; places: ReadonlyMap<string, ResourceSummary> };

export type VendorLists = Lists & {
  /** Null: could not be read this time, and what is known of the language stays. */
  inLanguages: ReadonlyMap<VendorLanguage, Lists | null>;
};

/** Every hub and every place, or an error: half a catalogue is never given. */
export async function readVendor(reading: Reading): Promise<VendorLists> {
  const english = await readLists(reading);
  if (english.hubs.size === 0) throw new EmptyCatalogueError('The vendor lists no hub.');
  const inLanguages = new Map<VendorLanguage, Lists | null>();
  for (const language of reading.languages) inLanguages.set(language, await readWords(reading, language, english.hubs));
  return { ...english, inLanguages };
}

/** Translations are a courtesy: without them the catalogue is as good as before. */
async function readWords(reading: Reading, language: VendorLanguage, english: Lists['hubs']): Promise<Lists | null> {
  try {
    // A hub without a translation may have places with one.
    return await readLists({ ...reading, knownHubIds: [...english.keys()] }, language);
  } catch (error) {
    if (reading.isStopped()) throw error;
    reading.log({ event: 'translations not read', language, error: error instanceof Error ? error.message : '' });
    return null;
  }
}

async function readLists(reading: Reading, language?: VendorLanguage): Promise<Lists> {
  const { client, isStopped, onCall } = reading;
  const options = { onCall, ...(language && { language }) };
  const hubs = byId(await client.listHubs(options), (hub) => hub.vendorHubId);
  const atOnce = hubs.size > 0 || language ? await client.listAllResources(options) : [];
  const summaries = atOnce ?? (await readByHub(reading, hubs, language));
  if (isStopped()) throw new Error('Stopped before the catalogue was read.');
  return { hubs, places: byId(summaries, (place) => place.resourceId) };
}

async function readByHub(
  { client, knownHubIds, isStopped, onCall }: Reading,
  hubs: ReadonlyMap<string, VendorHub>,
  language?: VendorLanguage,
): Promise<ResourceSummary[]> {
  const ids = new Set([...hubs.keys(), ...knownHubIds]);
  const lists = await inTurns([...ids], CONCURRENCY, (id) => {
    if (isStopped()) throw new Error('Stopped before the catalogue was read.');
    return client.listResources(id, undefined, { onCall, ...(language && { language }) }).catch(noneWhereNoHub);
  });
  return lists.flat();
}

/** A hub that left the vendor's list while we read has no places, which is no reason to give up. */
function noneWhereNoHub(error: unknown): ResourceSummary[] {
  if (error instanceof DragonPassError && error.reason === 'not-found') return [];
  throw error;
}

/** One that is listed twice counts once. */
function byId<Row>(rows: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [idOf(row), row]));
}
