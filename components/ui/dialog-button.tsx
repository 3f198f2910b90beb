'use client';

import type { ComponentType, ReactNode } from 'react';
import { Button } from './button';
import { useOnDemand } from './use-on-demand';

/**
 * A button that opens a dialog. What is in the dialog loads when it is first wanted; where it cannot be, as without a signal,
 * the page says so and the button stays. Without script there is neither.
 */
export function DialogButton<P>({
  load,
  label,
  notLoaded,
  isSmall = false,
  isOffered = true,
  children,
}: {
  load: () => Promise<ComponentType<P>>;
  label: string;
  /** Said when the dialog could not be loaded; made by the server, to be at hand without the network. */
  notLoaded: ReactNode;
  isSmall?: boolean;
  /** False takes the button away; a dialog that is open stays, for what it has yet to say. */
  isOffered?: boolean;
  /** Draws the loaded dialog. */
  children: (Loaded: ComponentType<P>, onClose: () => void) => ReactNode;
}) {
  const { state, Opened, open, close } = useOnDemand(load);
  return (
    <div className="grid gap-3 noscript:hidden">
      {isOffered && state === 'failed' && notLoaded}
      {isOffered && (
        <Button
          variant="secondary"
          size={isSmall ? 'small' : 'large'}
          isWide={!isSmall}
          isBusy={state === 'loading'}
          onClick={open}
        >
          {label}
        </Button>
      )}
      {Opened && children(Opened, close)}
    </div>
  );
}
