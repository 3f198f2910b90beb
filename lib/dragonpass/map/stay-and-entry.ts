import 'server-only';
import { durationsOf, hasRange } from './durations';

/** A sentence with every length of time replaced by `§`, so that a pattern can say what stands around it. */
export type Timed = { words: string; text: string; minutes: number[] };

const HOUR = 60;
const STAY_LIMITS = { least: 15, most: 24 * HOUR };
const ENTRY_LIMITS = { least: 30, most: 48 * HOUR };

export function timed(words: string): Timed {
  const durations = durationsOf(words);
  let text = '';
  let from = 0;
  for (const { index, end } of durations) {
    text += `${words.slice(from, index)}§`;
    from = end;
  }
  return {
    words,
    text: (text + words.slice(from)).toLowerCase().replace(/§\.(?= )/g, '§'),
    minutes: durations.map(({ minutes }) => minutes),
  };
}

const STAY =
  '(?:stays?|visits?|length of (?:the )?(?:stay|visit)|duration of (?:the |your )?(?:stay|visit)|lounge (?:use|access|stays?|visits?)|use of the lounge|dwell time|access)';
const MOST = String.raw`(?:up to|at most|no longer than|not longer than|no more than|not more than|(?:a |the )?max(?:imum|\.)?(?: (?:stay|duration|period|time|length))?(?: of)?)`;
const PER = '(?:per|each) (?:visit|stay|entry|person|guest|passenger|pass)';

const STAY_SAYINGS = [
  // "Maximum stay: 3 hours", "Max. length of stay is 2 hours"
  String.raw`\bmax(?:imum|imal|\.)? (?:(?:permitted|allowed|lounge|allowable) )*(?:(?:length|duration|period|time) of (?:the |your )?)?(?:stay|visit|dwell)(?: (?:time|duration|period|length|limit))?(?: (?:is|in the lounge|at the lounge|here|allowed|permitted|of|limited to|${PER}))*\s?[-–—:=]?\s?§`,
  // "Max. 3 hours stay", "Maximum of 3 hours per visit"
  String.raw`\bmax(?:imum|\.)?(?: of)?\s?[-–—:]?\s?§(?:['’]s?)?(?: of)? (?:stay|visit|dwell|${PER}|in the lounge)`,
  // "Stay is limited to 2 hours", "Visits are restricted to a maximum of 3 hours"
  String.raw`\b${STAY} (?:is|are|will be|time is)?\s?(?:strictly )?(?:limited|restricted|capped) (?:to|at) (?:${MOST} )?§`,
  // "Guests may stay up to 3 hours", "You can stay for a maximum of three hours"
  String.raw`\b(?:stay|remain|use the lounge|relax)(?: in the lounge| inside)?(?: for)? ${MOST} §`,
  // "Stays may not exceed 3 hours"
  String.raw`\b${STAY} (?:may|must|can|should|shall|is|are)\s?(?:not|never) (?:to )?(?:exceed|be longer than|last longer than|be more than) §`,
  // "Stay: max. 3 hours", "Length of stay - 2 hours"
  String.raw`\b(?:stay|length of stay|duration of stay|stay limit|time limit)(?: of| is)?\s?[-–—:]?\s?(?:${MOST} )?§`,
  // "3 hour stay limit", "3 hours maximum stay", "There is a 3-hour limit"
  String.raw`§(?: time)? (?:limit|max(?:imum|\.)? (?:stay|visit)|stay (?:limit|max(?:imum)?))\b`,
  // "One visit is valid for up to 3 hours", "Access is granted for a maximum of 2 hours"
  String.raw`\b(?:access|entry|admission|each visit|one visit|a visit) (?:is |are )?(?:valid|granted|permitted|allowed|good) for (?:${MOST} )?§`,
  // "A 3-hour stay is included"
  String.raw`\b(?:a|the|one) § (?:lounge )?(?:stay|visit)\b`,
].map((pattern) => new RegExp(pattern));

/** A rule for some people, some hours or some corner of the place is not the rule of the place. */
const ONLY_SOMETIMES =
  /\b(?:during|when|if|unless|except|weekends?|weekdays?|peak|between|after \d|before \d|domestic|international|schengen|economy|infants?|child(?:ren)?|members? of|depending|usually|normally|approximately|approx|about|around|showers?|nap|sleep\w*|pods?|cabins?|rooms?|massage|spa|wi-?fi|internet|park\w*|smok\w*|bar|arriving|transit|first|last)\b|\bfor (?!(?:no|not|at|all|each|every|any|a|an|one|up|the|your|lounge|per|max\w*|cardholders|passengers|guests|customers|travell?ers|visitors|everyone)\b)/;
const DENIED =
  /\b(?:no|not|without|never|any) (?:a |an )?(?:\w+ )?(?:max|limit|restrict|time limit)|\bmin(?:imum)? (?:stay|of|length)|\bextra|\bextend|\bextension|\badditional|\bcharge|\bfee\b|\bpa(?:y|id)|\bcosts?\b|\bprice|\bdiscount|\b(?:eur|usd|gbp)\b|[€$£]/;

/** How long one visit may last; null when a sentence does not say it, or says more than one thing. */
export function maxStayOf({ text, words, minutes }: Timed): number | null {
  if (minutes.length === 0 || hasRange(words) || DENIED.test(text) || ONLY_SOMETIMES.test(text)) return null;
  // A length before departure is when to come; what is left over has to be one length alone.
  const own = minutes.filter((_, index) => !BEFORE.test(textAfter(text, index)));
  const [stay] = own;
  const said = STAY_SAYINGS.some((saying) => {
    const match = saying.exec(text);
    return match !== null && !BEFORE.test(text.slice(match.index + match[0].lastIndexOf('§') + 1));
  });
  return said && stay !== undefined && own.length === 1 && within(stay, STAY_LIMITS) ? stay : null;
}

/** What follows the length that means "before departure". */
const BEFORE =
  /^ ?(?:or less )?(?:prior to|before|ahead of|in advance of|pre-?)\s?(?:(?:the|your|their|a|scheduled|published|official|booked|actual|flight|flight's|planned)\s)*(?:departure|departing|flight|take-?off|std\b|boarding|travel)/;

const ENTRY_WORDS =
  /\b(?:entry|enter|entrance|access|admission|admitted|admittance|admit|allowed in|use (?:of )?the lounge|lounge (?:can|may) be used|arrive at the lounge|check[- ]in to the lounge)\b/;
/** Sentences about leaving, booking, and the other end of the visit. */
const NOT_ABOUT_COMING =
  /\b(?:leave|vacate|exit|last|latest|final|at least|min(?:imum|\.)?|no later|not later|later than|until|till|clos\w+|cancel\w*|book\w*|reserv\w*|purchase\w*|baggage|luggage|bags?|counters?|desks?|gates? |opens?|delay\w*|must|recommend\w*|advis\w*|should)\b/;
const NEGATED = /\b(?:not|no|cannot|can't|denied|refused|never)\b/;
const NOT_EARLIER =
  /\b(?:no|not)(?: \w+){0,3}? (?:more than|earlier than|before|sooner than|longer than) §|\b(?:no|not) (?:earlier|more|sooner) than §/;

/** How long before departure people may come at the earliest; null when a sentence does not say it. */
export function earliestEntryOf({ text, words, minutes }: Timed): number | null {
  const before = minutes.filter((_, index) => BEFORE.test(textAfter(text, index)));
  const [entry] = before;
  if (entry === undefined || before.length !== 1 || hasRange(words) || !within(entry, ENTRY_LIMITS)) return null;
  if (NOT_ABOUT_COMING.test(text) || ONLY_SOMETIMES.test(withoutFlight(text))) return null;
  if (!ENTRY_WORDS.test(text) && !/^max(?:imum|\.)?(?: of)? §/.test(text)) return null;
  if (NEGATED.test(text) && !NOT_EARLIER.test(text)) return null;
  // "Entry up to 45 minutes before departure" may as well be the latest moment.
  return /\bup to §/.test(text) && entry < HOUR ? null : entry;
}

/** The text behind the n-th length of time. */
function textAfter(text: string, nth: number): string {
  return text
    .split('§')
    .slice(nth + 1)
    .join('§');
}

function withoutFlight(text: string): string {
  return text.replace(/\bbefore (?=\w)/g, '');
}

function within(minutes: number, { least, most }: { least: number; most: number }): boolean {
  return minutes >= least && minutes <= most;
}
