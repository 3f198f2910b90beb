import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { Hub } from '@/lib/domain/hub';
import { within } from './bounded';
import { logger } from './log';
import { oncePerProcess } from './process-state';
import { runtime } from './runtime';

const FRESH_MS = 24 * 3_600_000;
/** A page waits this long for pictures it has never had; the drawn fallback is no shame. */
const WAIT_MS = 500;
/** After a failure, how long nobody asks again. */
const PAUSE_MS = 60_000;
const MOST_KEPT = 5_000;

type Kept = { images: string[]; askAgainMs: number };

/** Pictures of a hub as far as they have been read: for a page, which shows none and only names one when it is shared. */
export function knownHubImages(hub: Hub): string[] {
  return hub.images.length > 0 ? hub.images : (keptImages().get(hub.vendorHubId)?.images ?? []);
}

/** The vendor's pictures of a hub, which only its details tell, so they are read when somebody asks for them. */
export async function hubImages(brand: Brand, hub: Hub): Promise<string[]> {
  // A hub out of the open data has no service, and is not known to the vendor.
  if (hub.images.length > 0 || hub.resourceCount === 0) return hub.images;
  const kept = keptImages();
  const known = kept.get(hub.vendorHubId);
  if (known && performance.now() < known.askAgainMs) return known.images;
  const { dragonpassFor } = await runtime();
  const keep = (images: string[], forMs: number) => {
    if (kept.size < MOST_KEPT) kept.set(hub.vendorHubId, { images, askAgainMs: performance.now() + forMs });
    return images;
  };
  const reading = dragonpassFor(brand)
    .getHub(hub.vendorHubId)
    .then(({ images }) => keep(images, FRESH_MS));
  const images = await within(reading, WAIT_MS, (error) => {
    keep(known?.images ?? [], PAUSE_MS);
    logger().warn({ err: error }, 'pictures of a hub not read');
  });
  return images ?? known?.images ?? [];
}

function keptImages(): Map<string, Kept> {
  return oncePerProcess('hub-images', () => new Map<string, Kept>());
}
