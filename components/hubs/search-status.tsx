'use client';

import { useEffect, useState } from 'react';

/** Longer than a pause between two letters. */
const PAUSE_MS = 700;

/** Tells screen readers what a search led to, once per text and not before the fingers rest. */
export function SearchStatus({ query, message }: { query: string; message: string }) {
  return (
    <p role="status" className="sr-only">
      <Rested key={query} message={message} />
    </p>
  );
}

function Rested({ message }: { message: string }) {
  const [isRested, setIsRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsRested(true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isRested ? message : '';
}
