import type { HubDirectory } from '@/lib/catalog/hub-directory';
import { openData } from '@/lib/catalog/open-data';
import { createSnapshot } from '@/lib/catalog/snapshot';
import { MODULES, type Module } from '@/lib/domain/module';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import { resourceSummary, sandboxVendorHubs } from './vendor-rows';

const READ_AT = '2026-03-01T09:00:00.000Z';

/** All hubs of the sandbox, a lounge in each, among all known airports; what only a module of `modules` has is served. */
export async function sandboxDirectory(
  modules: readonly Module[] = MODULES,
  vendorHubs: readonly VendorHub[] = sandboxVendorHubs(),
  moduleOf: (hub: VendorHub) => Module = () => 1,
): Promise<HubDirectory> {
  const places = vendorHubs.map((hub, at) => {
    const { vendorHubId } = hub;
    const summary = resourceSummary({ resourceId: `N${at}`, vendorHubId, module: moduleOf(hub) });
    return { summary, details: null, listedAt: READ_AT, detailsAt: null };
  });
  const snapshot = await createSnapshot({ completedAt: READ_AT, vendorHubs: [...vendorHubs], places }, openData());
  return snapshot.directories(modules);
}
