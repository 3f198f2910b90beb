import { numberFormatter } from './formatters';

/** `34 km`; below ten with one decimal, because 1.4 km can be walked and 0 km reads like a fault. */
export function distance(km: number, locale: string): string {
  const options = { style: 'unit', unit: 'kilometer', maximumFractionDigits: km < 10 ? 1 : 0 } as const;
  return numberFormatter(locale, options).format(km);
}
