'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';

const SHOWN_MS = 2500;

/** Copies a text and says that it did. Where the browser refuses, `failedLabel` says so: the text itself is selectable. */
export function CopyButton({
  text,
  label,
  copiedLabel,
  failedLabel,
}: {
  text: string;
  label: string;
  copiedLabel: string;
  failedLabel: string;
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const words = { idle: label, copied: copiedLabel, failed: failedLabel }[state];
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setState('copied'),
          () => setState('failed'),
        )
      }
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} />
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
