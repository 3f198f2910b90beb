'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { DESTINATIONS, destinationOf, type NavLabels } from './destinations';

/**
 * The four destinations at the foot of a phone. It stands at the end of the page and sticks, so nothing hides behind it.
 * None of them is fetched ahead: each would be a whole page made, on every page shown, and old when it is opened.
 */
export function TabBar({ labels }: { labels: NavLabels }) {
  const current = destinationOf(usePathname());
  return (
    <nav
      data-tab-bar
      aria-label={labels.main}
      className="sticky bottom-0 z-20 grid grid-cols-4 border-line border-t bg-surface-raised px-1 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      {DESTINATIONS.map(({ key, href, icon: Icon }) => {
        const isCurrent = key === current;
        return (
          <Link
            key={key}
            href={href}
            prefetch={false}
            aria-current={isCurrent ? 'page' : undefined}
            className="group grid min-w-0 grid-cols-1 justify-items-center gap-0.5 rounded-control font-semibold text-[length:min(0.8125rem,5.2vw)] text-ink-muted leading-snug aria-[current]:text-ink"
          >
            <span className="grid h-8 w-13 max-w-full place-items-center rounded-full transition-colors group-aria-[current]:bg-accent group-aria-[current]:text-on-accent">
              <Icon aria-hidden size={22} strokeWidth={1.75} />
            </span>
            <span>{labels[key]}</span>
          </Link>
        );
      })}
    </nav>
  );
}
