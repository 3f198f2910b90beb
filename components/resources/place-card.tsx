import { Check } from 'lucide-react';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import type { OpeningChip } from '@/lib/format/opening';
import { OpeningLabel } from './opening-label';
import { PlacePhoto } from './place-photo';

export type PlaceCardView = {
  resourceId: string;
  name: string;
  image: string | null;
  line: string;
  opening: OpeningChip;
  openingText: string;
  /** What works here: walk-in, prebook. */
  modes: string[];
  coveredText: string | null;
};

/** A place on a hub page. The whole card leads to it; its name is the link that people hear. */
export function PlaceCard({ view, isFirst }: { view: PlaceCardView; isFirst: boolean }) {
  return (
    <article className="group relative grid h-full grid-cols-[min(6.5rem,30%)_minmax(0,1fr)] gap-3.5 rounded-card border border-line bg-surface-raised p-2.5 transition-shadow focus-within:shadow-card hover:shadow-card lg:grid-cols-1 lg:grid-rows-[auto_1fr] lg:gap-3 lg:p-3">
      <PlacePhoto
        src={view.image}
        size="card"
        isFirst={isFirst}
        className="h-full min-h-[7.375rem] rounded-[0.625rem] lg:aspect-video lg:h-auto lg:min-h-0"
      />
      <div className="flex min-w-0 flex-col items-start gap-0.5 lg:px-1 lg:pb-1">
        <OpeningLabel chip={view.opening} text={view.openingText} />
        <h3 className="wrap-anywhere mt-1 w-full font-bold text-17 leading-tight">
          <Link
            href={`/resources/${view.resourceId}`}
            prefetch={false}
            className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ink focus-visible:after:outline-offset-2"
          >
            {view.name}
          </Link>
        </h3>
        <p className="text-15 text-ink-muted">{view.line}</p>
        <ul className="mt-1.5 flex flex-wrap gap-1.5">
          {view.modes.map((mode) => (
            <li key={mode}>
              <Chip>{mode}</Chip>
            </li>
          ))}
          {view.coveredText && (
            <li>
              <Chip tone="positive" icon={Check}>
                {view.coveredText}
              </Chip>
            </li>
          )}
        </ul>
      </div>
    </article>
  );
}
