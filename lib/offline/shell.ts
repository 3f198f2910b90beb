import type { Device } from './device';
import { ensureFiles } from './files';
import { COPY_HEADERS } from './headers';
import { SHELL_CACHE } from './record';

export const OFFLINE_PAGE = '/offline';
/** The search, as a stranger sees it: nothing of a traveller's is on it. */
export const SEARCH_PAGE = '/';
export const SEARCH_INDEX = '/api/hubs/index';

/** Brands change their words and colours without a new build. */
const FRESH_MS = 24 * 3_600_000;
const KEPT_AT = 'x-kept-at';
const BUILD = 'x-kept-build';
const FILES = 'x-kept-files';

/** Keeps a page that is the same for everybody: asked for without the traveller's cookie. Throws when it cannot be had. */
async function keepPublicPage(device: Device, path: string): Promise<void> {
  const answer = await device.fetch(path, { credentials: 'omit', headers: COPY_HEADERS });
  if (!answer.ok || answer.redirected) throw new Error(`${path} answered ${answer.status}.`);
  const html = await answer.text();
  const files = await ensureFiles(device, html);
  const headers = new Headers({
    'Content-Type': answer.headers.get('Content-Type') ?? 'text/html; charset=utf-8',
    'Content-Security-Policy': answer.headers.get('Content-Security-Policy') ?? "default-src 'self'",
    [KEPT_AT]: new Date(device.nowMs()).toISOString(),
    [BUILD]: device.build,
    [FILES]: JSON.stringify(files),
  });
  await (await device.caches.open(SHELL_CACHE)).put(path, new Response(html, { headers }));
}

/** The shell of a new build. Throws when there is no offline page to be had: the worker is then tried again later. */
export async function renewShell(device: Device): Promise<void> {
  await keepPublicPage(device, OFFLINE_PAGE);
  // Of this build as well, so that no file of the earlier one is needed any more.
  if (await shellCopy(device, SEARCH_PAGE)) await keepPublicPage(device, SEARCH_PAGE);
}

/** The search and its index, and the offline page anew, when they are missing, of another build or a day old. */
export async function refreshShell(device: Device): Promise<void> {
  const cache = await device.caches.open(SHELL_CACHE);
  for (const path of [OFFLINE_PAGE, SEARCH_PAGE]) {
    const kept = await cache.match(path);
    if (kept?.headers.get(BUILD) === device.build && isFresh(device, kept.headers.get(KEPT_AT))) continue;
    // Without an answer the earlier copy stays: old is better than none.
    await keepPublicPage(device, path).catch(() => undefined);
  }
  if (isFresh(device, (await cache.match(SEARCH_INDEX))?.headers.get('Date'))) return;
  const index = await device.fetch(SEARCH_INDEX).catch(() => null);
  if (index?.ok) await cache.put(SEARCH_INDEX, index);
}

function isFresh(device: Device, at: string | null | undefined): boolean {
  const ageMs = device.nowMs() - Date.parse(at ?? '');
  return ageMs >= 0 && ageMs < FRESH_MS;
}

export async function shellCopy(device: Device, path: string): Promise<{ response: Response; keptAt: string } | null> {
  const response = await (await device.caches.open(SHELL_CACHE)).match(path);
  return response ? { response, keptAt: response.headers.get(KEPT_AT) ?? '' } : null;
}

/** Files that pages of the shell need. */
export async function shellFiles(caches: CacheStorage): Promise<string[]> {
  const pages = await (await caches.open(SHELL_CACHE)).matchAll();
  return pages.flatMap((page) => JSON.parse(page.headers.get(FILES) ?? '[]') as string[]);
}

/** The index of the search, from the network where there is one. */
export async function searchIndex(device: Device, request: Request): Promise<Response> {
  const cache = await device.caches.open(SHELL_CACHE);
  const answer = await device.fetch(request).catch(() => null);
  if (!answer?.ok) return (await cache.match(SEARCH_INDEX)) ?? answer ?? Response.error();
  await cache.put(SEARCH_INDEX, answer.clone());
  return answer;
}
