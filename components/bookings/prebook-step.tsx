'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Step } from './prebook-state';

const NUMBERS = { when: 1, details: 2, review: 3 } as const;

/** One of the three steps. When it opens after the first, its heading takes the focus and comes into view. */
export function PrebookStep({ step, intro, children }: { step: Step; intro?: ReactNode; children: ReactNode }) {
  const t = useTranslations('prebook');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (step === 'when') return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [step]);
  return (
    <section aria-labelledby={`prebook-${step}-title`} className="grid grid-cols-1 gap-5">
      <div>
        <p className="text-15 text-ink-muted">{t('stepOf', { step: NUMBERS[step] })}</p>
        <h2 ref={heading} tabIndex={-1} id={`prebook-${step}-title`} className="scroll-mt-6 font-bold text-26">
          {t(`steps.${step}`)}
        </h2>
        {intro && <p className="text-ink-muted">{intro}</p>}
      </div>
      {children}
    </section>
  );
}
