'use client';

import { useEffect, useEffectEvent } from 'react';
import { isBefore, STEPS, type Step } from './prebook-state';

/** The step that the address names: `…/prebook#details`. It says nothing of what was chosen or typed. Null: something else. */
export function stepOfAddress(): Step | null {
  const named = window.location.hash.slice(1);
  return named === '' ? 'when' : (STEPS.find((step) => step === named) ?? null);
}

/** The address of the first step, without a new entry in the history. */
export function startAddress(): void {
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
}

/**
 * Each step is an entry of the browser's history, so that its back button leads to the step before. `onMove` hears where
 * back or forward leads.
 */
export function useStepAddress(step: Step, onMove: (wanted: Step) => void) {
  useEffect(() => {
    if (isBefore(stepOfAddress() ?? 'when', step)) window.history.pushState(null, '', `#${step}`);
  }, [step]);
  const move = useEffectEvent(() => {
    const wanted = stepOfAddress();
    if (wanted) onMove(wanted);
  });
  useEffect(() => {
    const listen = () => move();
    window.addEventListener('popstate', listen);
    return () => window.removeEventListener('popstate', listen);
  }, []);
}
