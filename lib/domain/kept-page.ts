/** A page that a device keeps, so that it opens without a network: an active pass, or a booking still to come. */
export type KeptPage = {
  path: string;
  kind: 'booking' | 'pass';
  /** The pass's or the place's name, for a list of what is kept. */
  title: string;
  /** When a booked visit begins, an instant with the place's offset; null for a pass. */
  startsAt: string | null;
  timeZone: string | null;
  /** The instant after which its code is shown no more; null for one that does not end by itself. */
  endsAt: string | null;
  /** Another one when what the page says has changed. */
  version: string;
};

/** A booking this near is what its traveller is on the way to; until then a pass is more likely needed. */
const START_WITHIN_MS = 24 * 3_600_000;

type Spanning = Pick<KeptPage, 'endsAt'>;
type Startable = Pick<KeptPage, 'path' | 'kind' | 'startsAt' | 'endsAt'>;

/** Whether its code may no longer be shown. */
export function hasEnded(page: Spanning, nowMs: number): boolean {
  return page.endsAt !== null && Date.parse(page.endsAt) <= nowMs;
}

/** Where an installed app opens: the booking its traveller is on the way to, else the pass that ends first, else what is next. */
export function startPath(pages: readonly Startable[], nowMs: number): string {
  const open = pages.filter((page) => !hasEnded(page, nowMs));
  const bookings = open
    .filter((page) => page.kind === 'booking')
    .sort((a, b) => momentOf(a.startsAt) - momentOf(b.startsAt));
  const passes = open.filter((page) => page.kind === 'pass').sort((a, b) => momentOf(a.endsAt) - momentOf(b.endsAt));
  const near = bookings.find((page) => momentOf(page.startsAt) - nowMs <= START_WITHIN_MS);
  return (near ?? passes[0] ?? bookings[0])?.path ?? '/passes';
}

function momentOf(instant: string | null): number {
  return instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant);
}
