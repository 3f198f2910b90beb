import { numberFormatter } from './formatters';

/**
 * A counted text for each plural form of a language, `#` where the number stands. The server makes it from a message, so
 * that an island can count without carrying a message parser.
 */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * Enough to meet every plural form of every language we may ship; Arabic needs 100 for `other`. Zero comes last: a message
 * may have words of its own for it (`=0`), which are no form for other numbers.
 */
const SAMPLES = [2, 1, 3, 5, 6, 11, 20, 21, 100, 1_000_000, 0];

/** @param render the message for a number, as next-intl's `t('places', { count })`. */
export function pluralForms(render: (count: number) => string, locale: string): PluralForms {
  const rules = new Intl.PluralRules(locale);
  const forms: PluralForms = {};
  for (const sample of SAMPLES) {
    const written = numberFormatter(locale).format(sample);
    forms[rules.select(sample)] ??= render(sample).replace(written, '#');
  }
  return forms;
}

/** A list of hits asks for the same rules with every row and letter, and making them costs more than using them. */
let lastRules: { locale: string; rules: Intl.PluralRules } | null = null;

function rulesOf(locale: string): Intl.PluralRules {
  if (lastRules?.locale !== locale) lastRules = { locale, rules: new Intl.PluralRules(locale) };
  return lastRules.rules;
}

export function pluralText(forms: PluralForms, count: number, locale: string): string {
  const form = forms[rulesOf(locale).select(count)] ?? forms.other ?? '#';
  return form.replace('#', numberFormatter(locale).format(count));
}
