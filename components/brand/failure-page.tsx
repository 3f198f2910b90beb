'use client';

import { TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
// A file of its own: an error page must not depend on anything that may have failed, nor bring every word with it.
import words from '@/messages/en.failure.json';
import { Problem } from './problem';

/** A page that could not be shown. The reference is the digest that our log holds beside the cause. */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <div role="alert" className="flex flex-1 flex-col">
      <Problem
        icon={TriangleAlert}
        title={words.title}
        message={words.message}
        reference={digest && words.reference.replace('{reference}', digest)}
        action={<Button onClick={retry}>{words.action}</Button>}
      />
    </div>
  );
}
