export type DestinationKey = 'explore' | 'passes' | 'bookings' | 'account';

/** Words for the navigation; `main` names the landmark. */
export type NavLabels = Record<DestinationKey | 'main', string>;

/** The four places people go to, in order. `under` lists the first path segments that belong to each. */
export const DESTINATIONS: Record<DestinationKey, { href: string; under: readonly string[] }> = {
  explore: { href: '/', under: ['', 'hubs', 'resources'] },
  passes: { href: '/passes', under: ['passes'] },
  bookings: { href: '/bookings', under: ['bookings'] },
  account: { href: '/account', under: ['account', 'activity'] },
};

/** The destination a path belongs to; null for pages outside all four, such as sign-in. */
export function destinationOf(pathname: string): DestinationKey | null {
  const first = pathname.split('/')[1] ?? '';
  const keys = Object.keys(DESTINATIONS) as DestinationKey[];
  return keys.find((key) => DESTINATIONS[key].under.includes(first)) ?? null;
}
