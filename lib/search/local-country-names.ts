import { fold } from './fold';
import { inSlices } from './slices';

/** The vendor's languages (dragonpass-api 14.3), and those of other scripts that names of cities are known in. */
const LANGUAGES = 'fr de it ja pl pt pt-BR ru es th uk vi zh-Hans zh-Hant-HK ko ar he el hi tr nl'.split(' ');

/**
 * Gives the folded names of countries as the platform has them in many languages. Its lists are the same everywhere but for
 * a few names that changed lately.
 */
export async function eachLocalName(
  countryCodes: readonly string[],
  give: (name: string, countryCode: string) => void,
): Promise<void> {
  await inSlices(LANGUAGES, (language) => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of countryCodes) give(fold(names.of(code) ?? ''), code);
  });
}
