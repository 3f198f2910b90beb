import { CalendarCheck, Compass, type LucideIcon, Ticket, UserRound } from 'lucide-react';
import type { DestinationKey } from './destinations';

/** In the order in which they stand. */
export const DESTINATION_ICONS: readonly { key: DestinationKey; icon: LucideIcon }[] = [
  { key: 'explore', icon: Compass },
  { key: 'passes', icon: Ticket },
  { key: 'bookings', icon: CalendarCheck },
  { key: 'account', icon: UserRound },
];
