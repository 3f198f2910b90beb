import 'server-only';
import { fold } from '@/lib/search/fold';
import { openData } from './open-data';

/** The vendor's languages (dragonpass-api 14.3): what its customers read, and so what they may type. English first. */
const LANGUAGES = 'en fr de it ja pl pt pt-BR ru es th uk vi zh-Hans zh-Hant-HK ko'.split(' ');
/** ISO 3166 for "no country": a hub whose country the vendor did not tell. */
const NO_COUNTRY = 'ZZ';

const inLanguages = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
/** At most one for each two letters. */
const known = new Map<string, readonly string[]>();

/** Names of a country, English first, each once however it is written; none for a code that names no country. */
export function countryNames(code: string): readonly string[] {
  const names = known.get(code) ?? readNames(code);
  known.set(code, names);
  return names;
}

function readNames(code: string): string[] {
  if (!/^[A-Z]{2}$/.test(code) || code === NO_COUNTRY) return [];
  const names = inLanguages.map((names) => names.of(code) ?? code).concat(openData().otherNamesOfCountry(code));
  const byFolded = new Map<string, string>();
  for (const name of names) if (!byFolded.has(fold(name))) byFolded.set(fold(name), name);
  return [...byFolded.values()];
}
