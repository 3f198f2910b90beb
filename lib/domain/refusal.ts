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

/** The text with every code of the traveller's taken out, however it was grouped: people quote what a desk would not read. */
export function withoutCodes(text: string, codes: readonly string[]): string {
  return codes.reduce((rest, code) => {
    const signs = [...code].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
    return signs.length === 0 ? rest : rest.replace(new RegExp(signs.join('[^\\p{L}\\p{N}]*'), 'giu'), '…');
  }, text);
}
