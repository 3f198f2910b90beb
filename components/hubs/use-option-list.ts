'use client';

import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import { OPTION_SELECTOR } from './search-option';

type Parts = { root: RefObject<HTMLElement | null>; field: RefObject<HTMLInputElement | null> };

/**
 * The keyboard of a combobox whose list stands in the page: the focus stays in the field while arrows go through the links
 * below it, round by way of the field; Enter opens the one reached; Escape closes the list, and clears the text when it is
 * closed. Keys that an input method uses while it composes are left to it.
 */
export function useOptionList({ root, field }: Parts, { onClear }: { onClear: () => void }) {
  const id = useId();
  const isHydrated = useHydrated();
  const [isFocused, setIsFocused] = useState(false);
  const [isClosed, setIsClosed] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);

  useEffect(() => {
    // The field may have been tapped before this code arrived.
    setIsFocused(document.activeElement === field.current);
  }, [field]);
  useEffect(() => {
    // A newer answer may not have the hub that was reached in the last one.
    if (activeId !== null && !document.getElementById(activeId)) setActiveId(null);
  });

  const turn = (isOn: boolean) => {
    setIsClosed(!isOn);
    setActiveId(null);
  };
  const onArrow = (event: KeyboardEvent, step: 1 | -1) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.altKey) turn(step === 1);
    else if (isClosed) turn(true);
    else setActiveId(stepFrom(activeId, step, { root, field }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') onArrow(event, 1);
    else if (event.key === 'ArrowUp') onArrow(event, -1);
    else if (event.key === 'Enter') openActive(event, activeId);
    else if (CARET_KEYS.has(event.key)) setActiveId(null);
    else if (event.key === 'Escape') {
      if (isClosed) onClear();
      turn(isClosed);
    }
  };
  const onFocus = () => setIsFocused(true);
  const onBlur = () => {
    setIsFocused(false);
    setActiveId(null);
  };
  const list = { id, isOpen: isFocused && !isClosed, activeId };
  return { list, isHydrated, isFocused, isClosed, open: () => turn(true), onKeyDown, onFocus, onBlur };
}

/** The link before or after, round by way of the field, which is null. */
function stepFrom(activeId: string | null, step: 1 | -1, { root, field }: Parts): string | null {
  const options = root.current?.querySelectorAll<HTMLElement>(OPTION_SELECTOR) ?? [];
  const stops = [field.current, ...options];
  const at = activeId === null ? 0 : stops.findIndex((stop) => stop?.id === activeId);
  const next = (at + step + stops.length) % stops.length;
  stops[next]?.scrollIntoView({ block: 'nearest' });
  return next === 0 ? null : (stops[next]?.id ?? null);
}

/** They move the caret, so what is typed is what counts again. */
const CARET_KEYS = new Set(['Home', 'End', 'ArrowLeft', 'ArrowRight']);

/** As a click with the same keys held would, so that a new tab is a new tab. */
function openActive(event: KeyboardEvent, activeId: string | null): void {
  const link = activeId === null ? null : document.getElementById(activeId);
  if (!link) return;
  event.preventDefault();
  const { ctrlKey, metaKey, shiftKey } = event;
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
