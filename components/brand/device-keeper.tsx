'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** The page comes first: its own scripts and pictures, and whoever reads it. */
const PAUSE_MS = 1_000;

/**
 * Has this device keep the traveller's passes and bookings, once the page has loaded and again where they change. `owner`
 * is the traveller's tag, null while nobody is signed in. Shows nothing.
 */
export function DeviceKeeper({ owner }: { owner: string | null }) {
  const path = usePathname();
  const first = useRef(path);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const isFirst = first.current === path;
    // What comes after a page shown from its copy came from the server.
    if (!isFirst) delete document.documentElement.dataset.kept;
    if (!isFirst && !/^\/(passes|bookings)/.test(path)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      timer = setTimeout(() => {
        if (!navigator.onLine) return;
        import('@/lib/client/device').then(
          ({ lookAfterDevice }) => lookAfterDevice(owner),
          // Without a network; the next page tries again.
          () => undefined,
        );
      }, PAUSE_MS);
    };
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('load', start);
    };
  }, [path, owner]);
  return null;
}
