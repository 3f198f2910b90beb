import { type Contents, newPlace } from '@/lib/catalog/place';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { VendorHub } from '@/lib/dragonpass/map/hub';

const READ_AT = '2026-03-01T09:00:00.000Z';

/** A catalogue as it is after one reading of these lists. */
export function catalogueContents(hubs: readonly VendorHub[], places: readonly ResourceSummary[]): Contents {
  return {
    state: { revision: 1, completedAt: READ_AT, fullAt: READ_AT, changesKnownAt: null, unreadChanges: [] },
    hubs: new Map(hubs.map((hub) => [hub.vendorHubId, { hub, withdrawnAt: null, words: {} }])),
    places: new Map(places.map((summary) => [summary.resourceId, newPlace(summary, READ_AT)])),
  };
}
