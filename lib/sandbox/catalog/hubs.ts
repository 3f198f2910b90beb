import { z } from 'zod';
import rows from '../data/hubs.json';
import type { SandboxHub } from './model';

const rowSchema = z.tuple([
  z.string(),
  z.union([z.literal(1), z.literal(2), z.literal(3)]),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number(),
  z.string(),
  z.union([z.literal(1), z.literal(2)]),
]);

/** The hubs in the order of the data file, which is also the order of the vendor's list. */
export function readHubs(): SandboxHub[] {
  return z
    .array(rowSchema)
    .parse(rows)
    .map(([transportHubId, type, iata, icao, name, city, country, continent, latitude, longitude, timezone, rank]) => ({
      transportHubId,
      type,
      iata,
      icao,
      name,
      city,
      country,
      continent,
      latitude,
      longitude,
      timezone,
      rank,
    }));
}
