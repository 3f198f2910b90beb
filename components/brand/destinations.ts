import { CalendarCheck, Compass, type LucideIcon, Ticket, UserRound } from 'lucide-react';

export type DestinationKey = 'explore' | 'passes' | 'bookings' | 'account';

/** Words for the navigation; `main` names the landmark. */
export type NavLabels = Record<DestinationKey | 'main', string>;

/** The four places people go to, in order. `under` lists the first path segments that belong to each. */
export const DESTINATIONS: readonly {
  key: DestinationKey;
  href: string;
  icon: LucideIcon;
  under: readonly string[];
}[] = [
  { key: 'explore', href: '/', icon: Compass, under: ['', 'hubs', 'resources'] },
  { key: 'passes', href: '/passes', icon: Ticket, under: ['passes'] },
  { key: 'bookings', href: '/bookings', icon: CalendarCheck, under: ['bookings'] },
  { key: 'account', href: '/account', icon: UserRound, under: ['account', 'activity'] },
];

/** The destination a path belongs to; null for pages outside all four, such as sign-in. */
export function destinationOf(pathname: string): DestinationKey | null {
  const first = pathname.split('/')[1] ?? '';
  return DESTINATIONS.find(({ under }) => under.includes(first))?.key ?? null;
}
