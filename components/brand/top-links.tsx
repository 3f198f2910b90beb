'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { DESTINATIONS, destinationOf, type NavLabels } from './destinations';

/** The destinations in the top bar, from 900 px. */
export function TopLinks({ labels }: { labels: NavLabels }) {
  const current = destinationOf(usePathname());
  return (
    <nav aria-label={labels.main} className="hidden gap-1 lg:flex">
      {DESTINATIONS.map(({ key, href, icon: Icon }) => (
        <Link
          key={key}
          href={href}
          prefetch={false}
          aria-current={key === current ? 'page' : undefined}
          className="inline-flex h-11 items-center gap-2 rounded-full px-4 font-semibold text-15 text-ink-muted transition-colors hover:text-ink aria-[current]:bg-accent aria-[current]:text-on-accent"
        >
          <Icon aria-hidden size={20} strokeWidth={1.75} />
          {labels[key]}
        </Link>
      ))}
    </nav>
  );
}
