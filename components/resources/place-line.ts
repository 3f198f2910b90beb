import type { ResourceCard } from '@/lib/contract/resources';

export type PlaceLineWords = {
  airside: string;
  landside: string;
  beforeSecurity: string;
  nearGate: (gate: string) => string;
  /** Set for modules whose names do not say what they are. */
  module: string | null;
};

/** Where a place is, in one line: `Airside · near gate A1`. Railway stations and ports have no airside to speak of. */
export function placeLine(
  place: Pick<ResourceCard, 'side' | 'gate' | 'location' | 'module'>,
  isAirport: boolean,
  words: PlaceLineWords,
): string {
  const where = place.gate ? words.nearGate(place.gate) : ownWords(place.location);
  const parts = [words.module, isAirport ? sideWord(place, words) : null, where];
  return parts.filter((part, index) => part && !isSaid(part, parts.slice(0, index))).join(' · ');
}

function sideWord({ side, module }: Pick<ResourceCard, 'side' | 'module'>, words: PlaceLineWords): string | null {
  if (side === 'airside') return words.airside;
  if (side === 'landside') return module === 2 ? words.beforeSecurity : words.landside;
  return null;
}

/** The place's own text without the side in front, which stands there already. */
function ownWords(location: string | null): string | null {
  const text = location?.replace(/^\s*(airside|landside)\s*[-–—·:,]\s*/i, '').trim() ?? '';
  return text === '' ? null : text;
}

function isSaid(part: string, earlier: (string | null)[]): boolean {
  return earlier.some((other) => other?.toLowerCase() === part.toLowerCase());
}
