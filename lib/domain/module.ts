/** The vendor's service kinds that this product offers (dragonpass-api 3.1). The numbers are part of our own API too. */
export const MODULES = [1, 2, 3, 4] as const;

export type Module = (typeof MODULES)[number];

export const LOUNGE = 1 satisfies Module;
export const FAST_TRACK = 2 satisfies Module;

/** Word for a module, used as a message key and in table tests. */
export const MODULE_NAMES = { 1: 'lounge', 2: 'fastTrack', 3: 'setMeal', 4: 'coupon' } as const satisfies Record<
  Module,
  string
>;

export function isModule(value: unknown): value is Module {
  return MODULES.some((module) => module === value);
}

/** Lounges, set meals and coupons can be used by showing the pass at the desk; a Fast Track lane cannot. */
export function allowsWalkIn(module: Module): boolean {
  return module !== FAST_TRACK;
}

/** Only lounges and Fast Track lanes have a prebooking endpoint; a single place may still not take part. */
export function allowsPrebooking(module: Module): boolean {
  return module === LOUNGE || module === FAST_TRACK;
}
