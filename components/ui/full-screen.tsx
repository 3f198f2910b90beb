'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Dialog } from './dialog';
import { ROW_CLASS } from './row';

/** Shows its children on white over the whole screen, and keeps the screen awake where the browser can. */
export function FullScreen({
  title,
  opener,
  closeLabel,
  hint,
  children,
}: {
  title: string;
  /** What stands in the line that opens it; made by the server, so that no script carries it. */
  opener: ReactNode;
  closeLabel: string;
  hint: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  useWakeLock(isOpen);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={`${ROW_CLASS} noscript:hidden`}>
        {opener}
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title} closeLabel={closeLabel} isFullScreen>
        <div className="on-paper mx-auto grid w-full max-w-form gap-4 pt-4">
          {children}
          <p className="text-center text-15 text-print/70">{hint}</p>
        </div>
      </Dialog>
    </>
  );
}

/** The lock is lost whenever the page is hidden, so it is asked for again when it comes back. */
function useWakeLock(isWanted: boolean) {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return;
    let isOver = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      // Refused on low battery: the screen then dims as usual, and the code stays readable.
      const given = await navigator.wakeLock.request('screen').catch(() => null);
      if (isOver) void given?.release();
      else lock = given;
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, [isWanted]);
}
