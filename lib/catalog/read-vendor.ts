import 'server-only';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { VendorHub } from '@/lib/dragonpass/map/hub';

/** Hubs whose places are asked for at the same time. */
const CONCURRENCY = 6;

/** The vendor answered with nothing at all: more likely its fault than the end of its business. */
export class EmptyCatalogueError extends Error {
  override name = 'EmptyCatalogueError';
}

/** Every hub and every place, or an error: half a catalogue is never given. `isStopped` ends it early, with an error. */
export async function readVendor(
  client: Pick<DragonPassClient, 'listHubs' | 'listResources'>,
  isStopped: () => boolean,
): Promise<{ vendorHubs: VendorHub[]; summaries: ResourceSummary[] }> {
  const listed = await client.listHubs();
  // One that is listed twice would be saved twice, which the store refuses for the whole catalogue.
  const vendorHubs = [...new Map(listed.map((hub) => [hub.vendorHubId, hub])).values()];
  if (vendorHubs.length === 0) throw new EmptyCatalogueError('The vendor lists no hub.');
  const byId = new Map<string, ResourceSummary>();
  const waiting = vendorHubs.values();
  let hasFailed = false;
  const work = async () => {
    for (const { vendorHubId } of waiting) {
      if (hasFailed || isStopped()) return;
      for (const summary of await listResources(client, vendorHubId)) byId.set(summary.resourceId, summary);
    }
  };
  const giveUp = (error: unknown) => {
    hasFailed = true;
    throw error;
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, () => work().catch(giveUp)));
  if (isStopped()) throw new Error('Stopped before the catalogue was read.');
  return { vendorHubs, summaries: [...byId.values()] };
}

/** A hub that left the vendor's list while we read has no places, which is no reason to give up. */
async function listResources(
  client: Pick<DragonPassClient, 'listResources'>,
  vendorHubId: string,
): Promise<ResourceSummary[]> {
  try {
    return await client.listResources(vendorHubId);
  } catch (error) {
    if (error instanceof DragonPassError && error.reason === 'not-found') return [];
    throw error;
  }
}
