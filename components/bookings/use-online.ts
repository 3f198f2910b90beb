'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

function subscribe(listen: () => void): () => void {
  window.addEventListener('online', listen);
  window.addEventListener('offline', listen);
  return () => {
    window.removeEventListener('online', listen);
    window.removeEventListener('offline', listen);
  };
}

/** False while the device knows that it has no network; true says nothing. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** What waited for a network goes on when there is one again. */
export function useBackOnline(goOn: () => void): void {
  const resume = useEffectEvent(goOn);
  useEffect(() => {
    const listen = () => resume();
    window.addEventListener('online', listen);
    return () => window.removeEventListener('online', listen);
  }, []);
}
