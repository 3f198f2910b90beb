/** Languages with a file in `messages/`. */
export const SHIPPED_LOCALES = ['en'] as const;
export type ShippedLocale = (typeof SHIPPED_LOCALES)[number];

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * The language to show: the first wish that both the brand and this build speak, by language when the region is
 * unknown. `wishes` come best first; an `Accept-Language` header may be one of them.
 */
export function chooseLocale(wishes: readonly (string | null | undefined)[], brandLocales: readonly string[]) {
  const offered = SHIPPED_LOCALES.filter((locale) => brandLocales.some((own) => languageOf(own) === locale));
  for (const wish of wishes.flatMap((text) => parseLanguages(text ?? ''))) {
    const found = offered.find((locale) => locale === wish || locale === languageOf(wish));
    if (found) return found;
  }
  return offered[0] ?? 'en';
}

export function textDirection(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr';
}

/** Tags of an `Accept-Language` value, best first; a bare tag is its own list. */
function parseLanguages(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.trim(), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
