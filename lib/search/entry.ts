import type { HubType } from '@/lib/domain/hub';
import type { Module } from '@/lib/domain/module';

/** All that search and a row of results need of one hub. Counts and modules are those of what one brand offers. */
export type SearchEntry = {
  /** What our URLs say. */
  hub: string;
  /** Empty for an airport that the vendor does not list. */
  vendorHubId: string;
  iata: string | null;
  icao: string | null;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
  type: HubType;
  modules: readonly Module[];
  resourceCount: number;
  /** Codes of cities with several airports, such as NYC. */
  metroCodes: readonly string[];
  /** Former, local and colloquial names of the city or the hub, as people write them. */
  otherNames: readonly string[];
  /** In English, then as people call it; search knows it in more languages. Empty when the country is not known. */
  countryNames: readonly string[];
  /** Position among busy airports, 0 the busiest; null for any other place. */
  trafficRank: number | null;
  /** For a hub without places: the nearest one that has some. */
  nearest?: NearestHub;
};

export type NearestHub = { hub: string; iata: string | null; name: string; city: string; distanceKm: number };
