'use client';

import { type ComponentType, useState } from 'react';

/**
 * Loads a component when it is first wanted: most people never open it, so the page does not carry it. `failed` means
 * that it could not be loaded, as without a signal; opening again tries again.
 */
export function useOnDemand<P>(load: () => Promise<ComponentType<P>>) {
  const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null);
  const [state, setState] = useState<'closed' | 'loading' | 'open' | 'failed'>('closed');
  const open = () => {
    setState('loading');
    load().then(
      (component) => {
        setLoaded(() => component);
        setState('open');
      },
      () => setState('failed'),
    );
  };
  return { state, Opened: state === 'open' ? Loaded : null, open, close: () => setState('closed') };
}
