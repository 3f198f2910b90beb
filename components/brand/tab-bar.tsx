import { DESTINATION_ICONS } from './destination-icons';
import type { NavLabels } from './destinations';
import { NavLink } from './nav-link';

/** The four destinations at the foot of a phone. It stands at the end of the page and sticks, so nothing hides behind it. */
export function TabBar({ labels }: { labels: NavLabels }) {
  return (
    <nav
      data-tab-bar
      aria-label={labels.main}
      className="sticky bottom-0 z-20 grid grid-cols-4 border-line border-t bg-surface-raised px-1 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      {DESTINATION_ICONS.map(({ key, icon: Icon }) => (
        <NavLink
          key={key}
          to={key}
          className="group grid min-w-0 grid-cols-1 justify-items-center gap-0.5 rounded-control font-semibold text-[length:min(0.8125rem,5.2vw)] text-ink-muted leading-snug aria-[current]:text-ink"
        >
          <span className="grid h-8 w-13 max-w-full place-items-center rounded-full transition-colors group-aria-[current]:bg-accent group-aria-[current]:text-on-accent">
            <Icon aria-hidden size={22} strokeWidth={1.75} />
          </span>
          <span>{labels[key]}</span>
        </NavLink>
      ))}
    </nav>
  );
}
