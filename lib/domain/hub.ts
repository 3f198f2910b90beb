import type { Module } from './module';

export type HubType = 'airport' | 'rail' | 'port' | 'unknown';

/** An airport, railway station or port. `hub` is what our URLs say: the IATA code, or the vendor's id where there is none. */
export type Hub = {
  hub: string;
  vendorHubId: string;
  iata: string | null;
  icao: string | null;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
  type: HubType;
  /** Degrees; null when the vendor gave none that can be read. */
  latitude: number | null;
  longitude: number | null;
  /** IANA zone; null for a hub that neither has resources nor stands in the open data. */
  timeZone: string | null;
  modules: Module[];
  resourceCount: number;
  images: string[];
};
