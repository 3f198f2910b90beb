'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * Codes side by side, one at a time: swiped, turned with the buttons, or with the arrow, Home and End keys. Without script the
 * row still scrolls. Its slides are the list items given as children.
 */
export function VoucherPager({
  count,
  label,
  words,
  children,
}: {
  count: number;
  label: string;
  /** `of` holds `{index}` and `{count}`. */
  words: { previous: string; next: string; of: string };
  children: ReactNode;
}) {
  const row = useRef<HTMLUListElement>(null);
  const [index, setIndex] = useState(0);
  useEffect(() => {
    const list = row.current;
    if (!list) return;
    const seen = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting);
        if (shown) setIndex([...list.children].indexOf(shown.target));
      },
      { root: list, threshold: 0.6 },
    );
    for (const slide of list.children) seen.observe(slide);
    return () => seen.disconnect();
  }, []);
  const turn = (to: number) => row.current?.children[to]?.scrollIntoView({ block: 'nearest', inline: 'start' });
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored = row.current !== null && getComputedStyle(row.current).direction === 'rtl';
    const steps = { ArrowLeft: isMirrored ? 1 : -1, ArrowRight: isMirrored ? -1 : 1, Home: -count, End: count };
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
    if (step === undefined) return;
    event.preventDefault();
    turn(Math.min(count - 1, Math.max(0, index + step)));
  };
  return (
    <section aria-label={label} className="grid" onKeyDown={onKeyDown}>
      <ul
        ref={row}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        className="flex snap-x snap-mandatory overflow-x-auto motion-safe:scroll-smooth [scrollbar-width:none] print:grid print:grid-cols-2 print:overflow-visible"
      >
        {children}
      </ul>
      <div className="flex items-center justify-center gap-4 pb-2 noscript:hidden print:hidden">
        <TurnButton label={words.previous} isOff={index === 0} onPress={() => turn(index - 1)}>
          <ChevronLeft aria-hidden size={24} strokeWidth={1.75} className="rtl:-scale-x-100" />
        </TurnButton>
        <p role="status" className="tabular font-bold text-15">
          {words.of.replace('{index}', String(index + 1)).replace('{count}', String(count))}
        </p>
        <TurnButton label={words.next} isOff={index === count - 1} onPress={() => turn(index + 1)}>
          <ChevronRight aria-hidden size={24} strokeWidth={1.75} className="rtl:-scale-x-100" />
        </TurnButton>
      </div>
    </section>
  );
}

function TurnButton({
  label,
  isOff,
  onPress,
  children,
}: {
  label: string;
  isOff: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
      className="grid size-11 place-items-center rounded-full border border-print/25 aria-disabled:opacity-40"
    >
      {children}
    </button>
  );
}
