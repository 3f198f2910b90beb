import 'server-only';
import { openData } from './open-data';

/** ISO 3166 for "no country": a hub whose country the vendor did not tell. */
const NO_COUNTRY = 'ZZ';

const inEnglish = new Intl.DisplayNames(['en'], { type: 'region' });
/** At most one for each two letters. */
const known = new Map<string, readonly string[]>();

/** The English name of a country, and what people call it beside; none for a code that names no country. */
export function countryNames(code: string): readonly string[] {
  const names = known.get(code) ?? readNames(code);
  known.set(code, names);
  return names;
}

function readNames(code: string): string[] {
  if (!/^[A-Z]{2}$/.test(code) || code === NO_COUNTRY) return [];
  return [inEnglish.of(code) ?? code, ...openData().otherNamesOfCountry(code)];
}
