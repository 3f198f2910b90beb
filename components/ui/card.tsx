import type { HTMLAttributes } from 'react';
import { cx } from './cx';

const TONES = {
  raised: 'border border-line bg-surface-raised',
  brand: 'on-brand bg-brand text-on-brand state-border',
} as const;

/** A raised ground with one hairline, or the brand's own for what matters most on a page. */
export function Card({
  tone = 'raised',
  className,
  ...rest
}: HTMLAttributes<HTMLDivElement> & { tone?: keyof typeof TONES }) {
  return <div {...rest} className={cx('rounded-card', TONES[tone], className)} />;
}
