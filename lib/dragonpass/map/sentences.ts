import 'server-only';

/** A sentence longer than this is a wall of text: no fact is read from it, and no page repeats it beside one. */
const LONGEST = 280;

/** These keep their full stop inside a sentence: `max. 3 hours`, `e.g. sportswear`. */
const INSIDE = /\b(?:max|approx|ca|e\.g|i\.e|eg|ie|incl|excl|no|nr|dep|sched|mr|mrs|ms|dr|st|vs|pax)\.$/i;
/** What begins a line of a list: a bullet, or a number. */
const BULLET = /^[\s•·▪◦●○■*–—\-‣✓✔>]+|^\(?\d{1,2}[.)]\s+(?=\D)/u;

/** A part after a semicolon stands alone, unless it goes on about those before it: `under 2 free; others use a visit`. */
const PARTS =
  /\n|;\s+(?!(?:older|others?|all others?|the others?|those|they|these|from|above|over|thereafter|otherwise|afterwards|after that|but|and|if|unless|except)\b)|。|！|？|•/i;

/** The sentences of a plain text, one a line or bullet at least, as they were written. */
export function sentencesOf(text: string): string[] {
  return text
    .split(PARTS)
    .map((line) => line.replace(BULLET, '').trim())
    .flatMap(splitLine)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && sentence.length <= LONGEST);
}

/** A full stop ends a sentence before a capital letter, a digit or a quotation mark, unless it belongs to a short form. */
function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  // A stop, then space and something that begins a sentence; or a stop that lost its space, between words.
  for (const match of line.matchAll(/[.!?]+["”’)]*(?=\s+["“‘(]?[\p{Lu}\d])|(?<=[\p{Ll})])[.!?](?=\p{Lu}\p{Ll})/gu)) {
    const end = match.index + match[0].length;
    const sentence = line.slice(from, end);
    if (INSIDE.test(sentence) || isMinimum(sentence)) continue;
    sentences.push(sentence);
    from = end;
  }
  return [...sentences, line.slice(from)];
}

/** `min.` is minutes after a number, and otherwise a short form of "minimum". */
function isMinimum(sentence: string): boolean {
  return /(?<!\d\s?)\bmin\.$/i.test(sentence);
}
