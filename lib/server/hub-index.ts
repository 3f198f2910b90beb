import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HubDirectory } from '@/lib/catalog/hub-directory';
import { HUB_INDEX_TYPE } from '@/lib/contract/hub-index';
import { pack } from '@/lib/search/compact';
import { catalogOf } from './catalog-of';
import { answering, callerOf } from './handle';

/** Counts change a few times a day, and a search with older ones is still right. The day is for those without a network. */
const CACHE_CONTROL = 'public, max-age=600, stale-while-revalidate=86400';

type Packed = { bytes: Uint8Array<ArrayBuffer>; etag: string };

const compress = promisify(gzip);
/** A new catalogue has new directories, so none is ever old. */
const packedOf = new WeakMap<HubDirectory, Promise<Packed>>();

/** All hubs as the brand of the host shows them, for search in the browser. */
export function getHubIndex(request: Request): Promise<Response> {
  return answering(request, Promise.resolve({}), async (requestId) => {
    const caller = await callerOf(request, requestId, 'read');
    const { catalog } = await catalogOf(caller);
    const { bytes, etag } = await packed(catalog.hubDirectory(caller.brand.modules));
    const headers = { ETag: etag, 'Cache-Control': CACHE_CONTROL, 'X-Content-Type-Options': 'nosniff' };
    if (isKnown(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
    return new Response(bytes, {
      headers: { ...headers, 'Content-Type': HUB_INDEX_TYPE, 'Content-Length': String(bytes.byteLength) },
    });
  });
}

function packed(directory: HubDirectory): Promise<Packed> {
  const known = packedOf.get(directory) ?? packing(directory);
  packedOf.set(directory, known);
  return known;
}

async function packing({ entries }: HubDirectory): Promise<Packed> {
  const plain = pack(entries);
  const bytes = new Uint8Array(await compress(plain, { level: 9 }));
  return { bytes, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
}

/** A proxy that compresses makes a tag weak, which says the same here. */
function isKnown(tags: string | null, etag: string): boolean {
  return (tags ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
