'use client';

import { useEffect, useReducer, useRef } from 'react';
import { ApiError } from '@/lib/client/api';
import { askAvailability } from '@/lib/client/availability';
import { type DraftOf, keepHold, liveHold } from '@/lib/client/drafts';
import { failureOf } from '@/lib/client/failure';
import type { Availability } from '@/lib/contract/resources';
import type { PrebookPass, PrebookPlace } from './prebook-place';
import { prebookReducer } from './prebook-reducer';
import { type Draft, type Failure, initialPrebookState, type PrebookAction, type PrebookState } from './prebook-state';
import { useDraft } from './use-draft';

/** Long enough for a second press of a stepper, short enough not to be noticed after choosing a time. */
const SETTLE_MS = 180;

export type PrebookSetup = {
  of: DraftOf;
  place: PrebookPlace;
  passes: PrebookPass[];
  fresh: Draft;
  firstDate: string;
  lastDate: string;
  clock: () => number;
};

type Dispatch = (action: PrebookAction) => void;

/** The state of one prebooking, its questions to the place, and its draft. */
export function usePrebook(setup: PrebookSetup): [PrebookState, Dispatch] {
  const [state, dispatch] = useReducer(prebookReducer, setup.fresh, initialPrebookState);
  useAsking(state, setup, dispatch);
  useDraft(state, setup, dispatch);
  useHoldEnd(state, setup.clock, dispatch);
  return [state, dispatch];
}

/**
 * Asks about the chosen time, one question after another: a pass has one hold, so an older question that arrived after a
 * newer one would end the newer one's hold. A hold that is still good is taken up again without asking.
 */
function useAsking(state: PrebookState, { of, clock }: PrebookSetup, dispatch: Dispatch) {
  const queue = useRef(Promise.resolve());
  const { askId, at, passId } = state;
  const { adults, children } = state.party;
  const { owner, resourceId } = of;
  const isAsking = state.hold.kind === 'asking';
  useEffect(() => {
    if (!isAsking || at === null) return;
    let isOld = false;
    const wanted = { passId, resourceId, at, party: { adults, children } };
    const known = answerOf(owner, wanted, clock());
    if (known) return dispatch({ type: 'answered', askId, answer: known });
    queue.current = queue.current.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (isOld) return;
      try {
        const answer = await ask(owner, wanted);
        dispatch({ type: 'answered', askId, answer });
      } catch (error) {
        dispatch({ type: 'ask-failed', askId, failure: askFailure(error) });
      }
    });
    return () => {
      isOld = true;
    };
  }, [isAsking, askId, at, passId, adults, children, owner, resourceId, clock, dispatch]);
}

type Wanted = Parameters<typeof liveHold>[1];

async function ask(owner: string, wanted: Wanted): Promise<Availability> {
  const { passId, resourceId, at, party } = wanted;
  // Whatever the answer, the place gives up what it kept for this pass.
  keepHold(owner, passId, null);
  const answer = await askAvailability(resourceId, { passId, at, ...party });
  const { holdId, heldUntil, price = null } = answer;
  if (holdId && heldUntil) keepHold(owner, passId, { ...wanted, holdId, heldUntilMs: Date.parse(heldUntil), price });
  return answer;
}

/** What the place answered before, while it still keeps the time. */
function answerOf(owner: string, wanted: Wanted, nowMs: number): Availability | null {
  const kept = liveHold(owner, wanted, nowMs);
  if (!kept) return null;
  const { holdId, heldUntilMs, price } = kept;
  const heldUntil = new Date(heldUntilMs).toISOString();
  return { available: true, holdId, heldUntil, alternatives: [], ...(price && { price }) };
}

function askFailure(error: unknown): Failure {
  const because = error instanceof ApiError ? Object.values(error.fields)[0] : undefined;
  return { ...failureOf(error), because };
}

function useHoldEnd(state: PrebookState, clock: () => number, dispatch: Dispatch) {
  const heldUntilMs = state.hold.kind === 'held' ? state.hold.heldUntilMs : null;
  useEffect(() => {
    if (heldUntilMs === null) return;
    const timer = setInterval(() => {
      if (clock() >= heldUntilMs) dispatch({ type: 'ticked', nowMs: clock() });
    }, 1000);
    return () => clearInterval(timer);
  }, [heldUntilMs, clock, dispatch]);
}
