import { queryOptions } from '@tanstack/react-query';
import { passKeys } from '@/lib/contract/keys';
import type { PassDetail, PassDto } from '@/lib/contract/passes';
import { apiGet, apiPost } from './api';

/** 201 with the pass, or 202 `pending` while nobody knows yet whether the vendor issued it. */
export type IssuedPass = Pick<PassDto, 'passId' | 'status'>;

export function issuePassMutation(idempotencyKey: string) {
  return {
    mutationFn: (offerId: string) => apiPost<IssuedPass>('/api/passes', { offerId }, { idempotencyKey }),
  };
}

export function cancelPassMutation(passId: string, idempotencyKey: string) {
  return {
    mutationFn: () => apiPost<PassDto>(`${pathOf(passId)}/cancel`, {}, { idempotencyKey }),
  };
}

/** One pass, never from what was read before: it tells how many visits came back. */
export function freshPassOptions(passId: string) {
  return queryOptions({
    queryKey: passKeys.one(passId),
    queryFn: ({ signal }) => apiGet<PassDetail>(pathOf(passId), { signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

function pathOf(passId: string): string {
  return `/api/passes/${encodeURIComponent(passId)}`;
}
