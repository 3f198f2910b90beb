import type { ReactNode } from 'react';

/**
 * The one or two next things, within thumb reach at the foot of the screen. On phones it takes the place of the tab bar.
 * Must be the last child of the page's column. `note` is a short line above the buttons.
 */
export function StickyActions({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div
      data-action-bar
      className="sticky bottom-0 z-20 border-line border-t bg-surface-raised pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <div className="page grid gap-2 lg:flex lg:items-center lg:justify-between lg:gap-6">
        {note && <div className="text-center text-15 text-ink-muted lg:text-start">{note}</div>}
        <div className="grid gap-2.5 sm:ms-auto sm:w-full sm:max-w-form sm:auto-cols-fr sm:grid-flow-col">
          {children}
        </div>
      </div>
    </div>
  );
}
