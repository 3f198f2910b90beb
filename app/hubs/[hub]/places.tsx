import { ListFilter } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { FilterPills } from '@/components/hubs/filter-pills';
import {
  applyFilters,
  type FilterName,
  type FilterUses,
  filterPills,
  type HubFilters,
  type HubPlace,
  hasFilters,
} from '@/components/hubs/hub-filters';
import { byUseNow } from '@/components/hubs/place-order';
import { PlaceCard } from '@/components/resources/place-card';
import { PlaceArt } from '@/components/resources/place-photo';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { HubDto } from '@/lib/contract/hubs';
import { groupByTerminal } from '@/lib/format/terminals';
import { cardViews } from './card-views';

/** How many pictures a phone's first screen shows. They are fetched at once: the largest of them ends the page's first paint. */
const FIRST_PICTURES = 3;

/** The filters, and the places that pass them, by terminal. */
export async function Places({
  hub,
  path,
  places,
  filters,
  uses,
}: {
  hub: HubDto;
  path: string;
  places: HubPlace[];
  filters: HubFilters;
  uses: FilterUses;
}) {
  const t = await getTranslations('hubs');
  const pills = filterPills(path, places, filters, uses).map((pill) => {
    const text = pillText(pill.name, t);
    return { ...pill, text, spoken: t('filterCount', { name: text, count: pill.count }) };
  });
  const shown = applyFilters(places, filters);
  const groups = groupByTerminal(byUseNow(shown));
  const views = await cardViews(hub, shown);
  const isOnlyGroup = groups.length === 1;
  const first = new Set(groups.flatMap((group) => group.places).slice(0, FIRST_PICTURES));
  return (
    <>
      <PlaceArt />
      {pills.length > 1 && <FilterPills label={t('filters')} pills={pills} />}
      <p role="status" className="sr-only">
        {hasFilters(filters) && t('shown', { count: shown.length })}
      </p>
      {shown.length === 0 && (
        <EmptyState
          icon={ListFilter}
          title={t('noMatchTitle')}
          action={
            <ButtonLink href={path} scroll={false} variant="secondary">
              {t('showAll')}
            </ButtonLink>
          }
        >
          <p>{t('noMatchText')}</p>
        </EmptyState>
      )}
      {groups.map(({ terminal, places: members }) => (
        <section key={terminal ?? ''} className="mt-4 lg:mt-6">
          <h2 className="overline">{terminal ?? (isOnlyGroup ? t('everywhere') : t('elsewhere'))}</h2>
          <ul className="mt-2.5 grid gap-2.5 md:grid-cols-2 lg:grid-cols-3 lg:gap-4">
            {members.map((place) => {
              const view = views.get(place.resourceId);
              return <li key={place.resourceId}>{view && <PlaceCard view={view} isFirst={first.has(place)} />}</li>;
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'hubs'>>>;

function pillText(name: FilterName, t: Words): string {
  switch (name.kind) {
    case 'all':
      return t('all');
    case 'open':
      return t('filterOpen');
    case 'covered':
      return t('filterCovered');
    case 'prebook':
      return t('filterPrebook');
    case 'airside':
    case 'landside':
      return t(name.kind);
    case 'module':
      return t(`module${name.module}`);
    case 'terminal':
      return name.terminal ?? t('elsewhere');
  }
}
