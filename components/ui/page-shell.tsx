import type { ReactNode } from 'react';

const WIDTHS = { page: '', text: 'max-w-text', form: 'max-w-form' } as const;

/**
 * The frame of a page's content: gutters, greatest width, room above and below. `bar` (a `BackBar`, a sign band) goes
 * over the full width above it; `actions` (a `StickyActions`) stays at the foot.
 */
export function PageShell({
  bar,
  actions,
  width = 'page',
  children,
}: {
  bar?: ReactNode;
  actions?: ReactNode;
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-1 flex-col">
      {bar}
      <div className="page flex-1 pt-2 pb-8 lg:pt-8">
        <div className={WIDTHS[width]}>{children}</div>
      </div>
      {actions}
    </div>
  );
}
