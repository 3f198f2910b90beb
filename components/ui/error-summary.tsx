'use client';

import { useEffect, useRef } from 'react';
import { Notice } from './notice';

/**
 * What keeps a form from going on, at its top: each line leads to its field. Takes focus when `attempt` changes, which is
 * each time the button was pressed with gaps.
 */
export function ErrorSummary({
  title,
  errors,
  attempt = 0,
}: {
  title: string;
  errors: { fieldId: string; message: string }[];
  attempt?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what moves the focus.
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <Notice tone="critical" title={title}>
        <ul className="grid gap-1">
          {errors.map(({ fieldId, message }) => (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                className="underline underline-offset-2"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
