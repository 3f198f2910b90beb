import type { HubPlace } from './hub-filters';

/** Best first. What nobody can use now stands after what might be open; what takes no visits at all stands last. */
const RANKS = ['open and covered', 'open', 'opens later', 'unknown', 'closed', 'not usable'] as const;

/** Places by what the traveller can use now: with their own pass, then any that is open, then the one that opens soonest. */
export function byUseNow(places: readonly HubPlace[]): HubPlace[] {
  return [...places].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      opensMs(a) - opensMs(b) ||
      Number(b.isCovered) - Number(a.isCovered) ||
      a.module - b.module ||
      a.name.localeCompare(b.name, 'en') ||
      a.resourceId.localeCompare(b.resourceId, 'en'),
  );
}

function rankOf(place: HubPlace): number {
  return RANKS.indexOf(standing(place));
}

function standing({ open, isCovered, walkIn, prebookable }: HubPlace): (typeof RANKS)[number] {
  if (!walkIn && !prebookable) return 'not usable';
  if (open.state === 'open') return isCovered ? 'open and covered' : 'open';
  if (open.state === 'unknown') return 'unknown';
  return open.until === null ? 'closed' : 'opens later';
}

/** When a closed place opens, in epoch milliseconds; the same for all others. */
function opensMs({ open }: HubPlace): number {
  return open.state === 'closed' && open.until !== null ? Date.parse(open.until) : 0;
}
