'use client';

import { useSyncExternalStore } from 'react';

/** The zone the traveller's device is in; null on the server and until the script runs. */
export function useDeviceZone(): string | null {
  return useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
