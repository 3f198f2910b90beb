import 'server-only';
import { type ArrivalsAccess, type EntryRules, NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import {
  aboutArrivals,
  aboutChildren,
  aboutDress,
  boardingPassIn,
  isAdultsOnly,
  isNotGuaranteed,
} from './entry-sayings';
import { sentencesOf } from './sentences';
import { earliestEntryOf, maxStayOf, type Timed, timed } from './stay-and-entry';

/**
 * Reads a place's own words, sentence by sentence and in English, into facts. Whatever is not surely one of them is left
 * to the words themselves, which every page shows whole: a wrong fact sends people to a door that stays shut.
 */
export function entryRulesOf(text: string | null): EntryRules {
  const sentences = text === null ? [] : [...new Set(sentencesOf(text))];
  if (sentences.length === 0) return NO_ENTRY_RULES;
  const lengths = sentences.map(timed);
  const adultsOnly = sentences.find(isAdultsOnly) ?? null;
  return {
    maxStay: theOne(lengths, maxStayOf),
    earliestEntry: theOne(lengths, earliestEntryOf),
    adultsOnly,
    children: sentences.filter((sentence) => sentence !== adultsOnly && aboutChildren(sentence)),
    dress: sentences.filter(aboutDress),
    arrivals: arrivalsOf(sentences),
    boardingPass: boardingPassOf(sentences),
    notGuaranteed: sentences.find(isNotGuaranteed) ?? null,
  };
}

/** The length that a text gives; null where two sentences give two. */
function theOne(lengths: Timed[], read: (sentence: Timed) => number | null): { minutes: number; words: string } | null {
  const found = lengths.flatMap((sentence) => {
    const minutes = read(sentence);
    return minutes === null ? [] : [{ minutes, words: sentence.words }];
  });
  const [first] = found;
  return first && found.every(({ minutes }) => minutes === first.minutes) ? first : null;
}

/** Sentences that contradict each other say nothing for certain. */
function arrivalsOf(sentences: string[]): EntryRules['arrivals'] {
  const found = sentences.flatMap((words): { access: ArrivalsAccess; words: string }[] => {
    const access = aboutArrivals(words);
    return access === null ? [] : [{ access, words }];
  });
  const [first] = found;
  if (!first) return null;
  const isClear = found.every(({ access }) => access === first.access);
  return { access: isClear ? first.access : 'unknown', words: found.map(({ words }) => words).join(' ') };
}

function boardingPassOf(sentences: string[]): EntryRules['boardingPass'] {
  for (const words of sentences) {
    const found = boardingPassIn(words);
    if (found) return { ...found, words };
  }
  return null;
}
