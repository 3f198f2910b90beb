'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * Speaks a text when it has changed while the page was open, to people who do not see that it did. Empty until then: what
 * stands on the page is not said twice.
 */
export function AnnounceChange({ text }: { text: string }) {
  const first = useRef(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text !== first.current) setSaid(text);
    first.current = text;
  }, [text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
