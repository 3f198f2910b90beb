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
    <div role="alert" className="page grid flex-1 content-center justify-items-center gap-3 py-12 text-center">
      <span
        aria-hidden
        className="grid size-16 place-items-center rounded-full bg-accent font-black text-34 text-on-accent"
      >
        !
      </span>
      <h1 className="font-bold text-20">{words.title}</h1>
      <p className="max-w-form text-balance text-ink-muted">{words.message}</p>
      {digest && <p className="tabular text-15 text-ink-muted">{words.reference.replace('{reference}', digest)}</p>}
      <button
        type="button"
        onClick={retry}
        className="min-h-[3.375rem] rounded-control bg-accent px-5 py-3 font-bold text-on-accent"
      >
        {words.action}
      </button>
      <a href="/" className="inline-flex min-h-11 items-center font-bold underline">
        {words.home}
      </a>
    </div>
  );
}
