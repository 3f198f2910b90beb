'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from './api';

/** Wraps the islands that read or write from the browser; pages that only show something do not carry it. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a network a request fails and says so; it does not wait in silence for the network to come back.
        networkMode: 'always',
        // A minute: hours and hubs hardly change; passes and bookings set their own.
        staleTime: 60_000,
        retry: (failures, error) => failures < 2 && isWorthRepeating(error),
        refetchOnWindowFocus: false,
      },
      // A write is repeated by the traveller only, with the same key.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** A refusal (4xx) stays a refusal; no answer, or a failure of ours or the vendor's, may pass. */
function isWorthRepeating(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}
