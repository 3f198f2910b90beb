'use client';

import type { ReactNode } from 'react';
import { ROW_CLASS } from './row';

/**
 * Opens the browser's own way to print, which also saves as PDF. Without script there is the browser's menu. What it says
 * comes from the server, so that no script carries it.
 */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" onClick={() => window.print()} className={`${ROW_CLASS} noscript:hidden`}>
      {children}
    </button>
  );
}
