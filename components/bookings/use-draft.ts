'use client';

import { type RefObject, useEffect, useRef } from 'react';
import {
  contactOf,
  dropDraft,
  holdKey,
  keepDraft,
  keepHold,
  keepSent,
  keepTyped,
  keptBookings,
} from '@/lib/client/drafts';
import { followErasing } from '@/lib/client/follow-erasing';
import { ERASED_KEY, forgetOthers } from '@/lib/client/tab-memory';
import { restoreDraft, restoreSent } from './prebook-draft';
import type { PrebookAction, PrebookState } from './prebook-state';
import type { PrebookSetup } from './use-prebook';
import { startAddress, stepOfAddress } from './use-step-address';

/** Restores once, then keeps what changes: what is chosen on the device, what is typed in this tab alone. */
export function useDraft(state: PrebookState, setup: PrebookSetup, dispatch: (action: PrebookAction) => void) {
  const isRestored = useRef(false);
  const isErased = useRef(false);
  const { date, at, startsAt, party, passId, details } = state;
  const isElsewhere = state.hold.kind === 'lapsed' && state.hold.isElsewhere;
  const { of, fresh, place, clock } = setup;
  useEffect(() => {
    if (!isRestored.current) {
      isRestored.current = true;
      dispatch(restored(setup));
      return;
    }
    if (isErased.current) return;
    keepTyped(of.owner, details);
    // The other tab's draft is the one that goes on.
    if (isElsewhere) return;
    const isUntouched = at === null && date === fresh.date && passId === fresh.passId && party === fresh.party;
    if (isUntouched) dropDraft(of);
    else keepDraft(of, place.name, { date, at, startsAt, party, passId }, clock());
  }, [date, at, startsAt, party, passId, details, isElsewhere, of, fresh, place, clock, setup, dispatch]);
  useOtherTabs(state, of.owner, isErased, dispatch);
}

function restored(setup: PrebookSetup): PrebookAction {
  const { of, clock, firstDate, lastDate } = setup;
  forgetOthers(of.owner);
  // Reading them drops those that are too old.
  keptBookings(of.owner, clock());
  const passes = setup.passes.map(({ passId, left }) => ({ passId, maxParty: Math.min(setup.place.maxParty, left) }));
  const draft = restoreDraft(setup.fresh, { of, passes, firstDate, lastDate, nowMs: clock() });
  const sent = restoreSent(of);
  const wanted = stepOfAddress() ?? 'when';
  if (!sent && draft.at === null) startAddress();
  return { type: 'restored', draft, sent, wanted };
}

/** Another tab that asks for the same pass ends the hold of this one; one that signs out ends this page. */
function useOtherTabs(
  { hold, passId }: PrebookState,
  owner: string,
  isErased: RefObject<boolean>,
  dispatch: (action: PrebookAction) => void,
) {
  const holdId = hold.kind === 'held' ? hold.holdId : null;
  useEffect(() => {
    const listen = ({ key, newValue }: StorageEvent) => {
      if (key === ERASED_KEY && newValue !== null) {
        isErased.current = true;
        void followErasing();
      }
      const isOwn = holdId !== null && newValue?.includes(holdId);
      if (key === holdKey(owner, passId) && !isOwn) dispatch({ type: 'held-elsewhere' });
    };
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  }, [holdId, passId, owner, isErased, dispatch]);
}

/** After the booking was made: the next one starts clean, but for the contact details in this tab. */
export function finishDraft({ of }: PrebookSetup, { passId, details }: PrebookState): void {
  dropDraft(of);
  keepHold(of.owner, passId, null);
  keepSent(of, null);
  keepTyped(of.owner, contactOf(details));
}
