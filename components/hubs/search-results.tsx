import { ArrowRight, SearchX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { HubSearch, HubSummary } from '@/lib/contract/hubs';
import { distance } from '@/lib/format/distance';
import { pluralText } from '@/lib/format/plural';
import { HubRow } from './hub-row';
import { failureWords, fillIn, type SearchFailure, type SearchWords } from './search-words';

/** Hits for a text, or that there are none. A hub without places says so and leads to the nearest that has some. */
export function SearchHits({
  query,
  result,
  words,
  locale,
}: {
  query: string;
  result: HubSearch;
  words: SearchWords;
  locale: string;
}) {
  if (result.hubs.length === 0) {
    return (
      <EmptyState icon={SearchX} title={fillIn(words.emptyTitle, { query })}>
        <p>{words.emptyText}</p>
      </EmptyState>
    );
  }
  return (
    <ul>
      {result.hubs.map((hub) => (
        <li key={hub.hub}>
          <HubRow
            hub={hub}
            query={query}
            end={hub.resourceCount > 0 ? pluralText(words.places, hub.resourceCount, locale) : words.noPlaces}
          />
          <NearestServed hub={hub} words={words} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function NearestServed({ hub, words, locale }: { hub: HubSummary; words: SearchWords; locale: string }) {
  if (hub.resourceCount > 0 || !hub.nearest) return null;
  const { nearest } = hub;
  const name = nearest.iata ? `${nearest.city || nearest.name} (${nearest.iata})` : nearest.name;
  return (
    <Link
      href={`/hubs/${encodeURIComponent(nearest.hub)}`}
      prefetch={false}
      data-row
      className="flex min-h-11 items-center gap-2 border-line border-b ps-4 font-semibold text-15 min-[22.5rem]:ps-19.5"
    >
      <ArrowRight aria-hidden size={18} strokeWidth={1.75} className="shrink-0 rtl:-scale-x-100" />
      <span>{fillIn(words.nearestServed, { name, distance: distance(nearest.distanceKm, locale) })}</span>
    </Link>
  );
}

/** We could not search. The text stays in the field; without JavaScript the button sends the form again. */
export function SearchFailed({
  failure,
  words,
  onRetry,
}: {
  failure: SearchFailure;
  words: SearchWords;
  onRetry: () => void;
}) {
  const { title, text } = failureWords(words, failure);
  return (
    <EmptyState
      icon={TriangleAlert}
      title={title}
      action={
        <Button type="submit" form="hub-search" variant="secondary" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    >
      <p>{text}</p>
      {failure.requestId && (
        <p className="tabular mt-2 text-15">{fillIn(words.reference, { reference: failure.requestId })}</p>
      )}
    </EmptyState>
  );
}

/** Rows of the final size while the first answer is on its way. */
export function HubRowSkeletons({ count = 4 }: { count?: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, index) => `row-${index}`).map((key) => (
        <div key={key} className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-3.5 border-line border-b py-3">
          <Skeleton className="h-10.5 w-16" />
          <span className="grid gap-1.5">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-4 w-52 max-w-full" />
          </span>
        </div>
      ))}
    </div>
  );
}
