'use client';

import { Printer } from 'lucide-react';
import { ROW_CLASS } from './row';

/** Opens the browser's own way to print, which also saves as PDF. Without script there is the browser's menu. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => window.print()} className={`${ROW_CLASS} noscript:hidden`}>
      <Printer aria-hidden size={22} strokeWidth={1.75} />
      {label}
    </button>
  );
}
