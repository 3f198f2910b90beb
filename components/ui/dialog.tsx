'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx';

/**
 * A native modal dialog: focus stays inside, Escape and a press outside close it, focus returns to where it was. On
 * phones it comes up from the foot as a sheet. `isFullScreen` fills the screen with white paper in every theme.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  closeLabel,
  isFullScreen = false,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  isFullScreen?: boolean;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press outside is an extra; Escape and the close button do the same.
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className={cx(
        'p-0',
        isFullScreen
          ? 'm-0 h-dvh max-h-none w-full max-w-none bg-paper text-print forced-color-adjust-none'
          : 'mx-auto mt-auto mb-0 max-h-[90dvh] w-full max-w-form overflow-y-auto rounded-t-panel bg-surface-raised text-ink sm:mb-auto sm:rounded-panel',
      )}
    >
      <div className="grid gap-4 p-4 pb-[max(1.5rem,env(safe-area-inset-bottom))] sm:p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-2 font-bold text-20">
            {title}
          </h2>
          <button
            type="button"
            aria-label={closeLabel}
            onClick={() => dialog.current?.close()}
            className="-me-2 grid size-11 shrink-0 place-items-center rounded-full"
          >
            <X aria-hidden size={24} strokeWidth={1.75} />
          </button>
        </div>
        {isOpen && children}
      </div>
    </dialog>
  );
}
