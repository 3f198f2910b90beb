import type { ReactNode } from 'react';

/**
 * Where something is told later: there from the start, as screen readers speak only what changes in a region they know of.
 * Takes no room while it is empty.
 */
export function Live({ children }: { children?: ReactNode }) {
  return (
    <div role="status" className="empty:absolute">
      {children}
    </div>
  );
}
