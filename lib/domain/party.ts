/** What the vendor's 0 or missing means [3p-ui]. */
export const DEFAULT_MAX_PARTY = 6;

export type Party = { adults: number; children: number };

export function partySize(party: Party): number {
  return party.adults + party.children;
}

/** Reads a place's limit: a whole number of at least 1, else six. */
export function readMaxParty(value: number | null | undefined): number {
  return value && Number.isInteger(value) && value > 0 ? value : DEFAULT_MAX_PARTY;
}

/** The largest party for this place and pass: the smaller of policy and visits left, never below one. */
export function maxParty(placeLimit: number, visitsLeft: number | null): number {
  return Math.max(1, visitsLeft === null ? placeLimit : Math.min(placeLimit, visitsLeft));
}
