import { PLAIN_LETTERS, withoutUmlautSpelling } from '@/lib/domain/letters';

/** `at` is where the part begins in the text. */
export type MatchPart = { at: number; text: string; isMatch: boolean };

/**
 * Splits `text` into the stretches that `query` matches and the rest, without regard to case and accents; a match
 * begins where a word begins. A hit found through a typo or another language has no matching stretch, and none is marked.
 */
export function matchParts(text: string, query: string): MatchPart[] {
  const marked = new Array<boolean>(text.length).fill(false);
  const source = folded(text);
  for (const word of wordsOf(query)) {
    for (let at = source.text.indexOf(word); at !== -1; at = source.text.indexOf(word, at + 1)) {
      if (!isWordStart(source.text, at)) continue;
      marked.fill(true, source.originOf(at), source.originOf(at + word.length));
    }
  }
  return joined(text, marked);
}

/** A list is marked row by row for one query, on a slow phone between two key presses: its words are found once. */
let last: { query: string; words: ReadonlySet<string> } = { query: '', words: new Set() };

function wordsOf(query: string): ReadonlySet<string> {
  if (query !== last.query) {
    const typed = folded(query).text.split(/[^\p{L}\p{N}]+/u);
    const words = new Set([...typed, ...typed.map(withoutUmlautSpelling)]);
    words.delete('');
    last = { query, words };
  }
  return last.words;
}

function plainOf(character: string): string {
  const lower = character.toLowerCase();
  if (lower.length === 1 && lower <= '\x7f') return lower;
  return PLAIN_LETTERS[lower] ?? lower.normalize('NFD').replace(/\p{Mn}/gu, '');
}

type Folded = { text: string; originOf: (at: number) => number };

const ASCII = /^[\0-\x7f]*$/;

/** The text in lower case without accents, and where each of its characters stood in the original. */
function folded(text: string): Folded {
  if (ASCII.test(text)) return { text: text.toLowerCase(), originOf: (at) => at };
  let result = '';
  const origin: number[] = [];
  let position = 0;
  for (const character of text) {
    const plain = plainOf(character);
    for (let index = 0; index < plain.length; index += 1) origin.push(position);
    result += plain;
    position += character.length;
  }
  return { text: result, originOf: (at) => origin[at] ?? text.length };
}

/** Scripts without spaces begin a word anywhere. */
function isWordStart(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || !/[\p{L}\p{N}]/u.test(before) || !/[\p{Script=Latin}\p{N}]/u.test(text[at] ?? '');
}

function joined(text: string, marked: boolean[]): MatchPart[] {
  const parts: MatchPart[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const isMatch = marked[index] ?? false;
    const last = parts.at(-1);
    if (last && last.isMatch === isMatch) last.text += text[index];
    else parts.push({ at: index, text: text[index] ?? '', isMatch });
  }
  return parts;
}
