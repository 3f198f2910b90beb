import type { KeptPage } from '@/lib/domain/kept-page';

/** The traveller's own pages, and beside them the record of what they are. Erasing it erases all of them. */
export const KEPT_CACHE = 'layover-kept';
/** Scripts, styles, fonts and marks that kept pages need. Their addresses carry their version, so none grows old. */
export const STATIC_CACHE = 'layover-static';
/** Pages and data that are the same for everybody: the offline page, the search and its index. */
export const SHELL_CACHE = 'layover-shell';
/** There while somebody signed out without a network and the server does not know it yet. */
export const SIGN_OUT_CACHE = 'layover-signing-out';

const RECORD_KEY = '/offline/record';

/** A kept page with what it needs to be shown; without a copy once its time is over. */
export type KeptCopy = KeptPage & { keptAt: string; hasCopy: boolean; assets: string[] };

/** `owner` is the tag that stands on the traveller's pages. With `isOff` the traveller wants nothing kept here. */
export type KeptRecord = { owner: string; isOff: boolean; pages: KeptCopy[] };

/** What this device keeps of a traveller; null when it keeps nothing. */
export async function readRecord(caches: CacheStorage): Promise<KeptRecord | null> {
  // Opening a cache would make one: reading leaves no trace.
  if (!(await caches.has(KEPT_CACHE))) return null;
  const found = await (await caches.open(KEPT_CACHE)).match(RECORD_KEY);
  return found ? ((await found.json()) as KeptRecord) : null;
}

export async function writeRecord(caches: CacheStorage, record: KeptRecord): Promise<void> {
  const body = JSON.stringify(record);
  await (await caches.open(KEPT_CACHE)).put(RECORD_KEY, new Response(body, { headers: JSON_TYPE }));
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
