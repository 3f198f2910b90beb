import 'server-only';
import type { Hub } from '@/lib/domain/hub';
import { MODULES } from '@/lib/domain/module';
import type { ResourceSummary } from '@/lib/domain/resource';
import type { VendorHub } from '@/lib/dragonpass/map/hub';
import type { KnownAirport, OpenData } from './open-data';

/**
 * The vendor's hubs with what open data adds: ICAO code, zone, and a place where the vendor gave none. The zone of the
 * hub's own places comes first, because times there are computed in it. Of two hubs with one IATA code the first has the
 * code's URL, the other keeps the vendor's id.
 */
export function mergeHubs(vendorHubs: readonly VendorHub[], places: readonly ResourceSummary[], data: OpenData): Hub[] {
  const placesOf = new Map<string, ResourceSummary[]>();
  for (const place of places) {
    const list = placesOf.get(place.vendorHubId);
    if (list) list.push(place);
    else placesOf.set(place.vendorHubId, [place]);
  }
  const taken = new Set<string>();
  return vendorHubs.map((vendorHub) => {
    const { vendorHubId, iata, name, city, countryCode, type, images } = vendorHub;
    const known = iata === null ? undefined : data.airports.get(iata);
    const here = placesOf.get(vendorHubId) ?? [];
    const hub = iata === null || taken.has(iata) ? vendorHubId : iata;
    taken.add(hub);
    return {
      hub: hub.toUpperCase(),
      vendorHubId,
      iata,
      icao: known?.icao || null,
      name,
      city,
      countryCode,
      type,
      latitude: vendorHub.latitude ?? known?.latitude ?? null,
      longitude: vendorHub.longitude ?? known?.longitude ?? null,
      timeZone: here[0]?.timeZone ?? known?.timeZone ?? null,
      modules: MODULES.filter((module) => here.some((place) => place.module === module)),
      resourceCount: here.length,
      images,
    };
  });
}

/** An airport that the vendor does not list. It has no vendor id. */
export function unservedHub(airport: KnownAirport): Hub {
  const { iata, icao, name, city, countryCode, latitude, longitude, timeZone } = airport;
  const place = { latitude, longitude, timeZone };
  return {
    hub: iata,
    vendorHubId: '',
    iata,
    icao: icao || null,
    name,
    city,
    countryCode,
    type: 'airport',
    ...place,
    modules: [],
    resourceCount: 0,
    images: [],
  };
}
