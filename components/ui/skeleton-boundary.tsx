'use client';

import { type ReactNode, Suspense, useState } from 'react';
import { useHydrated } from './use-hydrated';

/**
 * Shows a skeleton while its children are on their way, but not on a page that came whole. Which of the two it is stays as it
 * was when the page was opened: one that reads itself again must not begin anew under an open dialog.
 */
export function SkeletonBoundary({ skeleton, children }: { skeleton: ReactNode; children: ReactNode }) {
  const isHydrated = useHydrated();
  const [cameWhole] = useState(!isHydrated);
  return cameWhole ? children : <Suspense fallback={skeleton}>{children}</Suspense>;
}
