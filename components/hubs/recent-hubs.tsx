'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import type { HubSummary } from '@/lib/contract/hubs';
import { recentCookie } from './recent-cookie';
import { OptionGroup, OptionItem, OptionLink } from './search-option';

/** Hubs looked at before, one tap away, until cleared. */
export function RecentHubs({
  hubs,
  words,
}: {
  hubs: Pick<HubSummary, 'hub' | 'iata' | 'city' | 'name'>[];
  words: { title: string; clear: string };
}) {
  const [isCleared, setIsCleared] = useState(false);
  if (isCleared || hubs.length === 0) return null;
  const clear = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers still in use.
    document.cookie = recentCookie([]);
    setIsCleared(true);
  };
  return (
    <section aria-labelledby="recent-title">
      <div className="flex items-center justify-between gap-4">
        <h2 id="recent-title" className="overline">
          {words.title}
        </h2>
        <button
          type="button"
          onClick={clear}
          className="-my-2.5 -me-2 inline-flex min-h-11 items-center gap-1 px-2 font-semibold text-15 text-ink-muted noscript:hidden"
        >
          <X aria-hidden size={16} strokeWidth={1.75} />
          {words.clear}
        </button>
      </div>
      <OptionGroup name="recent" labelledBy="recent-title" className="scroll-row lg:flex-wrap">
        {hubs.map((hub) => (
          <OptionItem key={hub.hub} className="shrink-0">
            <OptionLink href={`/hubs/${encodeURIComponent(hub.hub)}`} look="chip">
              {hub.iata && <span className="tabular">{hub.iata}</span>}
              {hub.city || hub.name}
            </OptionLink>
          </OptionItem>
        ))}
      </OptionGroup>
    </section>
  );
}
