'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { ApiError } from '@/lib/client/api';
import { prebookMutation } from '@/lib/client/bookings';
import { keepHold, keepSent } from '@/lib/client/drafts';
import { failureOf } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import type { RequiredInfo } from '@/lib/domain/required-info';
import { detailProblems } from './detail-needs';
import { failedSend, isBefore, isUnanswered, type PrebookAction, type PrebookState, type Sent } from './prebook-state';
import { finishDraft } from './use-draft';
import { useBackOnline } from './use-online';
import type { PrebookSetup } from './use-prebook';
import { stepOfAddress, useStepAddress } from './use-step-address';

type Dispatch = (action: PrebookAction) => void;

/** What the button at the foot does: on from the time, on from the details, or the booking itself. */
export function useConfirm(state: PrebookState, setup: PrebookSetup, asked: string[], dispatch: Dispatch) {
  const { needs } = setup.place;
  const send = useSend(state, setup, asked, dispatch);
  const proceed = async () => {
    if (state.step === 'when') dispatch({ type: 'continued' });
    else if (state.step === 'details') await review(state, needs, dispatch);
    else send();
  };
  useMoving(state, needs, dispatch);
  useBackOnline(() => {
    if (isUnanswered(state)) send();
    else if (state.hold.kind === 'failed' && state.hold.failure.code === 'offline') dispatch({ type: 'ask-again' });
  });
  return proceed;
}

/** Back, forward and a reload lead where the address says, as far as what is chosen and typed allows. */
function useMoving(state: PrebookState, needs: RequiredInfo, dispatch: Dispatch) {
  useStepAddress(state.step, (wanted) => {
    if (isBefore(state.step, wanted)) {
      if (state.step === 'when') dispatch({ type: 'continued' });
      else void reopenReview(state, needs, dispatch);
    } else if (wanted !== state.step) {
      dispatch({ type: 'went-back', step: wanted });
      document.getElementById(`prebook-${wanted}-title`)?.focus();
    }
  });
  const isSettled = useRef(false);
  useEffect(() => {
    if (state.step === 'when' || isSettled.current) return;
    isSettled.current = true;
    if (state.step === 'details' && stepOfAddress() === 'review') void reopenReview(state, needs, dispatch);
  }, [state, needs, dispatch]);
}

/** Opens the review when a time is held and the details are right; else says what is missing. */
async function review(state: PrebookState, needs: RequiredInfo, dispatch: Dispatch) {
  const { values, problems } = await checked(needs, state.details);
  const all = state.at === null ? { at: 'time_required', ...problems } : problems;
  if (Object.keys(all).length > 0) dispatch({ type: 'problems-found', problems: all });
  else if (state.hold.kind !== 'held') dispatch({ type: 'continued' });
  else dispatch({ type: 'reviewed', idempotencyKey: newIdempotencyKey(), details: values });
}

/** Somebody who has just arrived has not pressed anything: gaps leave the details open, without a word. */
async function reopenReview(state: PrebookState, needs: RequiredInfo, dispatch: Dispatch) {
  const { values, problems } = await checked(needs, state.details);
  if (Object.keys(problems).length > 0 || state.hold.kind !== 'held') return;
  dispatch({ type: 'reviewed', idempotencyKey: newIdempotencyKey(), details: values });
}

/** The check knows every phone number plan, so it is loaded when it is needed. Without it the server's check decides. */
async function checked(needs: RequiredInfo, details: Record<string, string>) {
  try {
    const { checkDetails } = await import('@/lib/contract/details');
    return checkDetails(needs, details);
  } catch {
    return { values: details, problems: {} };
  }
}

/** Sends the reviewed booking, and the same again under its own key while no answer has come. */
function useSend(state: PrebookState, setup: PrebookSetup, asked: string[], dispatch: Dispatch): () => void {
  const router = useRouter();
  const { of } = setup;
  const { mutate } = useMutation({
    ...prebookMutation(),
    onSuccess: ({ bookingId }) => {
      finishDraft(setup, state);
      router.replace(`/bookings/${bookingId}`);
    },
    onError: (error) => {
      const failed: PrebookAction = { type: 'send-failed', failure: failureOf(error) };
      if (!failedSend(state, failed.failure).isOpen) keepSent(of, null);
      const code = error instanceof ApiError ? error.code : 'internal';
      const problems = error instanceof ApiError ? detailProblems(error.fields, asked) : null;
      if (code === 'no_availability' || code === 'hold_expired') {
        keepHold(of.owner, state.passId, null);
        dispatch({ type: 'slot-lost' });
      } else dispatch(problems ? { type: 'problems-found', problems } : failed);
    },
  });
  return () => {
    const { hold, idempotencyKey, reviewedDetails, send } = state;
    if (hold.kind !== 'held' || !idempotencyKey || send.kind === 'sending') return;
    const { date, at, startsAt, party, passId, details } = state;
    const draft = { date, at, startsAt, party, passId, details };
    keepSent(of, { draft, hold, idempotencyKey, reviewedDetails } satisfies Sent);
    dispatch({ type: 'sending' });
    const replaces = of.change ? { replaces: of.change } : {};
    mutate({ holdId: hold.holdId, details: reviewedDetails, ...replaces, idempotencyKey });
  };
}
