import 'server-only';
import { oncePerProcess } from './process-state';
import type { Runtime } from './runtime';

/** Where the sandbox keeps its pictures, and where we pass them on. */
const SANDBOX_FOLDER = '/images/';
const OUR_FOLDER = '/api/images/';

const FETCH_TIMEOUT_MS = 5_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MOST_KEPT = 400;

export type Picture = { bytes: Uint8Array<ArrayBuffer>; contentType: string };

/**
 * An address a browser can load a vendor's picture from: its own https address, or ours for a picture of the sandbox,
 * which stands on this machine's loopback. Null for anything else, which a page may not show.
 */
export function imageUrl(runtime: Pick<Runtime, 'imageOrigin'>, url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname, pathname, search, href } = new URL(url);
  if (protocol === 'https:') return href;
  // The port is not compared: a catalogue saved earlier names the sandbox's port of that time.
  const isSandbox = runtime.imageOrigin !== null && hostname === new URL(runtime.imageOrigin).hostname;
  if (!isSandbox || !pathname.startsWith(SANDBOX_FOLDER)) return null;
  return `${OUR_FOLDER}${pathname.slice(SANDBOX_FOLDER.length)}${search}`;
}

export function imageUrls(runtime: Pick<Runtime, 'imageOrigin'>, urls: readonly string[]): string[] {
  return urls.flatMap((url) => imageUrl(runtime, url) ?? []);
}

/** A picture of the sandbox; null when there is none. `path` is what stands behind our folder, query included. */
export async function sandboxPicture(origin: string, path: string): Promise<Picture | null> {
  const kept = oncePerProcess('sandbox-pictures', () => new Map<string, Picture>());
  const known = kept.get(path);
  if (known) return known;
  const picture = await fetchPicture(`${origin}${SANDBOX_FOLDER}${path}`);
  if (picture && kept.size < MOST_KEPT) kept.set(path, picture);
  return picture;
}

async function fetchPicture(url: string): Promise<Picture | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS), redirect: 'error' });
  const contentType = response.headers.get('content-type') ?? '';
  if (!response.ok || !contentType.startsWith('image/')) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.byteLength > MAX_BYTES ? null : { bytes, contentType };
}
