'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { ApiError } from '@/lib/client/api';
import { prebookMutation } from '@/lib/client/bookings';
import { failureOf } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import type { RequiredInfo } from '@/lib/domain/required-info';
import { detailProblems } from './detail-needs';
import type { PrebookAction, PrebookState } from './prebook-state';
import { dropBookingDraft } from './use-prebook';

type Dispatch = (action: PrebookAction) => void;

/** What the button at the foot does: on from the time, on from the details, or the booking itself. */
export function useConfirm(state: PrebookState, needs: RequiredInfo, asked: string[], dispatch: Dispatch) {
  const send = useSend(asked, dispatch);
  return async () => {
    if (state.step === 'when') dispatch({ type: 'continued' });
    else if (state.step === 'details') await review(state, needs, dispatch);
    else if (state.hold.kind === 'held' && state.idempotencyKey) {
      const { holdId } = state.hold;
      dispatch({ type: 'sending' });
      send.mutate({ holdId, details: state.reviewedDetails, idempotencyKey: state.idempotencyKey });
    }
  };
}

/** Opens the review when a time is held and the details are right; else says what is missing. */
async function review(state: PrebookState, needs: RequiredInfo, dispatch: Dispatch) {
  const { values, problems } = await checked(needs, state.details);
  const all = state.at === null ? { at: 'time_required', ...problems } : problems;
  if (Object.keys(all).length > 0) dispatch({ type: 'problems-found', problems: all });
  else if (state.hold.kind !== 'held') dispatch({ type: 'continued' });
  else dispatch({ type: 'reviewed', idempotencyKey: newIdempotencyKey(), details: values });
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

function useSend(asked: string[], dispatch: Dispatch) {
  const router = useRouter();
  return useMutation({
    ...prebookMutation(),
    onSuccess: ({ bookingId }) => {
      dropBookingDraft();
      router.push(`/bookings/${bookingId}`);
    },
    onError: (error) => {
      const code = error instanceof ApiError ? error.code : 'internal';
      const problems = error instanceof ApiError ? detailProblems(error.fields, asked) : null;
      if (code === 'no_availability' || code === 'hold_expired') dispatch({ type: 'slot-lost' });
      else if (problems) dispatch({ type: 'problems-found', problems });
      else dispatch({ type: 'send-failed', failure: failureOf(error) });
    },
  });
}
