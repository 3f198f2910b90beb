import type { Section } from './part';

/** One number, as it is printed. Without an aim it only explains the others. */
export type Finding = { what: string; measured: string; aim?: string; isMet?: boolean };

export function findings(title: string, found: readonly Finding[], data: unknown): Section {
  const rows = found.map(({ what, measured, aim = '', isMet }) => [
    what,
    measured,
    aim,
    isMet === undefined ? '' : isMet ? 'met' : 'missed',
  ]);
  return { title, head: ['', 'measured', 'aim', ''], rows, data };
}

/** A number that should be at most `most`, both in `unit`. */
export function atMost(what: string, value: number, most: number, unit: string, digits = 1): Finding {
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`.trim(),
    aim: `≤ ${most} ${unit}`.trim(),
    isMet: value <= most,
  };
}

export function plain(what: string, value: number, unit: string, digits = 1): Finding {
  return { what, measured: `${value.toFixed(digits)} ${unit}`.trim() };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that `share` of all stay below, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
