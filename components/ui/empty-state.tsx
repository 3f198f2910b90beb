import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here yet, or nothing found: says so, and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  isPageTitle = false,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Where it is all there is on the page, its title is the page's. */
  isPageTitle?: boolean;
}) {
  const Title = isPageTitle ? 'h1' : 'h2';
  return (
    <div className="mx-auto grid max-w-form justify-items-center gap-3 px-2 py-12 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-accent text-on-accent">
        <Icon aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <Title className="font-bold text-20">{title}</Title>
      {children && <div className="text-balance text-ink-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
