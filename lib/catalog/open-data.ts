import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fold } from '@/lib/search/fold';

/** Read by path, so that a third of a megabyte of data is neither bundled nor type-checked. */
const FOLDER = 'lib/catalog/data';

/** An airport as open data knows it; see data/ATTRIBUTION.md. */
export type KnownAirport = {
  iata: string;
  icao: string;
  name: string;
  city: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
};

export type OpenData = {
  airports: ReadonlyMap<string, KnownAirport>;
  /** Codes of cities, such as NYC, by IATA code of an airport. */
  metroCodesOf(iata: string): string[];
  /** Other names of a city or an airport, as people write them. */
  otherNamesOf(place: { iata: string | null; countryCode: string; cities: readonly string[] }): string[];
  /** What people call a country, beside what languages have as its name. */
  otherNamesOfCountry(countryCode: string): string[];
};

const airportsSchema = z.array(
  z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.number(), z.number(), z.string()]),
);
const listsSchema = z.record(z.string(), z.array(z.string()));
const aliasesSchema = z.object({
  codes: listsSchema,
  cities: listsSchema,
  airports: listsSchema,
  countries: listsSchema,
});

let cached: OpenData | undefined;

/** Airports and other names of places, read once. Throws when the files are not beside the server. */
export function openData(): OpenData {
  cached ??= readOpenData();
  return cached;
}

function readOpenData(): OpenData {
  const aliases = aliasesSchema.parse(readData('aliases.json'));
  const rows = airportsSchema.parse(readData('airports.json'));
  const airports = new Map(
    rows.map(([iata, icao, name, city, countryCode, latitude, longitude, timeZone]) => [
      iata,
      { iata, icao, name, city, countryCode, latitude, longitude, timeZone },
    ]),
  );
  const metroCodes = new Map<string, string[]>();
  for (const [code, members] of Object.entries(aliases.codes)) {
    for (const iata of members) metroCodes.set(iata, [...(metroCodes.get(iata) ?? []), code]);
  }
  const cityNames = new Map(Object.entries(aliases.cities).map(([city, names]) => [fold(city), names]));
  return {
    airports,
    metroCodesOf: (iata) => metroCodes.get(iata) ?? [],
    otherNamesOf: ({ iata, countryCode, cities }) => [
      ...cities.flatMap((city) => cityNames.get(fold(`${countryCode} ${city}`)) ?? []),
      ...(iata === null ? [] : (aliases.airports[iata] ?? [])),
    ],
    otherNamesOfCountry: (countryCode) => aliases.countries[countryCode] ?? [],
  };
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, name), 'utf8'));
}
