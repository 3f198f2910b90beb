import { HUB_INDEX_PATH } from '@/lib/contract/hub-index';
import type { HubSearch } from '@/lib/contract/hubs';

/** A connection that takes longer serves nobody who is typing. */
const TIMEOUT_MS = 30_000;

type Search = (q: string, limit: number) => HubSearch;

let search: Search | null = null;
let loading: Promise<boolean> | null = null;

/**
 * Gets the index of all hubs, once in the life of a page: true when search can answer from here on. False when it cannot
 * be had now, or this browser cannot unpack it; the next call tries again. Never throws.
 */
export function loadLocalHubs(): Promise<boolean> {
  loading ??= load().then((isLoaded) => {
    if (!isLoaded) loading = null;
    return isLoaded;
  });
  return loading;
}

/** What `GET /api/hubs` would answer, at once and without the network; null while the index is not there. */
export function searchLocalHubs(q: string, limit: number): HubSearch | null {
  return search?.(q, limit) ?? null;
}

async function load(): Promise<boolean> {
  if (typeof DecompressionStream === 'undefined') return false;
  try {
    const [bytes, { searchOver }] = await Promise.all([fetchIndex(), import('@/lib/search/packed-search')]);
    search = await searchOver(bytes);
    return true;
  } catch {
    return false;
  }
}

async function fetchIndex(): Promise<Uint8Array> {
  const response = await get().catch(() => get('force-cache'));
  if (!response.ok || !response.body) throw new Error(`The index of hubs is not to be had: ${response.status}.`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** `force-cache`: without a network, what the browser kept of an earlier page is better than nothing, however old. */
function get(cache: RequestCache = 'default'): Promise<Response> {
  return fetch(HUB_INDEX_PATH, { cache, credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT_MS) });
}
