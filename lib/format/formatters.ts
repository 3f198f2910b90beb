/** Making an Intl formatter costs more than using it a hundred times, and a hub page needs the same few for every card. */
const LIMIT = 500;

const dateFormatters = new Map<string, Intl.DateTimeFormat>();
const numberFormatters = new Map<string, Intl.NumberFormat>();

/** The page's language as dates are written in it: plain English puts the day before the month and counts to 24. */
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

export function dateFormatter(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  return kept(
    dateFormatters,
    key,
    () => new Intl.DateTimeFormat(dateLocale(locale), { ...options, timeZone, hourCycle: 'h23' }),
  );
}

export function numberFormatter(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  return kept(numberFormatters, key, () => new Intl.NumberFormat(locale, options));
}

const relativeFormatters = new Map<string, Intl.RelativeTimeFormat>();

export function relativeFormatter(locale: string): Intl.RelativeTimeFormat {
  return kept(relativeFormatters, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= LIMIT) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}
