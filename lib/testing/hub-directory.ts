import type { HubDirectory } from '@/lib/catalog/hub-directory';
import { openData } from '@/lib/catalog/open-data';
import { createSnapshot } from '@/lib/catalog/snapshot';
import { MODULES, type Module } from '@/lib/domain/module';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import { catalogueContents } from './catalogue-contents';
import { resourceSummary, sandboxVendorHubs } from './vendor-rows';

/** All hubs of the sandbox, a lounge in each, among all known airports; what only a module of `modules` has is served. */
export async function sandboxDirectory(
  modules: readonly Module[] = MODULES,
  vendorHubs: readonly VendorHub[] = sandboxVendorHubs(),
  moduleOf: (hub: VendorHub) => Module = () => 1,
): Promise<HubDirectory> {
  const places = vendorHubs.map((hub, at) =>
    resourceSummary({ resourceId: `N${at}`, vendorHubId: hub.vendorHubId, module: moduleOf(hub) }),
  );
  const snapshot = await createSnapshot(catalogueContents(vendorHubs, places), openData());
  return snapshot.directories(modules);
}
