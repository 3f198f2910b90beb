import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { HubSearch, HubsNear } from '@/lib/contract/hubs';
import { hubKeys } from '@/lib/contract/keys';
import { apiGet } from './api';

export const SEARCH_LIMIT = 20;

/**
 * Hubs for what was typed. An answer belongs to its text, so a late one never replaces a newer; leaving a text gives its
 * request up. A failure is shown at once: the traveller asks again, with the text kept.
 */
export function hubSearchOptions(q: string) {
  return queryOptions({
    queryKey: hubKeys.search(q),
    queryFn: ({ signal }) =>
      apiGet<HubSearch>(`/api/hubs?${new URLSearchParams({ q, limit: String(SEARCH_LIMIT) })}`, { signal }),
    enabled: q !== '',
    retry: false,
    // What failed without a network is asked again once there is one.
    refetchOnReconnect: true,
    placeholderData: keepPreviousData,
  });
}

/** Served hubs near a position, in degrees; two decimals are a kilometre, more than enough, and tell less. */
export function hubsNearOptions(position: { latitude: number; longitude: number } | null) {
  const lat = Number(position?.latitude.toFixed(2) ?? 0);
  const lon = Number(position?.longitude.toFixed(2) ?? 0);
  return queryOptions({
    queryKey: hubKeys.near(lat, lon),
    queryFn: ({ signal }) => apiGet<HubsNear>(`/api/hubs/near?lat=${lat}&lon=${lon}&limit=5`, { signal }),
    enabled: position !== null,
    retry: 1,
  });
}
