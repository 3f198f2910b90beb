'use client';

import './globals.css';
import { FailurePage } from '@/components/brand/failure-page';

/** Stands in for the whole document when the layout itself failed, so there is no brand: plain colours of the system. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-brand="none">
      <body className="flex min-h-dvh flex-col">
        <FailurePage error={error} retry={retry} />
      </body>
    </html>
  );
}
