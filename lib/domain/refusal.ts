/** Why a desk said no, as travellers see it. The words stand in messages under the same names. */
export const REFUSAL_REASONS = [
  'full',
  'not-recognised',
  'not-accepted',
  'closed',
  'too-early',
  'guests',
  'dress',
  'other',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Characters a traveller may add in their own words. */
export const LONGEST_WORDS = 500;
