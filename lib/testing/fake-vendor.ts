import type { ResourceSummary } from '@/lib/domain/resource';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import { resourceDetails, resourceSummary, vendorHub } from './vendor-rows';

export const HUBS = [
  vendorHub(),
  vendorHub({
    vendorHubId: 'A10050',
    iata: null,
    name: 'Hong Kong West Kowloon',
    city: 'Hong Kong',
    countryCode: 'HK',
    type: 'rail',
    latitude: 22.3,
    longitude: 114.17,
  }),
  vendorHub({
    vendorHubId: 'A10060',
    iata: 'LPL',
    name: 'Liverpool',
    city: 'Liverpool',
    latitude: 53.33,
    longitude: -2.85,
  }),
];
export const PLACES = [
  resourceSummary(),
  resourceSummary({ resourceId: 'C10001', module: 2, name: 'Fast lane' }),
  resourceSummary({ resourceId: 'N00002', vendorHubId: 'A10050', timeZone: 'Asia/Hong_Kong' }),
  resourceSummary({ resourceId: 'N00003', vendorHubId: 'A10060' }),
];

/** A vendor that answers from two lists and can be told to fail. */
export class FakeVendor {
  hubs: VendorHub[] = HUBS;
  places: ResourceSummary[] = PLACES;
  failsAt: string | null = null;
  updated: string[] = [];
  calls: string[] = [];
  /** While set, details wait for it. */
  gate: Promise<void> | null = null;

  listHubs = async () => this.answer('listHubs', () => this.hubs);
  listResources = async (vendorHubId: string) =>
    this.answer(`listResources ${vendorHubId}`, () => this.places.filter((place) => place.vendorHubId === vendorHubId));
  listUpdatedResources = async (sinceAt: string) =>
    this.answer('listUpdatedResources', () => this.updated.map((resourceId) => ({ resourceId, updatedAt: sinceAt })));
  getResource = async (resourceId: string) => {
    await this.gate;
    return this.answer(`getResource ${resourceId}`, () => {
      const summary = this.places.find((place) => place.resourceId === resourceId);
      if (!summary) throw new Error('no such place');
      return { summary, details: resourceDetails({ description: `call ${this.calls.length}` }) };
    });
  };

  countOf(call: string): number {
    return this.calls.filter((made) => made.startsWith(call)).length;
  }

  private answer<T>(call: string, make: () => T): T {
    this.calls.push(call);
    if (this.failsAt !== null && call.startsWith(this.failsAt)) {
      throw new DragonPassError({ kind: 'unavailable', operation: 'hubs.list', outcomeUnknown: false });
    }
    return make();
  }
}
