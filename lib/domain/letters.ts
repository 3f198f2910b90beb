/** Latin letters that Unicode does not take apart into a base and a mark, in lower case, as people type them without. */
export const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** `ue`, `oe` and `ae` are how `ü`, `ö` and `ä` are typed without them: `zuerich` is also `zurich`. */
export function withoutUmlautSpelling(text: string): string {
  return text.replace(/([aou])e/g, '$1');
}
