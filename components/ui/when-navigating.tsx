import type { ReactNode } from 'react';

/**
 * A skeleton in a `loading.tsx`. The page behind it is put in place by a script, so it cannot be read without JavaScript:
 * a page that has to be uses `WholeFirst` (app/_page) around its content, and no `loading.tsx`.
 */
export function WhenNavigating({ children }: { children: ReactNode }) {
  return children;
}
