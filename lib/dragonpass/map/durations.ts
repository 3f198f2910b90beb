import 'server-only';

/** A length of time in a sentence, and what stands right before and after it. */
export type Duration = { minutes: number; index: number; end: number };

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
};

const NUMBER = String.raw`(?:\d{1,3}(?:[.,]\d{1,2})?\s?½?|${Object.keys(WORDS).reverse().join('|')})`;
const HOURS = '(?:hours?|hrs?|h)';
const MINUTES = '(?:minutes?|mins?)';
const AGAIN = String.raw`(?:\s?\(\s?${NUMBER}\s?\))?`;

/** `3 hours`, `3hr`, `3-hour`, `three (3) hours`, `3 (three) hours`, `two and a half hours`, `1 hour 30 minutes`, `1h30`, `90 min.`. */
const DURATION = new RegExp(
  String.raw`(?<![\p{L}\d]|\d[.,:]|\d\s?[-–—/]\s?|\d\s)(?:` +
    String.raw`(?<hours>${NUMBER})${AGAIN}(?<half>\s?(?:and a half|½))?[\s-]?(?<hourUnit>${HOURS})(?:(?<halfAfter>\s+and a half)|(?:\s?(?:and\s)?(?<rest>\d{1,2})[\s-]?(?:${MINUTES}|m\b))|(?<bare>[0-5]\d))?` +
    String.raw`|(?<minutes>${NUMBER})${AGAIN}[\s-]?${MINUTES}` +
    String.raw`)(?![\p{L}\d])`,
  'giu',
);

/** `2-3 hours`, `2 to 3 hours`, `two or three hours`: which of them holds is not said. */
const RANGE = new RegExp(
  String.raw`${NUMBER}\s?(?:${HOURS}|${MINUTES})?\s?(?:-|–|—|/|to|or|and)\s?${NUMBER}${AGAIN}[\s-]?(?:${HOURS}|${MINUTES})(?!\p{L})`,
  'iu',
);

export function hasRange(sentence: string): boolean {
  const found = RANGE.exec(sentence)?.[0];
  // "1 hour and 30 minutes" is one length, not two to choose from.
  return found !== undefined && !/h\w*\s?and\s?\d+\s?m/i.test(found);
}

/** The lengths of time a sentence names, in order. */
export function durationsOf(sentence: string): Duration[] {
  return [...sentence.matchAll(DURATION)].flatMap((match) => {
    const minutes = minutesOf(match.groups ?? {});
    return Number.isFinite(minutes) && minutes > 0
      ? [{ minutes, index: match.index, end: match.index + match[0].length }]
      : [];
  });
}

function minutesOf({ hours, half, halfAfter, rest, bare, minutes }: Record<string, string | undefined>): number {
  if (minutes !== undefined) return numberOf(minutes);
  return (numberOf(hours ?? '') + (half || halfAfter ? 0.5 : 0)) * 60 + Number(rest ?? bare ?? 0);
}

function numberOf(text: string): number {
  const word = WORDS[text.toLowerCase().trim()];
  if (word !== undefined) return word;
  return Number(text.replace('½', '').replace(',', '.').trim()) + (text.includes('½') ? 0.5 : 0);
}
