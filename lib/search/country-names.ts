import { fold } from './fold';

/** The vendor's languages (dragonpass-api 14.3), and those of other scripts that names of cities are known in. */
const LANGUAGES = 'fr de it ja pl pt pt-BR ru es th uk vi zh-Hans zh-Hant-HK ko ar he el hi tr nl'.split(' ');

/**
 * Names of a country as the platform has them in many languages, after the given ones, each once however it is written.
 * The platform's lists are the same everywhere but for a few names that changed lately.
 */
export function withLocalNames(countryCode: string, given: readonly string[]): readonly string[] {
  if (given.length === 0) return given;
  const byFolded = new Map<string, string>();
  const local = displayNames().map((names) => names.of(countryCode) ?? '');
  for (const name of [...given, ...local]) {
    const folded = fold(name);
    if (folded !== '' && !byFolded.has(folded)) byFolded.set(folded, name);
  }
  return [...byFolded.values()];
}

let known: Intl.DisplayNames[] | undefined;

function displayNames(): Intl.DisplayNames[] {
  known ??= LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  return known;
}
