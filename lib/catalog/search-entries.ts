import 'server-only';
import type { Hub } from '@/lib/domain/hub';
import type { SearchEntry } from '@/lib/search/entry';
import { fold } from '@/lib/search/fold';
import { countryNames } from './country-names';
import type { OpenData } from './open-data';
import { trafficRank } from './popularity';

/** A hub with every name it is known by: the vendor's, and where they tell of the same country, open data's and curated. */
export function searchEntry(hub: Hub, data: OpenData, translations: readonly string[] = []): SearchEntry {
  const { iata, icao, name, city, countryCode, type, vendorHubId, modules, resourceCount } = hub;
  const airport = iata === null ? undefined : data.airports.get(iata);
  // A code that the vendor gives to a place in another country is its own affair.
  const isElsewhere = airport !== undefined && airport.countryCode !== countryCode;
  const known = isElsewhere ? undefined : airport;
  const cities = known ? [city, known.city] : [city];
  const others = [
    ...cities.slice(1),
    ...(known ? [known.name] : []),
    ...data.otherNamesOf({ iata: isElsewhere ? null : iata, countryCode, cities }),
    ...translations,
  ];
  return {
    hub: hub.hub,
    vendorHubId,
    iata,
    icao,
    name,
    city,
    countryCode,
    type,
    modules,
    resourceCount,
    metroCodes: iata === null ? [] : data.metroCodesOf(iata),
    otherNames: unlike([city, name], others),
    countryNames: countryNames(countryCode),
    trafficRank: trafficRank(iata),
  };
}

/** Those that search would not take for one another, or for one that is known already. */
function unlike(known: readonly string[], others: readonly string[]): string[] {
  const seen = new Set(known.map(fold));
  return others.filter((name) => {
    const folded = fold(name);
    const isNew = folded !== '' && !seen.has(folded);
    seen.add(folded);
    return isNew;
  });
}
