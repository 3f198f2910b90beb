'use client';

import { type ComponentProps, useEffect, useEffectEvent } from 'react';
import { useOnDemand } from '@/components/ui/use-on-demand';
import type { LostDialog } from './lost-dialog';

const loadDialog = () => import('./lost-dialog').then(({ LostDialog: dialog }) => dialog);

/** The dialog of a time lost at the last moment. Where it cannot be loaded, the bar at the foot says the same. */
export function LostTime(props: ComponentProps<typeof LostDialog>) {
  const { Opened, open } = useOnDemand(loadDialog);
  const isLost = props.state.lostAt !== null;
  const load = useEffectEvent(open);
  useEffect(() => {
    if (isLost) load();
  }, [isLost]);
  return Opened && <Opened {...props} />;
}
