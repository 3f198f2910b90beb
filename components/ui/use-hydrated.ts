'use client';

import { useSyncExternalStore } from 'react';

/**
 * False on the server and until the script runs. A choice made before that would be lost, so what needs the script waits
 * for it.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
