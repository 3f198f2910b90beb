import { ArrowRight, SearchX, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { HubSearch, HubSummary } from '@/lib/contract/hubs';
import { distance } from '@/lib/format/distance';
import { pluralText } from '@/lib/format/plural';
import { HubRow } from './hub-row';
import { OptionHits, OptionItem, OptionLink } from './search-option';
import { countText, failureWords, fillIn, type SearchFailure, type SearchWords } from './search-words';

type Props = {
  query: string;
  /** Undefined until there is an answer. */
  hits: HubSearch | undefined;
  /** Whether the browser found them itself, which the server's page never has. */
  isLocal: boolean;
  failure: SearchFailure | null;
  words: SearchWords;
  locale: string;
  onRetry: () => void;
};

/** What a search led to: hits, that there are none, that it failed, or that it is on its way. */
export function SearchAnswer({ query, hits, isLocal, failure, words, locale, onRetry }: Props) {
  if (hits) return <SearchHits query={query} hits={hits} isLocal={isLocal} words={words} locale={locale} />;
  if (failure) return <SearchFailed failure={failure} words={words} onRetry={onRetry} />;
  return <HubRowSkeletons />;
}

/** More rows than a phone shows above its keyboard. They are drawn with the key press, the others right after it. */
const FIRST_ROWS = 8;

type Rows = { hubs: HubSummary[]; query: string; words: SearchWords; locale: string };

/** A hub without places says so and leads to the nearest that has some. Drawn again only when its hits change. */
const SearchHits = memo(function SearchHits({
  query,
  hits,
  isLocal,
  words,
  locale,
}: Pick<Props, 'query' | 'isLocal' | 'words' | 'locale'> & { hits: HubSearch }) {
  const others = useMemo(
    () => ({ hubs: hits.hubs.slice(FIRST_ROWS), query, words, locale }),
    [hits, query, words, locale],
  );
  const othersLater = useDeferredValue(others, isLocal ? { ...others, hubs: [] } : others);
  if (hits.hubs.length === 0) {
    return (
      <EmptyState icon={SearchX} title={fillIn(words.emptyTitle, { query })}>
        <p>{words.emptyText}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="overline tabular mb-1">{countText(hits, words, locale)}</p>
      <OptionHits label={words.results}>
        <Hits rows={{ hubs: hits.hubs.slice(0, FIRST_ROWS), query, words, locale }} />
        <OtherHits rows={othersLater} />
      </OptionHits>
    </>
  );
});

function Hits({ rows }: { rows: Rows }) {
  const { hubs, ...rest } = rows;
  // biome-ignore lint/suspicious/noArrayIndexKey: rows keep nothing, and writing over them is cheaper than making them anew.
  return hubs.map((hub, index) => <Hit key={index} hub={hub} {...rest} />);
}

const OtherHits = memo(Hits);

function Hit({ hub, query, words, locale }: { hub: HubSummary } & Pick<Props, 'query' | 'words' | 'locale'>) {
  const isServed = hub.resourceCount > 0;
  return (
    <>
      <OptionItem>
        <HubRow
          hub={hub}
          query={query}
          end={isServed ? pluralText(words.places, hub.resourceCount, locale) : words.noPlaces}
        />
      </OptionItem>
      {!isServed && hub.nearest && (
        <OptionItem>
          <NearestServed nearest={hub.nearest} words={words} locale={locale} />
        </OptionItem>
      )}
    </>
  );
}

function NearestServed({
  nearest,
  words,
  locale,
}: { nearest: NonNullable<HubSummary['nearest']> } & Pick<Props, 'words' | 'locale'>) {
  const name = nearest.iata ? `${nearest.city || nearest.name} (${nearest.iata})` : nearest.name;
  return (
    <OptionLink
      href={`/hubs/${encodeURIComponent(nearest.hub)}`}
      look="row"
      className="flex min-h-11 items-center gap-2 py-1.5 ps-4 font-semibold text-15 min-[22.5rem]:ps-19.5"
    >
      <ArrowRight aria-hidden size={18} strokeWidth={1.75} className="shrink-0 rtl:-scale-x-100" />
      <span>{fillIn(words.nearestServed, { name, distance: distance(nearest.distanceKm, locale) })}</span>
    </OptionLink>
  );
}

/** We could not search. The text stays in the field; without JavaScript the button sends the form again. */
function SearchFailed({ failure, words, onRetry }: { failure: SearchFailure } & Pick<Props, 'words' | 'onRetry'>) {
  const { title, text } = failureWords(words, failure);
  return (
    <EmptyState
      icon={TriangleAlert}
      title={title}
      action={
        <Button
          type="submit"
          form="hub-search"
          variant="secondary"
          onClick={(event) => {
            // Asking again is not Enter, which may open a hub.
            event.preventDefault();
            onRetry();
          }}
        >
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
