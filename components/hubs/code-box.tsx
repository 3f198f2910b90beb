import { MapPin, Plane, Ship, TrainFront } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { HubSummary } from '@/lib/contract/hubs';

const ICONS = { airport: Plane, rail: TrainFront, port: Ship, unknown: MapPin } as const;

/** The code as on a sign, in a box of one width so that a list lines up; a drawing where a hub has no code. */
export function CodeBox({
  hub,
  isServed,
  query = '',
}: {
  hub: Pick<HubSummary, 'iata' | 'type'>;
  isServed: boolean;
  /** Marks the code when it begins so. */
  query?: string;
}) {
  const Icon = ICONS[hub.type];
  return (
    <span
      className={cx(
        'tabular grid min-h-[2.625rem] w-16 shrink-0 place-items-center rounded-chip font-black text-20 leading-none tracking-wide',
        isServed ? 'bg-accent text-on-accent' : 'border border-line bg-surface text-ink-muted',
      )}
    >
      {hub.iata ? <Code iata={hub.iata} query={query} /> : <Icon aria-hidden size={22} strokeWidth={1.75} />}
    </span>
  );
}

function Code({ iata, query }: { iata: string; query: string }) {
  if (query === '' || !iata.startsWith(query.toUpperCase())) return iata;
  return (
    <span>
      <mark className="bg-transparent text-inherit underline decoration-2 underline-offset-4">
        {iata.slice(0, query.length)}
      </mark>
      {iata.slice(query.length)}
    </span>
  );
}
