import 'server-only';
import type { Hub } from '@/lib/domain/hub';
import type { Module } from '@/lib/domain/module';
import type { Resource } from '@/lib/domain/resource';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import { distanceKm } from './distance';
import { type HubDirectory, NO_HUBS } from './hub-directory';
import { mergeHubs } from './merge';
import { shownKm } from './nearest';
import { openData } from './open-data';
import { type Place, resourceOf } from './place';
import type { Snapshot } from './snapshot';

type Position = { latitude: number; longitude: number };

/** A place that has left the vendor's lists, with the hub it was at. */
export type FormerResource = { resource: Resource; hub: Hub | undefined };

/** What can be asked of a catalogue in memory. Ids and codes in any case. Texts in `language` where they are translated. */
export type Answers = {
  isLoaded(): boolean;
  /** By our code or the vendor's id; an airport without services has `resourceCount` 0. */
  hub(code: string, language?: VendorLanguage): Hub | undefined;
  /** All hubs, and the search over them, as a brand that offers these modules shows them. Empty until loaded. */
  hubDirectory(modules: readonly Module[]): HubDirectory;
  /** Hubs where one of the modules is, nearest first; degrees in, kilometres out. */
  hubsNear(from: Position, limit: number, modules: readonly Module[]): { hub: Hub; distanceKm: number }[];
  resourcesOf(hub: string, language?: VendorLanguage): Resource[];
  resource(resourceId: string, language?: VendorLanguage): Resource | undefined;
  /** A place that the vendor no longer has, as last known: for those who hold a booking there, and nobody else. */
  formerResource(resourceId: string, language?: VendorLanguage): FormerResource | undefined;
};

export function answersFrom(current: () => Snapshot | undefined): Answers {
  return {
    isLoaded: () => current() !== undefined,
    hub: (code, language) => {
      const snapshot = current();
      const hub = snapshot?.byCode.get(code.toUpperCase());
      return hub && snapshot && translated(hub, snapshot, language);
    },
    hubDirectory: (modules) => current()?.directories(modules) ?? NO_HUBS,
    hubsNear: (from, limit, modules) => nearest(current()?.hubs ?? [], from, modules).slice(0, limit),
    resourcesOf: (code, language) => {
      const snapshot = current();
      return snapshot ? resourcesIn(snapshot, code, language) : [];
    },
    resource: (resourceId, language) => {
      const [snapshot, place] = [current(), placeIn(current(), resourceId)];
      return snapshot && place?.withdrawnAt === null ? resourceOf(place, snapshot.state, language) : undefined;
    },
    formerResource: (resourceId, language) => {
      const [snapshot, place] = [current(), placeIn(current(), resourceId)];
      if (!snapshot || !place || place.withdrawnAt === null) return undefined;
      const hub = hubOf(snapshot, place);
      return {
        resource: resourceOf(place, snapshot.state, language),
        hub: hub && translated(hub, snapshot, language),
      };
    },
  };
}

/** The vendor writes its ids in capitals; addresses are typed in any case. */
export function placeIn(snapshot: Snapshot | undefined, resourceId: string): Place | undefined {
  return snapshot?.places.get(resourceId) ?? snapshot?.places.get(resourceId.toUpperCase());
}

/** Also a hub that has left the vendor's list, as last known. */
function hubOf(snapshot: Snapshot, { summary }: Place): Hub | undefined {
  const listed = snapshot.byCode.get(summary.vendorHubId.toUpperCase());
  if (listed) return listed;
  const saved = snapshot.savedHubs.get(summary.vendorHubId);
  return saved && mergeHubs([saved.hub], [], openData())[0];
}

function translated(hub: Hub, { savedHubs }: Snapshot, language: VendorLanguage | undefined): Hub {
  const words = language && savedHubs.get(hub.vendorHubId)?.words[language];
  return words ? { ...hub, ...words } : hub;
}

function resourcesIn(snapshot: Snapshot, code: string, language: VendorLanguage | undefined): Resource[] {
  const hub = snapshot.byCode.get(code.toUpperCase());
  const ids = (hub && snapshot.resourceIdsOf.get(hub.vendorHubId)) ?? [];
  return ids.flatMap((id) => {
    const place = snapshot.places.get(id);
    return place ? resourceOf(place, snapshot.state, language) : [];
  });
}

function nearest(hubs: readonly Hub[], from: Position, modules: readonly Module[]) {
  return hubs
    .flatMap((hub) => {
      const { latitude, longitude } = hub;
      const isServed = hub.modules.some((module) => modules.includes(module));
      if (!isServed || latitude === null || longitude === null) return [];
      return { hub, distanceKm: shownKm(distanceKm(from, { latitude, longitude })) };
    })
    .sort((a, b) => a.distanceKm - b.distanceKm);
}
