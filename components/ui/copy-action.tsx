'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button';

const SHOWN_MS = 2500;

/** The pressing of a copy button. */
export function CopyAction({
  text,
  label,
  copiedLabel,
  failedLabel,
  icon,
  copiedIcon,
}: {
  text: string;
  label: string;
  copiedLabel: string;
  failedLabel: string;
  /** Made by the server, so that no script carries them. */
  icon: ReactNode;
  copiedIcon: ReactNode;
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const words = { idle: label, copied: copiedLabel, failed: failedLabel }[state];
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
      {state === 'copied' ? copiedIcon : icon}
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
