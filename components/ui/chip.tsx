import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { TONES, type Tone } from './tones';

/** A small word about a state. */
export function Chip({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'state-border inline-flex max-w-full items-center gap-1.5 rounded-full py-0.5 font-bold text-13',
        Icon ? 'ps-2 pe-2.5' : 'px-2.5',
        TONES[tone],
      )}
    >
      {Icon && <Icon aria-hidden size={14} strokeWidth={2} className="shrink-0" />}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
