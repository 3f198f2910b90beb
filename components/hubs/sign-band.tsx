import { ExternalLink, MapPin, Ship, TrainFront } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HubSummary } from '@/lib/contract/hubs';

const ICONS = { airport: MapPin, rail: TrainFront, port: Ship, unknown: MapPin } as const;

type SignMap = { href: string; text: string; hint: string };

/** The head of a hub page, like the sign over a gate: the code large, the name, the time there. */
export function SignBand({
  hub,
  line,
  clock,
  map,
}: {
  hub: Pick<HubSummary, 'iata' | 'name' | 'type'>;
  /** Under the name: city, country, how much there is. */
  line: string;
  /** The local time and, under it, where and in which zone; null when the zone is not known. */
  clock: { time: ReactNode; label: string; place: string; zone: string } | null;
  /** Where to find it; null when nobody knows. */
  map: SignMap | null;
}) {
  const Icon = ICONS[hub.type];
  return (
    <div data-own-bar className="on-brand bg-brand text-on-brand">
      <div className="page flex flex-wrap items-end justify-between gap-x-4 pt-4 pb-5 lg:pt-8 lg:pb-8">
        <span aria-hidden className="font-black text-[min(4.5rem,24vw)] text-accent leading-[0.95] tracking-tight">
          {hub.iata ?? <Icon size={64} strokeWidth={1.75} />}
        </span>
        {clock && (
          <p className="tabular ms-auto text-end font-bold text-26">
            <span className="sr-only">{clock.label} </span>
            {clock.time}
            <span className="block font-medium text-13">
              {clock.place} <span className="whitespace-nowrap">({clock.zone})</span>
            </span>
          </p>
        )}
        <div className="mt-2 flex w-full items-start justify-between gap-x-4">
          <h1 className="min-w-0 font-semibold text-20 lg:text-26">
            {hub.name}
            {hub.iata && <span className="sr-only"> ({hub.iata})</span>}
          </h1>
          {map && <MapLink {...map} />}
        </div>
        <p className="w-full text-15">{line}</p>
      </div>
    </div>
  );
}

function MapLink({ href, text, hint }: SignMap) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="-my-2 inline-flex min-h-11 shrink-0 items-center gap-1.5 font-semibold text-15 underline underline-offset-4 lg:-my-1"
    >
      {text}
      <ExternalLink aria-hidden size={16} strokeWidth={1.75} />
      <span className="sr-only">({hint})</span>
    </a>
  );
}
