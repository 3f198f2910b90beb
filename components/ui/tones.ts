/** States, by ground and text colour. Always with an icon and a word: colour alone says nothing. */
export const TONES = {
  neutral: 'bg-surface text-ink-muted',
  positive: 'bg-positive-soft text-positive',
  warning: 'bg-warning-soft text-warning',
  critical: 'bg-critical-soft text-critical',
} as const;

export type Tone = keyof typeof TONES;
