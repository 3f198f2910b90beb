import 'server-only';
import type { ArrivalsAccess } from '@/lib/domain/entry-rules';

const CHILD =
  /\b(?:child(?:ren)?|infants?|kids?|minors|toddlers?|bab(?:y|ies)|under[- ](?:the age of )?\d{1,2}s?|juniors?|young people)\b/i;
/** Things for children, which are no rules about them. */
const CHILD_THINGS =
  /\b(?:child(?:ren)?|kids?|bab(?:y|ies)|infants?|toddlers?)(?:['’]s?)?[ -](?:menus?|meals?|food|play\w*|corners?|zones?|areas?|rooms?|spaces?|changing|change|facilit\w+|films?|tv|toys?|books?|seats?|chairs?|cots?|care|minding|friendly|entertainment|games?|portions?|clubs?|fares?)\b/gi;
const RULE_WORDS =
  /\b(?:free|complimentary|admitted|admission|admit|permitted|allowed|must|accompan\w+|supervis\w+|unattended|unaccompanied|charg\w+|pay\w*|count\w*|under|over|age[ds]?|years?|yrs?|yo|enter|entry|access|visits?|vouchers?|full|half|need|require\w*|considered|classed|welcome|not|no)\b/i;
const DRINKS_OR_SMOKE = /\b(?:alcohol\w*|liquor|wine|beer|spirits|drinks?|smok\w*|vap\w*|cigar\w*)\b/i;

/** A sentence that says how children are let in, charged or looked after. */
export function aboutChildren(sentence: string): boolean {
  const text = sentence.replace(CHILD_THINGS, ' ');
  if (DRINKS_OR_SMOKE.test(text)) return false;
  if (/\badults? only\b|\bminimum age\b/i.test(text)) return true;
  return CHILD.test(text) && RULE_WORDS.test(withoutChild(text));
}

/** What is said of them: `under 12` itself is a rule, `children` alone is not. */
function withoutChild(text: string): string {
  return text.replace(/\b(?:child(?:ren)?|infants?|kids?|minors|toddlers?|bab(?:y|ies)|juniors?)\b/gi, ' ');
}

const ADULTS_ONLY = [
  /^(?:strictly |this (?:lounge|place|restaurant) is |the (?:lounge|restaurant) is |lounge is )?(?:for )?adults?[ -]only(?: (?:lounge|place|restaurant|venue|policy))?(?:[\s,:(–-]+(?:(?:aged? )?(?:18|21)\s?(?:\+|(?:years? )?(?:and|or) (?:over|above|older)))\)?)?[.!]?$/i,
  /^(?:strictly )?no (?:children|minors|under[- ](?:18|21)s)(?: (?:are )?(?:allowed|admitted|permitted|accepted))?[.!]?$/i,
  /^(?:(?:children|minors)(?: (?:under|below) (?:the age of )?(?:18|21)(?: years?(?: of age)?)?)?|(?:guests|passengers|persons|visitors) (?:under|below) (?:the age of )?(?:18|21)(?: years?(?: of age)?)?|under[- ](?:18|21)s) (?:are|will|is)?\s?(?:not|never) (?:be )?(?:admitted|permitted|allowed|accepted)(?: (?:in|into|to|at|inside|entry to|access to)?\s?(?:the |this )?(?:lounge|restaurant|premises|entry|access))?[.!]?$/i,
  /^(?:the )?minimum (?:entry )?age(?: for entry| of entry| for admission)?(?: is| of)?\s?:?\s?(?:18|21)(?: years?(?: of age| old)?)?[.!]?$/i,
  /^(?:entry|access|admission)(?: is)? (?:only )?(?:for|to|restricted to|limited to|permitted to) (?:adults|(?:guests|passengers|persons|visitors) (?:aged )?(?:18|21)(?: years)? (?:and|or) (?:over|above|older))(?: only)?[.!]?$/i,
];

/** Only a sentence that says nothing else: adults only after 20:00, or at the bar, is another rule. */
export function isAdultsOnly(sentence: string): boolean {
  return ADULTS_ONLY.some((saying) => saying.test(sentence));
}

const DRESS =
  /\b(?:dress code|dress policy|dress(?:ed)?|attire|clothing|smart[- ]casual|business casual|sportswear|sports (?:wear|clothing|shirts?)|flip[- ]?flops?|shorts|sandals|slippers|bare ?foot|barefoot|footwear|shoes|sleeveless|vests|tracksuits?|swimwear|beach ?wear|caps|football (?:shirts?|colours)|jeans|nightwear)\b/i;
const NOT_DRESS =
  /\b(?:dressing|steam\w*|iron(?:ing|ed)?|laundry|press(?:ed|ing)|dry[- ]clean\w*|shine|polish\w*|life vests?|on sale|shop|store|hangers?|repair\w*|covers? (?:for|are)|x-ray|scann\w*|security check)\b/i;

export function aboutDress(sentence: string): boolean {
  return DRESS.test(sentence) && !NOT_DRESS.test(sentence);
}

const ARRIVALS = /\b(?:arrivals?|arriving|on arrival|upon arrival|landed|after landing)\b/i;
/** Where the place is, and what to do when one comes to its door. */
const ARRIVAL_PLACES =
  /\barrivals? (?:hall|level|area|floor|building|side|gates?|terminal|concourse|lounge|time|date|day)\b/gi;
const COMING =
  /\b(?:prior to|before|after|your|their|time of|day of) arrival\b|\b(?:up)?on (?:your |their )?arrival(?: at (?:the )?(?:desk|lounge|reception|counter|door|restaurant|venue))?,|\bon arrival at\b|\barriv\w+ (?:at|in|by|late|early)\b/gi;
const ACCESS =
  /\b(?:access\w*|entry|enter|admi\w+|permitted|allowed|available|open|use[ds]?|usable|accepted|welcome|excluded|only|not|no)\b/i;
const ACCESS_VERB =
  /\b(?:access\w*|entry|enter|admi\w+|permitted|allowed|available|open|use[ds]?|usable|accepted|welcome|excluded)\b/i;
const IF_OR_BUT =
  /\b(?:except|unless|if|only|subject to|but|domestic|international|schengen|holding|without|with a|when|between|after \d|before \d|until|some|certain)\b/i;
const REFUSED = /\b(?:no|not|cannot|can['’]?t|never|denied|excluded|unavailable|refused)\b/i;
const DEPARTING_ONLY =
  /^(?:(?:access|entry|admission|use)(?: is)? (?:only )?(?:for|to|limited to|restricted to|permitted (?:for|to)|available to) )?(?:the lounge is (?:only )?(?:for|open to) |(?:only )?(?:available|open|accessible) (?:only )?(?:to|for) )?departing (?:passengers|travell?ers|guests|flights)(?: only)?[.!]?$/i;

/** Whether those who have landed may come in; null for a sentence that is not about it. */
export function aboutArrivals(sentence: string): ArrivalsAccess | null {
  if (DEPARTING_ONLY.test(sentence) && /\bonly\b|limited|restricted/i.test(sentence)) return 'not-allowed';
  const text = sentence.replace(ARRIVAL_PLACES, ' ').replace(COMING, ' ');
  if (!ARRIVALS.test(text) || !ACCESS.test(text)) return null;
  if (/\bshow|\bpresent\b|\bprovide|\bhand\b|\bregister|\border/i.test(text)) return null;
  if (/\barrivals? only\b|\bdepartures? and arrivals? only\b/i.test(text)) return 'unknown';
  const isRefused = REFUSED.test(text);
  if (!ACCESS_VERB.test(text) && !isRefused) return null;
  if (IF_OR_BUT.test(text)) return 'unknown';
  return isRefused ? 'not-allowed' : 'allowed';
}

const BOARDING_PASS = /\b(?:boarding (?:cards?|pass(?:es)?)|flight tickets?|air tickets?|onward tickets?)\b/i;
const REQUIRED =
  /\b(?:must|required|requires?|need(?:ed|s)?|mandatory|necessary|present(?:ed|ing|ation)?|show[ns]?|hold(?:ing|ers?)?|valid|with a|only)\b/i;
const NOT_REQUIRED = /\b(?:no|not|without|never|print\w*|copies|lost)\b/i;
const SAME_DAY = /\bsame[- ]?(?:day|date)\b|\bday of (?:travel|departure)\b|\bdated (?:for )?today\b|\btoday['’]s\b/i;

/** Whether a sentence asks for a boarding pass, and for one of that day. */
export function boardingPassIn(sentence: string): { isSameDay: boolean } | null {
  if (!BOARDING_PASS.test(sentence) || NOT_REQUIRED.test(sentence)) return null;
  const isSameDay = SAME_DAY.test(sentence);
  return REQUIRED.test(sentence) || isSameDay ? { isSameDay } : null;
}

const GETTING_IN =
  /\b(?:entry|entrance|access|admission|admittance|walk[- ]?ins?|walking in|(?:lounge )?(?:space|capacity|seating|seats)|guests|passengers|cardholders|the lounge)\b/i;
const UNSURE =
  /\b(?:(?:not|not be|cannot be|can['’]?t be|never|isn['’]t) guaranteed|subject to (?:\w+ )?(?:availability|capacity|space)|depend(?:s|ent|ing)? (?:up)?on (?:\w+ )?(?:availability|capacity|space|occupancy)|(?:space|capacity) permitting|(?:may|might|can) be (?:refused|denied|restricted|limited|declined|turned away)[^.]*\b(?:capacity|full|space|busy|crowd\w*|peak)|first[- ]come)/i;
const OTHER_THINGS =
  /\b(?:showers?|wi-?fi|internet|food|dishes|menus?|meals?|massages?|spa|parking|nap|sleep\w*|rooms?|pods?|treatments?|newspapers?|drinks?|alcohol\w*|boarding|flights?|windows?|smok\w*|facilit\w+|services?|equipment|dress\w*|attire|drunk|intoxicated|pets?|dogs?|prebook\w*|pre-book\w*)\b/i;

/** That somebody with a pass may still be turned away for want of space. */
export function isNotGuaranteed(sentence: string): boolean {
  return GETTING_IN.test(sentence) && UNSURE.test(sentence) && !OTHER_THINGS.test(sentence);
}
