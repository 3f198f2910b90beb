'use client';

import { useQuery } from '@tanstack/react-query';
import { LocateFixed, X } from 'lucide-react';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { hubsNearOptions } from '@/lib/client/hubs';
import { distance } from '@/lib/format/distance';
import { HubRow } from './hub-row';
import { askPosition, type Position } from './position';
import { OptionGroup, OptionItem } from './search-option';
import { HubRowSkeletons } from './search-results';
import type { SearchWords } from './search-words';

type State = 'idle' | 'asking' | 'refused' | 'failed' | Position;

/** Served hubs nearby. The position is asked for only when tapped, and a refusal takes nothing else away. */
export function NearMe({ words, locale }: { words: SearchWords; locale: string }) {
  const [state, setState] = useState<State>('idle');
  const position = typeof state === 'object' ? state : null;
  const near = useQuery(hubsNearOptions(position));
  const ask = async () => {
    setState('asking');
    setState(await askPosition());
  };
  const isBusy = state === 'asking' || near.isLoading;
  const problem =
    near.isError || state === 'failed' ? words.near.failed : state === 'refused' ? words.near.refused : null;
  return (
    <div className="mt-2 max-w-text noscript:hidden">
      {position ? null : (
        <button
          type="button"
          onClick={() => state !== 'asking' && ask()}
          aria-disabled={state === 'asking' || undefined}
          className="inline-flex min-h-11 items-center gap-2 rounded-full font-semibold text-15 underline-offset-4 hover:underline"
        >
          <LocateFixed aria-hidden size={20} strokeWidth={1.75} />
          {state === 'asking' ? words.near.asking : words.near.button}
        </button>
      )}
      <div aria-live="polite">
        {problem && <Notice>{problem}</Notice>}
        {(position || isBusy) && !problem && (
          <section aria-labelledby="near-title" className="mt-3">
            <div className="flex items-center justify-between gap-4">
              <h2 id="near-title" className="overline">
                {words.near.title}
              </h2>
              {position && (
                <button
                  type="button"
                  aria-label={words.near.close}
                  onClick={() => setState('idle')}
                  className="-me-2.5 grid size-11 place-items-center rounded-full text-ink-muted"
                >
                  <X aria-hidden size={20} strokeWidth={1.75} />
                </button>
              )}
            </div>
            {near.data ? (
              <OptionGroup name="near" labelledBy="near-title">
                {near.data.hubs.map((hub) => (
                  <OptionItem key={hub.hub}>
                    <HubRow hub={hub} end={distance(hub.distanceKm, locale)} />
                  </OptionItem>
                ))}
              </OptionGroup>
            ) : (
              <HubRowSkeletons count={3} />
            )}
          </section>
        )}
      </div>
    </div>
  );
}
