import type { Module } from '@/lib/domain/module';
import type { ResourceSummary } from '@/lib/domain/resource';
import { DragonPassError } from '@/lib/dragonpass/errors';
import type { ListOptions } from '@/lib/dragonpass/hubs';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import type { ResourceUpdate } from '@/lib/dragonpass/resources';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
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
  /** Fails this call after so many that went well. */
  failsAfter = 0;
  /** What it names as changed; null: it cannot say. */
  updated: ResourceUpdate[] | null = [];
  /** Whether all places are one list, as in the second version. */
  listsAllPlaces = false;
  /** Hubs and places as other languages have them. */
  translated: Partial<Record<string, { hubs: VendorHub[]; places: ResourceSummary[] }>> = {};
  calls: string[] = [];
  /** While set, details wait for it. */
  gate: Promise<void> | null = null;
  atOnce = 0;
  mostAtOnce = 0;

  listHubs = async (options?: ListOptions) => this.answer('listHubs', () => this.listsIn(options).hubs, options);
  listResources = async (vendorHubId: string, _module?: Module, options?: ListOptions) =>
    this.answer(
      `listResources ${vendorHubId}`,
      () => this.listsIn(options).places.filter((place) => place.vendorHubId === vendorHubId),
      options,
    );
  listAllResources = async (options?: ListOptions) =>
    this.listsAllPlaces ? this.answer('listAllResources', () => this.listsIn(options).places, options) : null;
  listUpdatedResources = async (sinceAt: string, options?: ListOptions) =>
    this.answer(
      `listUpdatedResources ${sinceAt}`,
      () => this.updated?.filter(({ updatedAt }) => updatedAt > sinceAt) ?? null,
      options,
    );
  getResource = async (resourceId: string, language?: VendorLanguage) => {
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    try {
      await this.gate;
      return this.answer(
        `getResource ${resourceId}`,
        () => {
          const summary = this.listsIn({ ...(language && { language }) }).places.find(
            (place) => place.resourceId === resourceId,
          );
          if (!summary) throw notFound();
          return { summary, details: resourceDetails({ description: `call ${this.calls.length}` }) };
        },
        { ...(language && { language }) },
      );
    } finally {
      this.atOnce -= 1;
    }
  };

  /** Says of these places that they changed at an instant. */
  name(updatedAt: string, ...resourceIds: string[]): void {
    this.updated = [...(this.updated ?? []), ...resourceIds.map((resourceId) => ({ resourceId, updatedAt }))];
  }

  countOf(call: string): number {
    return this.calls.filter((made) => made.startsWith(call)).length;
  }

  private listsIn({ language }: ListOptions = {}) {
    return language ? (this.translated[language] ?? { hubs: [], places: [] }) : this;
  }

  private answer<T>(call: string, make: () => T, options?: ListOptions): T {
    options?.onCall?.();
    this.calls.push(options?.language ? `${call} ${options.language}` : call);
    const isMeant = this.failsAt !== null && call.startsWith(this.failsAt);
    if (isMeant && this.failsAfter-- <= 0) {
      throw new DragonPassError({ kind: 'unavailable', operation: 'hubs.list', outcomeUnknown: false });
    }
    return make();
  }
}

function notFound(): DragonPassError {
  const details = { operation: 'resources.get', outcomeUnknown: false, status: 404 } as const;
  return new DragonPassError({ kind: 'rejected', reason: 'not-found', ...details });
}
