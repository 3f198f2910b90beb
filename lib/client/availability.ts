import { queryOptions } from '@tanstack/react-query';
import { resourceKeys } from '@/lib/contract/keys';
import type { Availability, AvailabilityBody, TimesDto } from '@/lib/contract/resources';
import { apiGet, apiPost } from './api';
import { newIdempotencyKey } from './idempotency-key';

/** The times worth asking about on one of the place's days. Five minutes: only the lead time makes them change. */
export function timesOptions(resourceId: string, date: string) {
  return queryOptions({
    queryKey: resourceKeys.times(resourceId, date),
    queryFn: ({ signal }) =>
      apiGet<TimesDto>(`${pathOf(resourceId)}/times?date=${encodeURIComponent(date)}`, { signal }),
    staleTime: 5 * 60_000,
    // Times that could not be had are asked for as soon as there is a network again.
    refetchOnReconnect: true,
  });
}

/**
 * Asks about one time; with a pass the place is held for it, and an earlier hold of that pass ends. Each question is an
 * intention of its own: asking the same again means wanting a new hold.
 */
export function askAvailability(resourceId: string, body: AvailabilityBody): Promise<Availability> {
  return apiPost<Availability>(`${pathOf(resourceId)}/availability`, body, { idempotencyKey: newIdempotencyKey() });
}

function pathOf(resourceId: string): string {
  return `/api/resources/${encodeURIComponent(resourceId)}`;
}
