import 'server-only';

/** Letters that Unicode does not take apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
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
const ASCII = /^[\0-\x7f]*$/;
const MARKS = /(?<=\p{Script=Latin}\p{M}*|\p{Script=Cyrillic}\p{M}*|\p{Script=Greek}\p{M}*)\p{M}/gu;
const LETTERS_PATTERN = /[ßæœøłđðþı]/g;

/**
 * A text as search compares it: lower case, marks dropped (`ü` is `u`), punctuation as one space. Scripts whose marks are
 * part of the letter (kana, Hangul, Thai, Devanagari) keep them.
 */
export function fold(text: string): string {
  const letters = ASCII.test(text) ? text.toLowerCase() : plainLetters(text);
  return letters
    .replace(/['’ʻ`´]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(LETTERS_PATTERN, (letter) => LETTERS[letter] ?? letter);
}

/**
 * Other ways to read a folded query: `ue`, `oe` and `ae` are how `ü`, `ö` and `ä` are typed without them, so `zuerich`
 * is also `zurich`.
 */
export function readingsOf(folded: string): string[] {
  const plain = folded.replace(/([aou])e/g, '$1');
  return plain === folded ? [folded] : [folded, plain];
}
