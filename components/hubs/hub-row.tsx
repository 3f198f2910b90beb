import type { HubSummary } from '@/lib/contract/hubs';
import { shortHubName } from '@/lib/format/hub-name';
import { CodeBox } from './code-box';
import { Marked } from './search-mark';
import { OptionLink } from './search-option';

/** A hub in a list: code, city, airport and country, and at the end what there is. `query` marks what matched. */
export function HubRow({ hub, end, query = '' }: { hub: HubSummary; end: string; query?: string }) {
  const isServed = hub.resourceCount > 0;
  const title = hub.city || hub.name;
  const line = [title === hub.name ? null : shortHubName(hub.name, title), hub.country].filter(Boolean).join(' · ');
  return (
    <OptionLink
      href={`/hubs/${encodeURIComponent(hub.hub)}`}
      look="row"
      className="group grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3.5 gap-y-1 py-3 min-[22.5rem]:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <CodeBox hub={hub} isServed={isServed} query={query} />
      <span className="min-w-0">
        <b className={isServed ? 'block font-bold leading-tight' : 'block font-semibold text-ink-muted leading-tight'}>
          <Marked text={title} query={query} />
        </b>
        <span className="block text-15 text-ink-muted">
          <Marked text={line} query={query} />
        </span>
      </span>
      <span className="tabular col-start-2 text-15 text-ink-muted min-[22.5rem]:col-start-3">{end}</span>
    </OptionLink>
  );
}
