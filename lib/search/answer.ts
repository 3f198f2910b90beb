import type { HubType } from '@/lib/domain/hub';
import type { Module } from '@/lib/domain/module';
import type { NearestHub, SearchEntry } from './entry';
import type { HubIndex } from './hub-index';

/** A row of results, as `GET /api/hubs` answers it. */
export type HubRow = {
  hub: string;
  iata: string | null;
  name: string;
  city: string;
  countryCode: string;
  country: string;
  type: HubType;
  modules: Module[];
  resourceCount: number;
  nearest?: NearestHub;
};

/** How many hits without a service are given a way out: further down a list nobody reads it. */
const NEAREST_SHOWN = 3;

/** What a search answers, wherever it runs. */
export function answer(index: HubIndex, q: string, limit: number): { hubs: HubRow[]; total: number } {
  const { entries, total } = index.search(q, limit);
  let ways = 0;
  const hubs = entries.map((entry) => {
    const { nearest } = entry;
    if (!nearest || ways === NEAREST_SHOWN) return hubRow(entry);
    ways += 1;
    return { ...hubRow(entry), nearest };
  });
  return { hubs, total };
}

function hubRow(entry: SearchEntry): HubRow {
  const { hub, iata, name, city, countryCode, countryNames, type, modules, resourceCount } = entry;
  const country = countryNames[0] ?? '';
  return { hub, iata, name, city, countryCode, country, type, modules: [...modules], resourceCount };
}
