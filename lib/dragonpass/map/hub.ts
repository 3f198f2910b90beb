import 'server-only';
import type { HubType } from '@/lib/domain/hub';
import type { Notice } from '../events';
import { CODES } from '../versions';
import type { WireHub } from '../wire/hub';
import { wordOf } from './code';

/** A hub as the vendor tells it; the catalogue adds zone, ICAO code and what there is at it. */
export type VendorHub = {
  vendorHubId: string;
  iata: string | null;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2, upper case; `ZZ` (no country) when the vendor's word is not a code. */
  countryCode: string;
  type: HubType;
  latitude: number | null;
  longitude: number | null;
  images: string[];
};

const NO_COUNTRY = 'ZZ';

/** The vendor's hub in our words; what cannot be read is null or `unknown`, and noticed. */
export function hubOf(wire: WireHub, notice: Notice): VendorHub {
  const place = coordinatesOf(wire);
  return {
    vendorHubId: wire.transportHubId,
    iata: /^[a-z]{3}$/i.test(wire.iata ?? '') ? (wire.iata?.toUpperCase() ?? null) : null,
    name: wire.transportHubName,
    city: wire.city ?? wire.transportHubName,
    countryCode: countryOf(wire.countryOrRegion, notice),
    type: wordOf(CODES.hubType, wire.type, 'hub.type', notice) ?? 'unknown',
    ...place,
    images: wire.imagesList,
  };
}

function countryOf(text: string | null, notice: Notice): string {
  if (text !== null && /^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  notice('hub.countryOrRegion', text);
  return NO_COUNTRY;
}

/** Both or neither: half a place is none. */
function coordinatesOf({ latitude, longitude }: WireHub): { latitude: number | null; longitude: number | null } {
  const isPlace = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? { latitude, longitude } : { latitude: null, longitude: null };
}
