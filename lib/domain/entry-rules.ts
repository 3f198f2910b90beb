/**
 * What a place's own text says about who may come in, read once into facts. Each fact keeps the sentences it was read from,
 * so that a page can show both. Null or empty: the text does not say it, or not clearly enough to repeat.
 */
export type EntryRules = {
  maxStay: { minutes: number; words: string } | null;
  /** The earliest moment to come, in minutes before departure. */
  earliestEntry: { minutes: number; words: string } | null;
  /** The sentence that keeps out everybody who is not an adult, at any time and everywhere. */
  adultsOnly: string | null;
  /** The place's own sentences about children, whatever they say. */
  children: string[];
  dress: string[];
  arrivals: { access: ArrivalsAccess; words: string } | null;
  boardingPass: { isSameDay: boolean; words: string } | null;
  /** The sentence by which showing a pass does not mean getting in. */
  notGuaranteed: string | null;
};

/** Whether travellers who have landed may come in; `unknown` when the text speaks of them with an if or a but. */
export type ArrivalsAccess = 'allowed' | 'not-allowed' | 'unknown';

/** Of a place that says nothing, or whose details have not been read. */
export const NO_ENTRY_RULES: EntryRules = {
  maxStay: null,
  earliestEntry: null,
  adultsOnly: null,
  children: [],
  dress: [],
  arrivals: null,
  boardingPass: null,
  notGuaranteed: null,
};
