import type { ColourRole } from './colour-roles';
import type { Brand } from './schema';

type Palette = Brand['theme']['light'];
type Pair = readonly [text: ColourRole, ground: ColourRole, minimum: number];

/** WCAG 2.2 AA: 4.5 for text, 3 for large text and for what marks a control (1.4.3, 1.4.11). */
const TEXT = 4.5;
const LARGE = 3;

/** Every pair the components put together. `line` is decoration and not listed. */
const PAIRS: readonly Pair[] = [
  ['ink', 'surface', TEXT],
  ['ink', 'surface-raised', TEXT],
  ['ink-muted', 'surface', TEXT],
  ['ink-muted', 'surface-raised', TEXT],
  ['on-brand', 'brand', TEXT],
  ['accent', 'brand', LARGE],
  ['on-accent', 'accent', TEXT],
  ['positive', 'positive-soft', TEXT],
  ['positive', 'surface', TEXT],
  ['positive', 'surface-raised', TEXT],
  ['warning', 'warning-soft', TEXT],
  ['warning', 'surface', TEXT],
  ['warning', 'surface-raised', TEXT],
  ['critical', 'critical-soft', TEXT],
  ['critical', 'surface', TEXT],
  ['critical', 'surface-raised', TEXT],
  // The label of a destructive button.
  ['surface-raised', 'critical', TEXT],
];

/** Contrast of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** One readable line for each pair that misses AA; empty when the theme may be used. */
export function checkContrast(theme: Brand['theme']): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) => problemsOf(scheme, theme[scheme]));
}

function problemsOf(scheme: string, palette: Palette): string[] {
  return PAIRS.flatMap(([text, ground, minimum]) => {
    const ratio = contrastRatio(palette[text], palette[ground]);
    if (ratio >= minimum) return [];
    return [
      `${scheme}: ${text} ${palette[text]} on ${ground} ${palette[ground]} is ${ratio.toFixed(2)}:1, needs ${minimum}:1`,
    ];
  });
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
