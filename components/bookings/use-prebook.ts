'use client';

import { useEffect, useReducer, useRef } from 'react';
import { askAvailability } from '@/lib/client/availability';
import { failureOf } from '@/lib/client/failure';
import { tabStorage } from '@/lib/client/tab-memory';
import { forgetBooking, restoreDraft, saveDraft } from './prebook-draft';
import type { PrebookPass, PrebookPlace } from './prebook-place';
import {
  type Draft,
  initialPrebookState,
  type PrebookAction,
  type PrebookState,
  prebookReducer,
} from './prebook-state';

/** Long enough for a second press of a stepper, short enough not to be noticed after choosing a time. */
const SETTLE_MS = 180;

export type PrebookSetup = {
  place: PrebookPlace;
  passes: PrebookPass[];
  fresh: Draft;
  firstDate: string;
  lastDate: string;
  clock: () => number;
};

/** The state of one prebooking, its questions to the place, and its draft in this tab. */
export function usePrebook(setup: PrebookSetup): [PrebookState, (action: PrebookAction) => void] {
  const [state, dispatch] = useReducer(prebookReducer, setup.fresh, initialPrebookState);
  useAsking(state, setup.place.resourceId, dispatch);
  useDraft(state, setup, dispatch);
  useHoldEnd(state, setup.clock, dispatch);
  return [state, dispatch];
}

/**
 * Asks about the chosen time, one question after another: a pass has one hold, so an older question that arrived after a
 * newer one would end the newer one's hold.
 */
function useAsking(state: PrebookState, resourceId: string, dispatch: (action: PrebookAction) => void) {
  const queue = useRef(Promise.resolve());
  const { askId, at, passId } = state;
  const { adults, children } = state.party;
  const isAsking = state.hold.kind === 'asking';
  useEffect(() => {
    if (!isAsking || at === null) return;
    let isOld = false;
    queue.current = queue.current.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (isOld) return;
      try {
        const answer = await askAvailability(resourceId, { passId, at, adults, children });
        dispatch({ type: 'answered', askId, answer });
      } catch (error) {
        dispatch({ type: 'ask-failed', askId, failure: failureOf(error) });
      }
    });
    return () => {
      isOld = true;
    };
  }, [isAsking, askId, at, passId, adults, children, resourceId, dispatch]);
}

/** Restores once, then saves what changes; a draft never leaves the tab. */
function useDraft(state: PrebookState, setup: PrebookSetup, dispatch: (action: PrebookAction) => void) {
  const isRestored = useRef(false);
  const { date, at, startsAt, party, passId, details } = state;
  const { resourceId } = setup.place;
  useEffect(() => {
    const storage = tabStorage();
    if (!storage) return;
    if (isRestored.current) {
      saveDraft(storage, resourceId, { date, at, startsAt, party, passId, details });
      return;
    }
    isRestored.current = true;
    const draft = restoreDraft(storage, setup.fresh, {
      resourceId,
      passes: setup.passes.map((pass) => ({
        passId: pass.passId,
        maxParty: Math.min(setup.place.maxParty, pass.left),
      })),
      firstDate: setup.firstDate,
      lastDate: setup.lastDate,
      nowMs: setup.clock(),
    });
    dispatch({ type: 'restored', draft });
  }, [date, at, startsAt, party, passId, details, resourceId, setup, dispatch]);
}

function useHoldEnd(state: PrebookState, clock: () => number, dispatch: (action: PrebookAction) => void) {
  const heldUntilMs = state.hold.kind === 'held' ? state.hold.heldUntilMs : null;
  useEffect(() => {
    if (heldUntilMs === null) return;
    const timer = setInterval(() => {
      if (clock() >= heldUntilMs) dispatch({ type: 'ticked', nowMs: clock() });
    }, 1000);
    return () => clearInterval(timer);
  }, [heldUntilMs, clock, dispatch]);
}

/** After the booking was made. */
export function dropBookingDraft(): void {
  const storage = tabStorage();
  if (storage) forgetBooking(storage);
}
