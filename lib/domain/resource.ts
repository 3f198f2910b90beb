import type { CancellationPolicy } from './cancellation';
import type { EntryRules } from './entry-rules';
import type { Module } from './module';
import type { OpeningHours } from './opening-hours';
import type { RequiredInfo } from './required-info';

export type Side = 'airside' | 'landside' | 'unknown';

export type RouteType = 'international' | 'domestic' | 'unknown';

/** What the vendor's list says of a place: enough for a hub page's card. */
export type ResourceSummary = {
  resourceId: string;
  module: Module;
  name: string;
  vendorHubId: string;
  /** Null when the place names no terminal; grouped as "other places". */
  terminal: string | null;
  side: Side;
  gate: string | null;
  /** The place's own description of where it is. */
  location: string | null;
  /** IANA zone. */
  timeZone: string;
  image: string | null;
  routeTypes: RouteType[];
};

/** What the vendor's details add. A place whose details have not been read yet has none of it. */
export type ResourceDetails = {
  images: string[];
  hours: OpeningHours;
  facilities: string[];
  description: string | null;
  /** Entry rules in the place's own words, with the breaks it wrote. */
  conditions: string | null;
  /** What those words say about who may come in. */
  entry: EntryRules;
  prebookable: boolean;
  /** Largest party of one order, already defaulted (0 or missing means 6). */
  maxParty: number;
  requiredInfo: RequiredInfo;
  cancellation: CancellationPolicy;
};

/** A place that takes passes: lounge, Fast Track lane or restaurant. Instants are ISO strings in UTC. */
export type Resource = ResourceSummary & {
  details: ResourceDetails | null;
  /** When the vendor last confirmed what we hold. */
  confirmedAt: string;
};
