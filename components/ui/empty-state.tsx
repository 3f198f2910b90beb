import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here yet, or nothing found: says so, and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-form justify-items-center gap-3 px-2 py-12 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-accent text-on-accent">
        <Icon aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <h2 className="font-bold text-20">{title}</h2>
      {children && <div className="text-ink-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
