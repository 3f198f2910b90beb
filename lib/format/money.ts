import { numberFormatter } from './formatters';

/**
 * An exact decimal text (`"6.00"`) in its own currency, as the language writes it: never rounded by way of a binary number.
 * Null for what is no amount, or no currency.
 */
export function money(amount: string, currency: string, locale: string): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(amount) || !/^[A-Za-z]{3}$/.test(currency)) return null;
  const decimals = amount.split('.')[1]?.length ?? 0;
  const { maximumFractionDigits: usual = 2 } = numberFormatter(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const maximumFractionDigits = Math.min(20, Math.max(usual, decimals));
  const exact = numberFormatter(locale, { style: 'currency', currency, maximumFractionDigits });
  return exact.format(amount as Intl.StringNumericLiteral);
}
