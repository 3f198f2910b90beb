import { DESTINATION_ICONS } from './destination-icons';
import type { NavLabels } from './destinations';
import { NavLink } from './nav-link';

/** The destinations in the top bar, from 900 px. */
export function TopLinks({ labels }: { labels: NavLabels }) {
  return (
    <nav aria-label={labels.main} className="hidden gap-1 lg:flex">
      {DESTINATION_ICONS.map(({ key, icon: Icon }) => (
        <NavLink
          key={key}
          to={key}
          className="inline-flex h-11 items-center gap-2 rounded-full px-4 font-semibold text-15 text-ink-muted transition-colors hover:text-ink aria-[current]:bg-accent aria-[current]:text-on-accent"
        >
          <Icon aria-hidden size={20} strokeWidth={1.75} />
          {labels[key]}
        </NavLink>
      ))}
    </nav>
  );
}
