import type { Device } from './device';
import { filesIn } from './html';
import { STATIC_CACHE } from './record';

/** More than any page names; a page that seems to need more is not understood, and so not kept. */
const MOST_FILES = 250;

/**
 * Has every file that a page needs in the device's store, those included that its scripts load later. Answers their paths.
 * Throws when one cannot be had: half a page is worse than none.
 */
export async function ensureFiles(device: Device, html: string): Promise<string[]> {
  const cache = await device.caches.open(STATIC_CACHE);
  const known = new Set<string>();
  let wanted = filesIn(html, '');
  while (wanted.length > 0) {
    const fresh = wanted.filter((path) => !known.has(path));
    for (const path of fresh) known.add(path);
    if (known.size > MOST_FILES) throw new Error(`The page names more than ${MOST_FILES} files.`);
    const named = await Promise.all(fresh.map((path) => ensureFile(device, cache, path)));
    wanted = [...new Set(named.flat())];
  }
  return [...known];
}

/** Answers what the file names in turn. */
async function ensureFile(device: Device, cache: Cache, path: string): Promise<string[]> {
  let file = await cache.match(path);
  if (!file) {
    file = await device.fetch(path);
    if (!file.ok) throw new Error(`${path} answered ${file.status}.`);
    await cache.put(path, file.clone());
  }
  return /\.(js|css)$/.test(path) ? filesIn(await file.text(), path) : [];
}

/** Drops what no kept page names any more. To be called while no page is open: an open one may still load its own files. */
export async function dropUnusedFiles(caches: CacheStorage, used: readonly string[]): Promise<void> {
  if (!(await caches.has(STATIC_CACHE))) return;
  const cache = await caches.open(STATIC_CACHE);
  const keep = new Set(used);
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (!keep.has(pathname + search)) await cache.delete(url);
  }
}
