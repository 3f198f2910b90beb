import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import type { ResourceDetails, ResourceSummary } from '@/lib/domain/resource';
import type { VendorHub } from '@/lib/dragonpass/map/hub';

const rowSchema = z
  .tuple([z.string(), z.number(), z.string(), z.string(), z.string(), z.string(), z.string()])
  .rest(z.unknown());

/** The sandbox's hubs, several hundred real ones, as the adapter would hand them over. */
export function sandboxVendorHubs(): VendorHub[] {
  const rows = z.array(rowSchema).parse(JSON.parse(readFileSync('lib/sandbox/data/hubs.json', 'utf8')));
  const types = { 1: 'airport', 2: 'rail', 3: 'port' } as const;
  return rows.map(([vendorHubId, type, iata, , name, city, countryCode, , latitude, longitude]) =>
    vendorHub({
      vendorHubId,
      type: type === 1 || type === 2 || type === 3 ? types[type] : 'unknown',
      iata: iata || null,
      name,
      city,
      countryCode,
      latitude: Number(latitude),
      longitude: Number(longitude),
    }),
  );
}

export function vendorHub(changes: Partial<VendorHub> = {}): VendorHub {
  return {
    vendorHubId: 'A00001',
    iata: 'MAN',
    name: 'Manchester Airport',
    city: 'Manchester',
    countryCode: 'GB',
    type: 'airport',
    latitude: 53.3537,
    longitude: -2.2749,
    images: [],
    ...changes,
  };
}

export function resourceSummary(changes: Partial<ResourceSummary> = {}): ResourceSummary {
  return {
    resourceId: 'N00001',
    module: 1,
    name: 'DragonPass Lounge',
    vendorHubId: 'A00001',
    terminal: 'Terminal 1',
    side: 'airside',
    gate: 'A1',
    location: 'Airside',
    timeZone: 'Europe/London',
    image: null,
    routeTypes: ['international'],
    ...changes,
  };
}

export function resourceDetails(changes: Partial<ResourceDetails> = {}): ResourceDetails {
  return {
    images: [],
    hours: { kind: 'unknown' },
    facilities: ['Wi-Fi'],
    description: null,
    conditions: null,
    entry: NO_ENTRY_RULES,
    prebookable: true,
    maxParty: 6,
    requiredInfo: {
      fields: {
        firstName: 'required',
        lastName: 'required',
        email: 'not-asked',
        phoneNumber: 'not-asked',
        callingCode: 'not-asked',
        transportNumber: 'not-asked',
      },
      unknownCodes: [],
    },
    cancellation: { kind: 'free-until', hoursBefore: 24 },
    ...changes,
  };
}
