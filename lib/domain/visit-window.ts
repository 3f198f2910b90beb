/**
 * When the desk reads a voucher: from an hour before the booked time to three hours after [doc v2 338945m0, of the vendor's
 * sandbox; single places may differ]. The vendor tells no end of a visit, so its end is taken to be the same.
 */
const OPENS_BEFORE_MS = 3_600_000;
const CLOSES_AFTER_MS = 3 * 3_600_000;
const ON_THE_WAY_MS = 24 * 3_600_000;

export type VisitWindow = { opensMs: number; closesMs: number };

/** `startsAt` is an ISO instant: the booked time. */
export function visitWindow(startsAt: string): VisitWindow {
  const startMs = Date.parse(startsAt);
  return { opensMs: startMs - OPENS_BEFORE_MS, closesMs: startMs + CLOSES_AFTER_MS };
}

/** Where `nowMs` stands to the window: it opens at its first moment and is over at its last. */
export function visitPhase(startsAt: string, nowMs: number): 'before' | 'open' | 'over' {
  const { opensMs, closesMs } = visitWindow(startsAt);
  if (nowMs < opensMs) return 'before';
  return nowMs < closesMs ? 'open' : 'over';
}

/** Whether its traveller is likely on the way to it, or there. */
export function isVisitNear(startsAt: string, nowMs: number): boolean {
  return nowMs >= Date.parse(startsAt) - ON_THE_WAY_MS && visitPhase(startsAt, nowMs) !== 'over';
}
