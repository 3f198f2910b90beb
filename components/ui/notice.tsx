import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import type { Tone } from './tones';

const LOOKS: Record<Tone, { ground: string; icon: LucideIcon }> = {
  neutral: { ground: 'border border-line bg-surface-raised text-ink', icon: Info },
  positive: { ground: 'state-border bg-positive-soft text-positive', icon: CircleCheck },
  warning: { ground: 'state-border bg-warning-soft text-warning', icon: TriangleAlert },
  critical: { ground: 'state-border bg-critical-soft text-critical', icon: CircleAlert },
};

/**
 * A message in the page. `isAlert` speaks it as it appears, for failures of what the person just did; what may wait for a
 * pause stands in a `Live` region.
 */
export function Notice({
  tone = 'neutral',
  icon,
  title,
  isAlert = false,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  title?: ReactNode;
  isAlert?: boolean;
  children?: ReactNode;
}) {
  const Icon = icon ?? LOOKS[tone].icon;
  return (
    <div
      {...(isAlert ? { role: 'alert' } : {})}
      className={cx('grid grid-cols-[1.375rem_1fr] gap-2.5 rounded-card px-3.5 py-3 text-15', LOOKS[tone].ground)}
    >
      <Icon aria-hidden size={22} strokeWidth={1.75} />
      <div className="grid min-w-0 gap-1 font-semibold leading-snug">
        {title && <p className="font-bold">{title}</p>}
        {children && <div className={title ? 'grid gap-1 font-medium' : 'grid gap-1'}>{children}</div>}
      </div>
    </div>
  );
}
