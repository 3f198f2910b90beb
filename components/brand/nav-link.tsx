'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { DESTINATIONS, type DestinationKey, destinationOf } from './destinations';

/**
 * The way to one of the destinations, marked while people are there. None is fetched ahead: each would be a whole page made,
 * on every page shown, and old when it is opened. Its words and icon come from the server, so that no script carries them.
 */
export function NavLink({ to, className, children }: { to: DestinationKey; className: string; children: ReactNode }) {
  const isCurrent = destinationOf(usePathname()) === to;
  return (
    <Link
      href={DESTINATIONS[to].href}
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
      className={className}
    >
      {children}
    </Link>
  );
}
