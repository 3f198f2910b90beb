'use client';

// A file of its own: an error page must not depend on anything that may have failed, nor bring every word with it.
import words from '@/messages/en.failure.json';

/**
 * A page that could not be shown. The reference is the digest that our log holds beside the cause. Every page brings this
 * along, since nothing more may be to be had once it is needed: so it is made of nothing but its words, and the way out is a
 * plain link, which needs no script that runs.
 */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (
    <div role="alert" className="failure">
      <h1>{words.title}</h1>
      <p>{words.message}</p>
      {digest && <p>{words.reference.replace('{reference}', digest)}</p>}
      <button type="button" onClick={retry}>
        {words.action}
      </button>
      <a href="/">{words.home}</a>
    </div>
  );
}
