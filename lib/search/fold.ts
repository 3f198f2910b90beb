import { PLAIN_LETTERS, withoutUmlautSpelling } from '@/lib/domain/letters';

const LETTERS: Readonly<Record<string, string>> = {
  ...PLAIN_LETTERS,
  // Arabic ones that are typed for each other.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const LETTERS_PATTERN = /[ßæœøłđðþıىیکة]/g;
const ASCII = /^[\0-\x7f]*$/;
const MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;
/** Marks of direction, joiners, variants of emoji and the Arabic stretching stroke: they are part of no word. */
const INVISIBLE = /\p{Cf}|[\ufe00-\ufe0fـ]/gu;
const KATAKANA = /[ァ-ヶ]/g;
const KATAKANA_TO_HIRAGANA = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** Words that stand for each other, where names have either. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['sankt', 'st'],
  ['st', 'saint'],
  ['hauptbahnhof', 'hbf'],
]);

/** "Airport" and the like, folded, in the languages people search in. */
const AIRPORT_WORDS = new Set(
  ['airport', 'intl', 'flughafen', 'aeroport', 'aeropuerto', 'aeroporto', 'lotnisko', 'havalimani', 'аэропорт'].concat([
    'аеропорт',
    'αεροδρομιο',
    'مطار',
    'สนามบิน',
    'विमानतल',
    'हवाई',
    'अड्डा',
  ]),
);
/** The same where words are written together. */
const AIRPORT_ENDING = /(?<=\p{L}{2})(?:国际机场|國際機場|机场|機場|国际|國際|国際空港|空港|국제공항|공항)$/u;

/**
 * A text as search compares it: lower case, marks dropped (`ü` is `u`), katakana as hiragana, punctuation as one space.
 * Scripts whose marks are part of the letter (kana, Hangul, Thai, Devanagari) keep them.
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
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(LETTERS_PATTERN, (letter) => LETTERS[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA));
}

/** Nothing that anybody could see was typed. */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '').trim() === '';
}

/** A folded name, and the same written as one word. */
export function withJoined(folded: string): string[] {
  const joined = folded.replaceAll(' ', '');
  return joined === folded ? [folded] : [folded, joined];
}

/**
 * Ways to read a folded query, as typed first: `zuerich` is also `zurich`; `saint` is also `st`; and "airport" says nothing
 * about which one, in any language.
 */
export function readingsOf(folded: string): string[] {
  const readings = new Set(codeReadingsOf(folded));
  for (const reading of [...readings])
    readings.add(reading.replace(/\p{L}+/gu, (word) => SAME_WORDS.get(word) ?? word));
  for (const reading of [...readings]) readings.add(withoutUmlautSpelling(reading));
  return [...readings];
}

/** Those in which a code may stand: `oerk` is Riyadh's, and no way to type Cork's `ork`. */
export function codeReadingsOf(folded: string): string[] {
  return [folded, withoutAirport(folded)];
}

function withoutAirport(folded: string): string {
  const words = folded.split(' ').filter((word) => !AIRPORT_WORDS.has(word));
  return words.join(' ').replace(AIRPORT_ENDING, '') || folded;
}
